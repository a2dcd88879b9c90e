import { type Frame, frameEnd, frameStart } from '../review/frame.ts'
import { end, listenHere, pageHeaders, type ReviewServer } from '../review/serve.ts'
import { skeleton } from '../review/skeleton.ts'

const GIVE = `<details class="give" id="give" open>
      <summary>A page to clean</summary>
      <form id="give-form" aria-label="A page to clean">
        <textarea id="paste" rows="5" spellcheck="false" aria-label="A page: its HTML, or text copied from it" placeholder="Paste a page here: its HTML, or text copied from it. Or drop files anywhere."></textarea>
        <div class="selects">
          <label>Address <input id="url" inputmode="url" autocomplete="off" spellcheck="false"></label>
          <label>Read as <select id="as"><option value="">what it looks like</option><option value="html">HTML</option><option value="text">plain text</option></select></label>
        </div>
        <p class="row"><button type="submit" class="main">Clean</button> <button type="button" id="choose">Open files …</button><input type="file" id="files" multiple hidden></p>
      </form>
    </details>
    <details class="give" id="judge">
      <summary>Pipeline: <span id="judge-said">article</span></summary>
      <div class="selects">
        <label>Pipeline <select id="pipeline"></select></label>
        <label>Rules <input id="rule-search" type="search" autocomplete="off" placeholder="any"></label>
      </div>
      <ul class="rules" id="rules" aria-label="Rules and gates" tabindex="0"></ul>
      <p class="row"><button type="button" id="all-on" hidden>All on</button></p>
      <div class="against" id="against" role="status"></div>
    </details>
    <p class="took" id="took" role="status"></p>
    `
const VIEWS = `<div class="views" role="group" aria-label="Result">
      <button type="button" id="view-article" aria-pressed="true">Article</button>
      <button type="button" id="view-markdown" aria-pressed="false">Markdown</button>
      <button type="button" id="view-json" aria-pressed="false">JSON</button>
      <span class="take" id="take" hidden><button type="button" id="take-copy">Copy</button> <button type="button" id="take-download">Download</button></span>
    </div>
    <pre class="written" id="written" role="region" aria-label="Result as text" tabindex="0" hidden></pre>
    `

const PLAYGROUND: Frame = {
  title: 'dechaff playground',
  script: 'playground/page',
  body: skeleton({
    called: 'playground',
    above: GIVE,
    views: VIEWS,
    keys: '<div><dt><kbd>i</kbd></dt><dd>paste another page</dd></div>\n    ',
  }),
}

/** The playground: one page with all of core in it, that opens from disk and talks to nobody. */
export const playgroundPage = (): string => `${frameStart(PLAYGROUND)}${frameEnd(PLAYGROUND)}`

/** Serves the playground on this machine only; `port`: default any free one. */
export function servePlayground(port = 0): Promise<ReviewServer> {
  return listenHere(port, async ({ method, url }, response) => {
    if (url !== '/') end(response, 404, 'not found')
    else if (method !== 'GET') end(response, 405, 'not allowed')
    else response.writeHead(200, pageHeaders(PLAYGROUND)).end(playgroundPage())
  })
}
