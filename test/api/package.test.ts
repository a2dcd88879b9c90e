import { execFileSync } from 'node:child_process'
import { existsSync, readFileSync } from 'node:fs'
import { isBuiltin } from 'node:module'
import { dirname, join } from 'node:path'
import { expect, test } from 'vitest'

interface Packed {
  readonly unpackedSize: number
  readonly files: readonly { readonly path: string }[]
}

const { dependencies, peerDependencies } = JSON.parse(readFileSync('package.json', 'utf8')) as {
  readonly dependencies: Readonly<Record<string, string>>
  readonly peerDependencies: Readonly<Record<string, string>>
}
/** What an installation has besides the package. */
const INSTALLED = [...Object.keys(dependencies), ...Object.keys(peerDependencies)]

const [packed] = JSON.parse(
  execFileSync('npm', ['pack', '--dry-run', '--json', '--ignore-scripts'], { encoding: 'utf8' }),
) as [Packed]
const modules = packed.files.map(({ path }) => path).filter((path) => /\.(?:js|d\.ts)$/.test(path))

/** Modules a file imports by name: what stands in a string is none, as nothing follows it there. */
const importsOf = (path: string): string[] =>
  [
    ...readFileSync(path, 'utf8').matchAll(
      /(?:^|[;}\n])\s*(?:import|export)(?:[\w\s{},*$]*?from)?\s*["']([^"'\n]+)["']|\bimport\(["']([^"'\n]+)["']\)/g,
    ),
  ].map(([, fixed, lazy]) => (fixed ?? lazy)!)

test('the package holds what its modules and types import, or depends on it', () => {
  expect(modules.length).toBeGreaterThan(20)
  const wrong = modules.flatMap((path) =>
    importsOf(path)
      .filter((name) => {
        const typed = path.endsWith('.d.ts')
        if (name.startsWith('.'))
          return !existsSync(join(dirname(path), typed ? name.replace(/js$/, 'd.ts') : name))
        const given = typed ? ['vitest', 'mdast'] : INSTALLED
        return !isBuiltin(name) && !given.some((one) => name === one || name.startsWith(`${one}/`))
      })
      .map((name) => `${path} imports ${name}`),
  )
  expect(wrong).toEqual([])
})

test('types are those of the public modules, without any of Node', () => {
  const types = modules.filter((path) => path.endsWith('.d.ts'))
  expect(types.length).toBeLessThan(10)
  for (const path of types)
    expect(readFileSync(path, 'utf8'), path).not.toMatch(/\bBuffer\b|NodeJS|["']node:|["']zod/)
})

test('the package takes less than 9 MB', () => {
  expect(packed.unpackedSize).toBeLessThan(9_000_000)
})
