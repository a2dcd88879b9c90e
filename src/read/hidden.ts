import type { HiddenBy } from '../core/block.ts'

interface Declared {
  readonly style: string | undefined
  readonly hidden: boolean
  readonly ariaHidden: boolean
  readonly color?: string
}

/** Off the left or top edge by this much is not a nudge: the values in use are 999 and above. */
const OFFSCREEN = 500

/** How an element's own attributes hide it from readers; undefined where they do not. */
export function hiddenBy({ style, hidden, ariaHidden }: Declared): HiddenBy | undefined {
  if (hidden) return 'attribute'
  if (style !== undefined) {
    const by = hiddenByStyle(style.length > 2000 ? style.slice(0, 2000) : style)
    if (by) return by
  }
  return ariaHidden ? 'aria' : undefined
}

function hiddenByStyle(style: string): HiddenBy | undefined {
  const values = declarations(style)
  if (values.size === 0) return undefined
  const get = (name: string) => values.get(name) ?? ''
  if (get('display') === 'none' || get('visibility') === 'hidden' || get('visibility') === 'collapse')
    return 'style'
  if (get('opacity') !== '' && Number.parseFloat(get('opacity')) === 0) return 'style'
  if (isOffscreen(get)) return 'offscreen'
  if (isTiny(get)) return 'tiny'
  if (isClipped(get)) return 'clipped'
  const colour = get('color')
  if (
    colour !== '' &&
    (colour === get('background-color') || colour === get('background') || colour === 'transparent')
  )
    return 'colour'
  return undefined
}

type Get = (name: string) => string

function isOffscreen(get: Get): boolean {
  const placed = get('position') === 'absolute' || get('position') === 'fixed'
  if (
    placed &&
    (pixels(get('left')) <= -OFFSCREEN ||
      pixels(get('top')) <= -OFFSCREEN ||
      pixels(get('right')) <= -OFFSCREEN)
  )
    return true
  return pixels(get('text-indent')) <= -OFFSCREEN || pixels(get('margin-left')) <= -OFFSCREEN
}

function isTiny(get: Get): boolean {
  const size = get('font-size')
  if (size !== '' && pixels(size) <= 1 && !/em|%/.test(size)) return true
  if (size !== '' && Number.parseFloat(size) === 0) return true
  const cut = get('overflow') === 'hidden' || get('overflow-y') === 'hidden'
  const flat = (value: string) => value !== '' && pixels(value) <= 1 && !/em|%/.test(value)
  return cut && (flat(get('height')) || flat(get('width')) || flat(get('max-height')))
}

function isClipped(get: Get): boolean {
  const clip = get('clip').replaceAll(' ', '').replaceAll('px', '')
  if (/^rect\((?:[01],?){4}\)$/.test(clip)) return true
  return /^inset\((?:50|100)%/.test(get('clip-path')) || get('clip-path') === 'circle(0)'
}

function pixels(value: string): number {
  const number = Number.parseFloat(value)
  if (Number.isNaN(number)) return Number.NaN
  return /em\b/.test(value) ? number * 16 : number
}

function declarations(style: string): Map<string, string> {
  const values = new Map<string, string>()
  for (const declaration of style.toLowerCase().split(';')) {
    const colon = declaration.indexOf(':')
    if (colon < 0) continue
    values.set(
      declaration.slice(0, colon).trim(),
      declaration
        .slice(colon + 1)
        .replace('!important', '')
        .trim(),
    )
  }
  return values
}
