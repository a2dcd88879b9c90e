import { choosePhrases } from '../../samples/choose.ts'
import type { ReviewPage } from '../packed.ts'
import { wantText } from '../want-text.ts'
import { byId } from './element.ts'

/** A page with what is expected of it, as it leaves the dialog. */
export interface KeptSample {
  readonly page: ReviewPage
  /** Of the page in the index. */
  readonly number: number
  readonly name: string
  readonly why: string
  readonly flips: ReadonlySet<number>
  /** Text of its `want.yaml`. */
  readonly want: string
}

/** What becomes of samples. */
export interface SampleKeeping {
  readonly hint: string
  /** Keeps one. @returns what to tell. Absent where the text can only be taken away. */
  readonly save?: (sample: KeptSample) => Promise<string>
  /** Name of the pipeline a page is judged by, where its sample must say so. */
  readonly pipeline?: (number: number) => string | undefined
}

export interface WantDialog {
  open(page: ReviewPage, number: number, flips: ReadonlySet<number>): void
}

/** The dialog that turns a page's flips into the text of a `want.yaml`. */
export function wantDialog({ hint, save, pipeline }: SampleKeeping): WantDialog {
  const dialog = byId<HTMLDialogElement>('want')
  const [text, said] = [byId<HTMLTextAreaElement>('want-text'), byId('want-said')]
  const [why, name] = [byId<HTMLInputElement>('want-why'), byId<HTMLInputElement>('want-name')]
  let shown: Pick<KeptSample, 'page' | 'number' | 'flips'> | undefined
  const reason = () => why.value.trim() || why.placeholder
  const write = () => {
    if (!shown) return
    const { page, number, flips } = shown
    const choice = choosePhrases(page, flips)
    text.value = wantText(choice, reason(), page.input?.url ?? undefined, pipeline?.(number))
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
    download(new Blob([text.value], { type: 'text/yaml' }), 'want.yaml')
    said.textContent = 'Saved as want.yaml.'
  })
  byId('want-save').hidden = save === undefined
  byId('want-name-label').hidden = save === undefined
  byId('want-save').addEventListener('click', async () => {
    if (!shown || !save || !name.reportValidity()) return
    said.textContent = 'Saving …'
    said.textContent = await save({ ...shown, name: name.value, why: reason(), want: text.value })
  })
  return {
    open(page, number, flips) {
      shown = { page, number, flips }
      why.value = ''
      why.placeholder =
        flips.size === 0
          ? 'The result is right and should stay so.'
          : `${flips.size} ${flips.size === 1 ? 'block is' : 'blocks are'} judged wrong on this page.`
      name.value = ''
      said.textContent = ''
      byId('want-hint').textContent = `Flipped blocks stand first in their list. ${hint}`
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

export function download(content: Blob, name: string): void {
  const link = document.createElement('a')
  link.href = URL.createObjectURL(content)
  link.download = name
  link.click()
  setTimeout(() => URL.revokeObjectURL(link.href), 1000)
}

/** Of a report: handed to the server it came from where it is live, else taken away as text. */
export function samplesOfReport(live: boolean): SampleKeeping {
  if (!live)
    return { hint: 'Put this text beside the page, as page.html or page.txt, in a folder below samples/.' }
  return {
    hint: 'The sample gets the page and this text.',
    async save({ page, name, why, flips }) {
      const blocks = [...flips].map((at) => ({ at, text: page.blocks?.[at]?.text ?? '' }))
      try {
        const answer = await fetch('samples', {
          method: 'POST',
          headers: { 'content-type': 'application/json' },
          body: JSON.stringify({ id: page.id, name, why, flips: blocks }),
        })
        return await answer.text()
      } catch {
        return 'The server is gone: copy or download the text instead.'
      }
    },
  }
}
