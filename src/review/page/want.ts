import { choosePhrases } from '../../samples/choose.ts'
import type { ReviewPage } from '../packed.ts'
import { wantText } from '../want-text.ts'
import { byId } from './element.ts'

export interface WantDialog {
  open(page: ReviewPage, flips: ReadonlySet<number>): void
}

/** The dialog that turns a page's flips into the text of a `want.yaml`. */
export function wantDialog(live: boolean): WantDialog {
  const dialog = byId<HTMLDialogElement>('want')
  const [text, said] = [byId<HTMLTextAreaElement>('want-text'), byId('want-said')]
  const [why, name] = [byId<HTMLInputElement>('want-why'), byId<HTMLInputElement>('want-name')]
  let shown: { readonly page: ReviewPage; readonly flips: ReadonlySet<number> } | undefined
  const reason = () => why.value.trim() || why.placeholder
  const write = () => {
    if (!shown) return
    const { page, flips } = shown
    text.value = wantText(choosePhrases(page, flips), reason(), page.input?.url ?? undefined)
  }
  why.addEventListener('input', write)
  byId('want-fields').addEventListener('submit', (event) => event.preventDefault())
  byId('want-close').addEventListener('click', () => dialog.close())
  byId('want-copy').addEventListener('click', async () => {
    said.textContent = (await copied(text))
      ? 'Copied.'
      : 'Could not copy: the text is selected, copy it yourself.'
  })
  byId('want-download').addEventListener('click', () => {
    download(text.value, 'want.yaml')
    said.textContent = 'Saved as want.yaml.'
  })
  byId('want-save').hidden = !live
  byId('want-name-label').hidden = !live
  byId('want-save').addEventListener('click', async () => {
    if (!shown || !name.reportValidity()) return
    said.textContent = 'Saving …'
    const { page, flips } = shown
    said.textContent = await handIn({
      id: page.id,
      name: name.value,
      why: reason(),
      flips: [...flips].map((at) => ({ at, text: page.blocks?.[at]?.text ?? '' })),
    })
  })
  return {
    open(page, flips) {
      shown = { page, flips }
      why.value = ''
      why.placeholder =
        flips.size === 0
          ? 'The result is right and should stay so.'
          : `${flips.size} ${flips.size === 1 ? 'block is' : 'blocks are'} judged wrong on this page.`
      name.value = ''
      said.textContent = ''
      byId('want-hint').textContent = live
        ? 'Flipped blocks stand first in their list. The sample gets the page and this text.'
        : 'Flipped blocks stand first in their list. Put this text beside the page, as page.html or page.txt, in a folder below samples/.'
      write()
      dialog.showModal()
    },
  }
}

async function copied(text: HTMLTextAreaElement): Promise<boolean> {
  text.select()
  try {
    await navigator.clipboard.writeText(text.value)
    return true
  } catch {
    return document.execCommand('copy')
  }
}

function download(text: string, name: string): void {
  const link = document.createElement('a')
  link.href = URL.createObjectURL(new Blob([text], { type: 'text/yaml' }))
  link.download = name
  link.click()
  setTimeout(() => URL.revokeObjectURL(link.href), 1000)
}

/** Sends a sample to the server this page came from. @returns what to tell. */
async function handIn(sample: object): Promise<string> {
  try {
    const answer = await fetch('samples', {
      method: 'POST',
      headers: { 'content-type': 'application/json' },
      body: JSON.stringify(sample),
    })
    return await answer.text()
  } catch {
    return 'The server is gone: copy or download the text instead.'
  }
}
