// Pages to try engines with: `node pages.mjs COUNT > pages.jsonl`, the same every time, a record of JSON a line. Each is a story of one
// of 20 sites, between the menus and notices all pages of its site have.
const WHO = [
  'The ferry',
  'A new bridge',
  'The harbour office',
  'The old mill',
  'A school by the river',
  'The lighthouse keeper',
]
const DOES = [
  'opens again after',
  'waits for',
  'was repaired before',
  'has written a letter about',
  'needs volunteers for',
]
const WHAT = [
  'the winter storms',
  'a summer of low water',
  'the festival of lanterns',
  'the first snow',
  'the strike of the pilots',
]
const SAID = [
  'said the mayor on Tuesday',
  'as neighbours told this paper',
  'according to the minutes',
  'for the second time this decade',
]

let state = 19
// the constants of Numerical Recipes
const below = (n) => {
  state = (Math.imul(state, 1_664_525) + 1_013_904_223) >>> 0
  return Math.floor((state / 2 ** 32) * n)
}
const one = (of) => of[below(of.length)]
const headline = () => `${one(WHO)} ${one(DOES)} ${one(WHAT)}`
const paragraph = () =>
  `<p>${Array.from({ length: 2 + below(4) }, () => `${headline()}, ${one(SAID)}.`).join(' ')}</p>`

for (let at = 0; at < Number(process.argv[2] ?? 2000); at++) {
  const site = below(20)
  const menu = ['News', 'Weather', 'Tides', `Harbour ${site}`]
    .map((word) => `<li><a href="/${word}">${word}</a></li>`)
    .join('')
  const cards = Array.from(
    { length: 4 },
    () => `<li><a href="/story/${below(1000)}">${headline()}</a></li>`,
  ).join('')
  const title = headline()
  const story = Array.from({ length: 4 + below(12) }, paragraph).join('\n')
  const html = `<!doctype html><html lang="en"><head><title>${title} - Harbour ${site}</title></head><body>
<nav><ul>${menu}</ul></nav><main><article><h1>${title}</h1>
${story}
</article></main><aside><h2>More news</h2><ul>${cards}</ul></aside>
<footer><p>© Harbour Press ${site}. All rights reserved.</p><p>Write to Harbour ${site} about the tides.</p></footer></body></html>`
  process.stdout.write(
    `${JSON.stringify({ id: `story-${at}`, url: `https://harbour${site}.example/story/${at}`, html })}\n`,
  )
}
