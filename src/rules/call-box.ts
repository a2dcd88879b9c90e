import type { Block } from '../core/block.ts'
import type { Facts } from '../core/facts.ts'
import { rule, type View } from '../core/rule.ts'
import { elementsAround, overElements } from '../facts/elements.ts'
import { mention } from '../words/mentions.ts'
import { type OpeningList, opening } from '../words/openings.ts'
import { reads } from '../words/whole-lines.ts'
import { isLinked } from './shapes/line.ts'

const OPENINGS: readonly OpeningList[] = [
  'app',
  'comment-form',
  'consent',
  'donate',
  'newsletter',
  'subscribe',
]

export default rule({
  id: 'call-box',
  role: 'promo',
  doc: 'Stands in a small box that calls for something (consent, a comment, a subscription, a gift, a newsletter, an app) and has the button or link for it.',
  weight: 2.6,
  evidence: 'proof',
  door: 'html',
  options: {
    mass: { default: 500, min: 40, doc: 'Heaviest box, in Latin-equivalent characters.' },
    blocks: { default: 9, min: 2, doc: 'Most blocks of a box.' },
    share: {
      default: 0.5,
      min: 0,
      max: 1,
      doc: 'Largest share of the page’s finished sentences a box holds.',
    },
  },
  examples: [
    {
      name: 'a box between paragraphs, and one under them',
      html: `<article><h1>Night bus gets a piano</h1><p>The night bus of Orm has a piano since Monday, and the last passengers of the line do not get off at the terminus any more.</p>
        <div class="w"><h3>✗ Support our work</h3><p>✗ Orm Notes is written by three people at one table. It costs less than a lamp.</p><p><a href="/give">✗ To the table</a></p></div>
        <p>It is tuned at the terminus, by a man who is paid in tickets, and who has asked for a second piano on the day bus.</p>
        <div class="x"><p>✗ We use cookies to remember what you like.</p><p>✗ You may think otherwise at any time.</p><button>✗ Fine</button></div></article>`,
    },
    {
      name: 'a long banner with its buttons',
      html: `<div><h2>✗ We value your privacy</h2><p>✗ We and our partners store what you read on your device, and read what you stored.</p>
        <p>✗ What you choose here is told to all of them, and holds for as long as they remember it, which is up to thirteen months. Some of them need to know where you are, others how old your telephone is, and one of them measures how long you look at a piano before you go on.</p>
        <p>✗ They weigh what they know with what others have told them, and draw up what you might like, which you may object to, one partner after the other, in a list that is kept in the order in which they have asked us.</p><button>✗ Accept all</button></div>
        <article><h1>Night bus gets a piano</h1><p>The night bus of Orm has a piano since Monday.</p></article>`,
    },
    {
      name: 'the story around a call is no box',
      html: `<article><h1>Night bus gets a piano</h1><div><p>The night bus of Orm has a piano since Monday.</p><p><a href="/give">Support our work</a></p></div></article>`,
    },
  ],
  *see(view, limits) {
    const calls = view.blocks.filter((block) => isCall(block, view.facts[block.at]!))
    if (calls.length === 0) return
    const boxes = elementsOf(view)
    const prose = view.facts.reduce((sum, { mass, endsSentence }) => sum + (endsSentence ? mass : 0), 0)
    const told = new Set<number>()
    for (const call of calls) {
      const box = boxAround(call, boxes, prose, limits)
      if (box === undefined) continue
      for (let at = box.from; at <= box.to; at++) {
        if (told.has(at)) continue
        told.add(at)
        yield { at, because: `stands in a box that says "${call.text.slice(0, 40)}"` }
      }
    }
  },
})

function isCall({ kind, text }: Block, fact: Facts): boolean {
  if (fact.letters === 0 || fact.mass > CALL || kind === 'code' || kind === 'cell') return false
  // what a list counts may read like the purposes of a banner
  if (kind === 'item' && fact.key.length < OPENED) return false
  if (OPENINGS.some((list) => opening(fact, list) >= Math.min(OPENED, fact.key.length))) return true
  if (reads(fact, 'login')) return true
  return text.length < CALL && (mention(fact, 'donate') ?? mention(fact, 'newsletter')) !== undefined
}
/** Longest block that is taken for a call, and what of it must be the opening, in Latin-equivalent characters. */
const CALL = 240
const OPENED = 10

interface Element {
  readonly from: number
  to: number
  count: number
  mass: number
  /** Share of the page's finished sentences, by mass. */
  prose: number
  /** Holds a button, a form or a block that is all link. */
  action: boolean
  /** Holds a button that agrees or declines. */
  answer: boolean
  title: boolean
}

function elementsOf({ blocks, facts, whole }: View): ReadonlyMap<number, Element> {
  return overElements<Element>(
    blocks,
    ({ at }) => ({
      from: at,
      to: at,
      count: 0,
      mass: 0,
      prose: 0,
      action: false,
      answer: false,
      title: false,
    }),
    (block) => {
      const { at, dom, kind, level } = block
      const { mass, endsSentence, key } = facts[at]!
      const action = dom!.tag === 'button' || dom!.zone === 'form' || isLinked(block) === true
      const answer = action && opening(facts[at]!, 'consent') === key.length && key !== ''
      const title = kind === 'heading' && (level === 1 || at === whole.headline)
      return (element) => {
        element.to = at
        element.count++
        element.mass += mass
        if (endsSentence) element.prose += mass
        element.action ||= action
        element.answer ||= answer
        element.title ||= title
      }
    },
  )
}

/** What asks for consent and has the buttons for it may be long: lists of purposes and of partners. */
const BANNER = { mass: 4000, blocks: 80 }

/** The innermost element around the call that holds something beside it, where that is a box; `prose` is the page's. */
function boxAround(
  call: Block,
  elements: ReadonlyMap<number, Element>,
  prose: number,
  limits: { readonly mass: number; readonly blocks: number; readonly share: number },
): Element | undefined {
  const around = elementsAround(call).map((number) => elements.get(number)!)
  const box = around.find(({ count }) => count > 1)
  if (box === undefined || box.title || !box.action) return undefined
  if (box.answer) return box.count <= BANNER.blocks && box.mass <= BANNER.mass ? box : undefined
  const share = box.prose / Math.max(1, prose)
  return box.mass <= limits.mass && box.count <= limits.blocks && share <= limits.share ? box : undefined
}
