/** What the pages are made of besides the frame they share. */
export interface Skeleton {
  /** Behind the name in the bar. */
  readonly called: string
  /** Further buttons of the bar. */
  readonly tools?: string
  /** Above the list of pages. */
  readonly above?: string
  /** Above the article. */
  readonly views?: string
  /** Further keys and what they do, as rows of a list. */
  readonly keys?: string
  readonly dialogs?: string
}

/** Roles and labels stand in the markup; the scripts only fill and move. */
export const skeleton = ({
  called,
  tools = '',
  above = '',
  views = '',
  keys = '',
  dialogs = '',
}: Skeleton): string => `<a class="skip" href="#source-tree">Skip to the page's source</a>
<header class="bar">
  <h1>dechaff <span>${called}</span></h1>
  <p id="counts"></p>
  <div class="tools">
    ${tools}<button type="button" id="open-want" aria-haspopup="dialog">want.yaml <b id="flip-count" hidden></b></button>
    <button type="button" id="theme" aria-label="Switch between light and dark" title="Light or dark"><span aria-hidden="true">◐</span></button>
    <button type="button" id="open-help" aria-haspopup="dialog" aria-label="Keyboard help" title="Keyboard help (?)"><span aria-hidden="true">?</span></button>
  </div>
</header>
<nav class="tabs" aria-label="Views">
  <button type="button" data-view="pages" aria-pressed="false">Pages</button>
  <button type="button" data-view="source" aria-pressed="true">Source</button>
  <button type="button" data-view="article" aria-pressed="false">Article</button>
</nav>
<main class="panes" data-view="source">
  <section class="pane pages" aria-label="Pages">
    ${above}<form class="filters" role="search" aria-label="Pages">
      <input type="search" id="search" placeholder="Search pages and text" aria-label="Search pages and text" autocomplete="off" spellcheck="false">
      <p class="found" id="hits-row" hidden><span id="hits" role="status"></span> <span class="steps"><button type="button" id="hit-previous" aria-label="Previous place" title="Previous place (Shift+F)">↑</button> <button type="button" id="hit-next" aria-label="Next place" title="Next place (F, or Enter in the search)">↓</button></span></p>
      <div class="selects">
        <label>Status <select id="by-status"></select></label>
        <label>Reason <select id="by-reason"></select></label>
        <label>Role <select id="by-role"></select></label>
        <label>Rule <select id="by-rule"></select></label>
        <label class="wide">Order <select id="by-order"></select></label>
      </div>
      <p class="found"><span id="found" role="status"></span> <button type="button" id="clear" hidden>Clear</button></p>
    </form>
    <div class="list" id="page-list" role="listbox" tabindex="0" aria-label="Pages"><div id="page-rows" role="presentation"></div></div>
  </section>
  <section class="pane source" aria-label="Source">
    <div class="page-head" id="page-head"></div>
    <ul class="tree" id="source-tree" role="tree" aria-label="Source in reading order"></ul>
    <aside class="verdict" id="verdict" aria-label="Verdict" tabindex="0"></aside>
  </section>
  <section class="pane result" aria-label="Article and metadata">
    ${views}<div class="article" id="article" role="region" aria-label="Article" tabindex="0"></div>
  </section>
</main>
<p class="sr" id="live" role="status" aria-live="polite"></p>
<dialog id="want" aria-labelledby="want-title">
  <h2 id="want-title">want.yaml</h2>
  <p id="want-hint"></p>
  <form id="want-fields">
    <label>Why is this page a sample? <input id="want-why" autocomplete="off"></label>
    <label id="want-name-label" hidden>Name of the sample <input id="want-name" autocomplete="off" pattern="[a-z0-9][a-z0-9\\-]{0,59}"></label>
  </form>
  <textarea id="want-text" readonly spellcheck="false" aria-label="Text of want.yaml"></textarea>
  <p class="row"><button type="button" id="want-copy" class="main">Copy</button> <button type="button" id="want-download">Download</button> <button type="button" id="want-save" hidden>Save sample</button> <button type="button" id="want-close">Close</button></p>
  <p id="want-said" role="status"></p>
</dialog>
${dialogs}<dialog id="help" aria-labelledby="help-title">
  <h2 id="help-title">Keyboard</h2>
  <dl>
    <div><dt><kbd>j</kbd> <kbd>k</kbd></dt><dd>next, previous block</dd></div>
    <div><dt><kbd>space</kbd></dt><dd>flip the block's verdict; open or close a run</dd></div>
    <div><dt><kbd>n</kbd> <kbd>p</kbd></dt><dd>next, previous page</dd></div>
    <div><dt><kbd>→</kbd> <kbd>←</kbd></dt><dd>open, close a run of dropped blocks, a table or a list</dd></div>
    <div><dt><kbd>o</kbd></dt><dd>open or close all of them</dd></div>
    <div><dt><kbd>/</kbd></dt><dd>search</dd></div>
    <div><dt><kbd>f</kbd> <kbd>F</kbd></dt><dd>next, previous place that was searched for</dd></div>
    <div><dt><kbd>a</kbd></dt><dd>from a block to its paragraph in the article, and back</dd></div>
    <div><dt><kbd>w</kbd></dt><dd>want.yaml of this page</dd></div>
    ${keys}<div><dt><kbd>?</kbd></dt><dd>this help</dd></div>
    <div><dt><kbd>Esc</kbd></dt><dd>close, or back to the source</dd></div>
  </dl>
  <p class="row"><button type="button" id="help-close" class="main">Close</button></p>
</dialog>`

/** Two runs side by side. */
export const COMPARE_SKELETON = `<a class="skip" href="#lines">Skip to the lines</a>
<header class="bar">
  <h1>dechaff <span>diff</span></h1>
  <p id="counts"></p>
  <div class="tools">
    <button type="button" id="theme" aria-label="Switch between light and dark" title="Light or dark"><span aria-hidden="true">◐</span></button>
  </div>
</header>
<nav class="tabs" aria-label="Views">
  <button type="button" data-view="pages" aria-pressed="false">Pages</button>
  <button type="button" data-view="source" aria-pressed="true">Lines</button>
</nav>
<main class="panes two" data-view="source">
  <section class="pane pages" aria-label="Pages that changed">
    <form class="filters" role="search" aria-label="Pages">
      <input type="search" id="search" placeholder="Search pages" aria-label="Search pages" autocomplete="off" spellcheck="false">
      <p class="found"><span id="found" role="status"></span></p>
    </form>
    <div class="list" id="page-list" role="listbox" tabindex="0" aria-label="Pages that changed"><div id="page-rows" role="presentation"></div></div>
  </section>
  <section class="pane source" aria-label="Lines side by side">
    <div class="page-head" id="page-head"></div>
    <div class="sides" id="lines" role="region" aria-label="Lines" tabindex="0"></div>
    <aside class="verdict" id="verdict" aria-label="Votes before and after" tabindex="0"></aside>
  </section>
</main>`
