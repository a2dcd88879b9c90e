import type { CommandRecord } from './command.ts'

const command = <F = unknown>(
  record: Omit<CommandRecord, 'run'> & {
    readonly run?: (operands: readonly string[], flags: F) => Promise<number | undefined>
  },
): CommandRecord => record

const INPUTS = 'files, folders, globs, or - for standard input'

/** Every command, in the order of `dechaff --help`. */
export const COMMANDS: readonly CommandRecord[] = [
  command<import('./clean-inputs.ts').CleanFlags>({
    name: 'clean',
    doc: 'clean pages: HTML files or plain-text dumps',
    operand: { value: '[INPUT...]', doc: INPUTS, default: ['-'] },
    examples: [
      'dechaff clean page.html',
      'dechaff clean dumps/*.txt --as text -f json > records.jsonl',
      'dechaff clean crawl/ -o out -p strict',
      'dechaff clean page.html -f html > article.html',
    ],
    run: async (inputs, flags) => {
      const { cleanInputs } = await import('./clean-inputs.ts')
      const { guarded } = await import('../batch/exit.ts')
      return guarded((signal) => cleanInputs(inputs, flags, signal))
    },
  }),
  command<import('./explain-input.ts').ExplainFlags>({
    name: 'explain',
    doc: 'show every block of a page, kept or dropped, its role, and the votes for and against it',
    operand: {
      value: '<INPUT>',
      doc: 'a file, FILE#ID for one page of a file of many (JSON Lines, WARC, CSV), or - for standard input',
    },
    examples: [
      'dechaff explain page.html',
      'dechaff explain dump.txt --grep "All rights reserved"',
      'dechaff explain crawl.warc.gz#https://paper.example/a/1',
    ],
    run: async ([input], flags) => (await import('./explain-input.ts')).explainInput(input!, flags),
  }),
  command({
    name: 'rules',
    doc: "list the rules, or show one rule's doc, options and examples",
    operand: { value: '[ID]', doc: 'a rule', isWord: true },
    examples: ['dechaff rules', 'dechaff rules share-bar', 'dechaff rules coverage samples'],
    run: async ([id]) => print((await import('./rules-text.ts')).rulesText(id)),
  }),
  command<{ readonly site?: readonly string[] }>({
    name: 'rules new',
    doc: 'write a rule of your own to start from: JavaScript, TypeScript, or data in a pipeline',
    operand: { value: '<FILE>', doc: 'NAME.mjs, NAME.ts or NAME.yaml; NAME is the name of the rule' },
    examples: [
      'dechaff rules new harbour-call.yaml --site harbour.example',
      'dechaff rules new harbour-call.ts',
    ],
    run: async ([path], { site }) => print(await (await import('./rules-file.ts')).newRule(path!, site)),
  }),
  command({
    name: 'rules check',
    doc: 'check rules of your own against their examples; exit code 3 where one does not hold',
    operand: { value: '<FILE...>', doc: 'modules for --rules, or pipeline files' },
    examples: ['dechaff rules check my-rules.ts valley.yaml'],
    run: async (paths) => (await import('./rules-file.ts')).checkRules(paths),
  }),
  command<import('./coverage-inputs.ts').CoverageFlags>({
    name: 'rules coverage',
    doc: 'count how often each rule fired, decided and was outvoted; on samples, which of them it holds up',
    operand: {
      value: '<RUN|DIR...>',
      doc: 'a run folder made with --explain, a folder of samples, or pages',
    },
    examples: [
      'dechaff rules coverage samples',
      'dechaff rules coverage run/ --json',
      'dechaff rules coverage crawl/ -p my-site.yaml',
    ],
    run: async (operands, flags) =>
      print(await (await import('./coverage-inputs.ts')).coverageOf(operands, flags)),
  }),
  command<{ readonly schema?: true }>({
    name: 'pipelines',
    doc: 'list the pipelines, or check one and show what differs from the default',
    operand: { value: '[NAME|FILE]', doc: 'a pipeline' },
    examples: [
      'dechaff pipelines',
      'dechaff pipelines my-site.yaml',
      'dechaff pipelines --schema > schema.json',
    ],
    run: async ([name], { schema = false }) =>
      print(await (await import('./pipelines-text.ts')).pipelinesText(name, schema)),
  }),
  command<Omit<import('../batch/request.ts').BatchRequest, 'operands'>>({
    name: 'run',
    doc: 'clean many pages in worker processes and account for every one; goes on where it was stopped',
    operand: { value: '[INPUT...]', doc: INPUTS, default: [] },
    examples: [
      'dechaff run crawl/ --out clean/',
      'dechaff run crawl-*.warc.gz --out clean/ --gzip --concurrency 8',
      'zcat pages.jsonl.gz | dechaff run - --to - > records.jsonl',
    ],
    run: async (operands, flags) => (await import('../batch/batch.ts')).batch({ ...flags, operands }),
  }),
  command<import('./merge.ts').MergeFlags>({
    name: 'merge',
    doc: 'put the parts of a run together; cleans nothing, and names what is missing',
    operand: { value: '<DIR...>', doc: 'run folder of all parts, or a folder for each' },
    examples: ['dechaff merge clean/', 'dechaff merge part-*/ --out clean/'],
    notes: 'Exit codes: 0 merged, 2 folders of other runs, 74 not written, 75 parts are missing.',
    run: async (dirs, flags) => (await import('./merge.ts')).mergeFolders(dirs, flags),
  }),
  command<{ readonly json?: true }>({
    name: 'status',
    doc: 'tell how far a run is, and which of its parts are missing; changes nothing',
    operand: { value: '<DIR...>', doc: 'run folder of all parts, or a folder for each' },
    notes: 'Exit codes: 0 complete, or ready to be merged; 75 not yet; 2 no run there.',
    run: async (dirs, { json = false }) => (await import('./merge.ts')).tellStatus(dirs, json),
  }),
  command<import('./split.ts').SplitFlags>({
    name: 'split',
    doc: 'cut archives and JSON Lines into parts between two records, and print them as a list for --list',
    operand: { value: '<INPUT...>', doc: 'files, folders or globs' },
    examples: [
      'dechaff split crawl/*.warc.gz > crawl.list',
      'dechaff run --list crawl.list --shard auto --out clean/',
    ],
    run: async (operands, flags) => (await import('./split.ts')).split(operands, flags),
  }),
  command<Omit<import('../batch/request.ts').BatchRequest, 'operands' | 'pipeline'>>({
    name: 'sites',
    doc: 'count on how many pages of its site each line stands, for --sites of the other commands',
    operand: { value: '[INPUT...]', doc: INPUTS, default: [] },
    examples: [
      'dechaff sites crawl.wet.gz -o sites.jsonl',
      'dechaff run crawl.wet.gz --sites sites.jsonl --out clean/',
      'dechaff sites show paper.example',
    ],
    run: async (operands, flags) =>
      (await import('../batch/batch.ts')).count({ ...flags, pipeline: 'article', operands }),
  }),
  command<{ readonly sites: string }>({
    name: 'sites show',
    doc: 'print the lines of a site, those on the most pages first',
    operand: {
      value: '<HOST>',
      doc: 'host, or host and first step of the path, or an address',
      isWord: true,
    },
    run: async ([host], { sites }) => (await import('./sites-files.ts')).showSite(host!, sites),
  }),
  command<import('./sites-files.ts').MergeFlags>({
    name: 'sites merge',
    doc: 'add counts of parts up into one file',
    operand: { value: '<FILE...>', doc: 'files of counts' },
    run: async (files, flags) => (await import('./sites-files.ts')).mergeCounts(files, flags),
  }),
  command<import('./twins-files.ts').TwinsFlags>({
    name: 'twins',
    doc: 'find near-duplicates among articles, and say which of them to keep',
    operand: {
      value: '<RECORDS...>',
      doc: 'JSON Lines with an id and a text, as "dechaff run" writes them; - for standard input',
    },
    examples: [
      'dechaff twins clean/articles.jsonl',
      'dechaff twins new.jsonl --against old.jsonl --drop fresh.jsonl',
    ],
    run: async (inputs, flags) => {
      const { twinsOf } = await import('./twins-files.ts')
      const { guarded } = await import('../batch/exit.ts')
      return guarded((signal) => twinsOf(inputs, flags, signal))
    },
  }),
  command<import('./review-inputs.ts').ReviewFlags>({
    name: 'review',
    doc: 'make one HTML file to look at: every block of every page, kept or dropped, with its votes',
    operand: { value: '<INPUT...>', doc: 'files, folders, globs; or a run folder (made with --explain)' },
    examples: [
      'dechaff review page.html',
      'dechaff review crawl/ -p strict -o crawl.html',
      'dechaff clean crawl/ --explain -f json --out run && dechaff review run',
      'dechaff review --serve crawl/ --samples samples',
    ],
    run: async (inputs, flags) => {
      const { serveInputs, writeReport } = await import('./review-inputs.ts')
      return flags.serve ? serveInputs(inputs, flags) : writeReport(inputs, flags)
    },
  }),
  command<{ readonly out: string; readonly serve?: true; readonly port?: number }>({
    name: 'playground',
    doc: 'make one HTML file to try pages in: see what becomes of one, turn rules off, take away the sample',
    examples: ['dechaff playground', 'dechaff playground --serve'],
    notes: 'The page holds all it needs and sends nothing anywhere.',
    run: async (_, flags) => (await import('./playground.ts')).playground(flags),
  }),
  command<import('./serve.ts').ServeFlags>({
    name: 'serve',
    doc: 'clean pages over HTTP: POST a page, get its record',
    examples: [
      'dechaff serve --port 8080',
      "curl --data-binary @page.html -H 'content-type: text/html' 127.0.0.1:8080/clean",
      'DECHAFF_TOKEN=... dechaff serve --host 0.0.0.0 --port 8080',
    ],
    notes: 'It opens no address. Also: /openapi.json, /health, /metrics.',
    run: async (_, flags) => (await import('./serve.ts')).serveService(flags),
  }),
  command<{ readonly pipeline: string }>({
    name: 'mcp',
    doc: 'clean pages for an agent: a server of the Model Context Protocol on standard input and output',
    notes: 'Tools: clean_page, explain_text, list_rules. Needs the package @modelcontextprotocol/server.',
    run: async (_, flags) => (await import('./mcp.ts')).serveMcp(flags),
  }),
  command({ name: 'sample', doc: 'keep pages as tests: add one, check them all, accept a new result' }),
  command<import('./sample.ts').AddFlags>({
    name: 'sample add',
    doc: 'make a sample of a page, with expectations proposed from what comes out today',
    operand: {
      value: '<PAGE>',
      doc: 'a file, or RECORDS#ID: a JSONL file or a folder of them, and the id of a record',
    },
    run: async ([page], flags) => (await import('./sample.ts')).add(page!, flags),
  }),
  command<import('./sample.ts').CheckFlags>({
    name: 'sample check',
    doc: 'clean every sample and compare; exit code 3 when one is not as wanted',
    operand: { value: '[DIR]', doc: 'folder of samples, or one sample', default: 'samples' },
    run: async ([dir], flags) => (await import('./sample.ts')).check(dir!, flags),
  }),
  command<import('./sample.ts').AcceptFlags>({
    name: 'sample accept',
    doc: 'write what comes out today as wanted, after showing the difference',
    operand: { value: '<ID>', doc: 'a sample: its folder, or its name in the folder of samples' },
    run: async ([id], flags) => (await import('./sample.ts')).accept(id!, flags),
  }),
  command({
    name: 'sample schema',
    doc: 'print the JSON schema of want.yaml, for completion in editors',
    run: async () => {
      const { wantJsonSchema } = await import('../samples/want.ts')
      return print(`${JSON.stringify(wantJsonSchema(), null, 2)}\n`)
    },
  }),
  command<import('./diff-inputs.ts').DiffFlags>({
    name: 'diff',
    doc: 'compare two runs, or two pipelines over the same pages: lines lost and gained, by rule',
    operand: {
      value: '<A...>',
      doc: 'two run folders; or, with two --pipeline, the pages to clean with both',
    },
    examples: [
      'dechaff diff before/ after/',
      'dechaff diff -p article -p my-site.yaml crawl/ --details',
      'dechaff diff before/ after/ --json | jq .byRule',
      'dechaff diff before/ after/ -o diff.html',
    ],
    notes: 'Runs tell by which rule a line went when they were made with --explain.',
    run: async (operands, flags) => (await import('./diff-inputs.ts')).diffInputs(operands, flags),
  }),
  command({
    name: 'completions',
    doc: 'print a script that completes commands, flags and values in a shell',
    operand: { value: '<SHELL>', doc: 'the shell', choices: ['bash', 'zsh', 'fish'], isWord: true },
    examples: [
      'dechaff completions bash > ~/.local/share/bash-completion/completions/dechaff',
      'dechaff completions zsh > ~/.zfunc/_dechaff',
      'dechaff completions fish > ~/.config/fish/completions/dechaff.fish',
    ],
    run: async ([shell]) => print((await import('./completions.ts')).completions(shell!, COMMANDS)),
  }),
]

function print(text: string): undefined {
  process.stdout.write(text)
}
