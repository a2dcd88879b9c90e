import { readFileSync } from 'node:fs'
import { createRequire } from 'node:module'
import type { Page } from 'playwright-core'

export interface Watched {
  readonly page: Page
  /** Everything that must not happen: scripts, requests, dialogs, broken rules of the policy, errors. */
  readonly accidents: () => readonly string[]
}

/** Listens for everything a page must not do; it may load itself and its blobs. */
export async function watch(page: Page, url: string): Promise<Watched> {
  const seen: string[] = []
  await page.exposeFunction('ran', () => seen.push('a script ran'))
  await page.exposeFunction('violated', (what: string) => seen.push(`against the policy: ${what}`))
  await page.addInitScript(
    'addEventListener("securitypolicyviolation", (event) => violated(event.violatedDirective + " " + event.sample))',
  )
  page.on('request', (request) => {
    if (request.url() !== url && !request.url().startsWith('blob:')) seen.push(`request ${request.url()}`)
  })
  page.on('dialog', (dialog) => {
    seen.push(`dialog ${dialog.message()}`)
    void dialog.dismiss()
  })
  page.on('pageerror', (error) => seen.push(`error ${error.message}`))
  page.on('console', (message) => seen.push(`console ${message.text()}`))
  page.on('popup', () => seen.push('popup'))
  return { page, accidents: () => seen }
}

const AXE = readFileSync(createRequire(import.meta.url).resolve('axe-core/axe.min.js'), 'utf8')

/** What axe says is wrong with the page as it is; by some of its rules where they are named. */
export async function complaints(page: Page, ...rules: readonly string[]): Promise<unknown[]> {
  await page.evaluate(AXE)
  const found = await page.evaluate<{ violations: { id: string; nodes: { html: string }[] }[] }>(
    `axe.run(${rules.length > 0 ? JSON.stringify({ runOnly: rules }) : ''})`,
  )
  return found.violations.map(({ id, nodes }) => [id, nodes.map((node) => node.html.slice(0, 160))])
}
