/**
 * Runs in the page: every line of text that is in view with too little contrast to its background, by the formula of
 * WCAG 2.2 (4.5 : 1, large text 3 : 1). Colours are read off a canvas, which knows every notation.
 */
export const LOW_CONTRAST = `(() => {
  const canvas = document.createElement('canvas').getContext('2d', { willReadFrequently: true })
  const rgba = (colour) => {
    canvas.clearRect(0, 0, 1, 1); canvas.fillStyle = colour; canvas.fillRect(0, 0, 1, 1)
    const [r, g, b, a] = canvas.getImageData(0, 0, 1, 1).data
    return [r, g, b, a / 255]
  }
  const over = (top, under) => [0, 1, 2].map((i) => top[i] * top[3] + under[i] * (1 - top[3])).concat(1)
  const backdrop = (element) => {
    const layers = []
    for (let at = element; at; at = at.parentElement) layers.push(rgba(getComputedStyle(at).backgroundColor))
    return layers.reverse().reduce((under, top) => over(top, under), [255, 255, 255, 1])
  }
  const light = ([r, g, b]) => [r, g, b].map((v) => v / 255).map((v) => v <= 0.04045 ? v / 12.92 : ((v + 0.055) / 1.055) ** 2.4)
    .reduce((sum, v, i) => sum + v * [0.2126, 0.7152, 0.0722][i], 0)
  const low = []
  const walker = document.createTreeWalker(document.body, NodeFilter.SHOW_TEXT)
  for (let node = walker.nextNode(); node; node = walker.nextNode()) {
    const element = node.parentElement
    if (!node.data.trim() || /^(?:SCRIPT|STYLE|OPTION)$/.test(element.tagName) || !element.checkVisibility()) continue
    if (element.closest('.sr, .skip')) continue
    const style = getComputedStyle(element)
    const under = backdrop(element)
    const [a, b] = [light(over(rgba(style.color), under)), light(under)].sort((x, y) => y - x)
    const ratio = (a + 0.05) / (b + 0.05)
    const size = parseFloat(style.fontSize)
    const large = size >= 24 || (size >= 18.66 && Number(style.fontWeight) >= 700)
    if (ratio < (large ? 3 : 4.5)) low.push(ratio.toFixed(2) + ' ' + element.className + ': ' + node.data.slice(0, 40))
  }
  return low
})()`
