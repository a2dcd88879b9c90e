import { byId } from './element.ts'

/** Where there is room for one pane only: which one. */
export function showView(view: string): void {
  document.querySelector<HTMLElement>('main')!.dataset.view = view
  for (const tab of document.querySelectorAll<HTMLElement>('.tabs button'))
    tab.setAttribute('aria-pressed', String(tab.dataset.view === view))
}

/** Light or dark: the system's choice until the button is pressed. */
export function themeButton(): void {
  const root = document.documentElement
  byId('theme').addEventListener('click', () => {
    const now = root.dataset.theme ?? (matchMedia('(prefers-color-scheme: dark)').matches ? 'dark' : 'light')
    root.dataset.theme = now === 'dark' ? 'light' : 'dark'
  })
  for (const tab of document.querySelectorAll<HTMLElement>('.tabs button'))
    tab.addEventListener('click', () => showView(tab.dataset.view ?? 'source'))
}
