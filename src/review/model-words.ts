/** What the features of the model look at, in words a reader of pages knows; the first line that fits tells. */
const LOOKS_AT: readonly (readonly [features: RegExp, words: string])[] = [
  [/^hand$/, 'what the rules saw in it'],
  [/^hand/, 'what the rules saw in its neighbours'],
  [/^headingHand$/, 'what the rules saw in its heading'],
  [/^(?:sectionHand|stretchHand|stretchWorst)$/, 'what the rules saw around it'],
  [/^votes:body$/, 'how much speaks for it as text'],
  [/^votes:/, 'how much it looks like $'],
  [/^since:/, 'how far behind a line of $ it stands'],
  [/^kind:/, 'how likely the page is of the type $'],
  [/^says/, 'what type of page the page says it is'],
  [/^readable(?:Strict)?$/, 'whether Readability kept it'],
  [/readable/i, 'what Readability kept around it'],
  [/^claimedBody$/, "whether the page's data has it in the text of the article"],
  [/^(?:linkShare|links)$/, 'how much of it is links'],
  [/^(?:linkShare|parentLinkShare|sectionLinks)/, 'how much is links around it'],
  [/^(?:mass|words|sentences)$/, 'how long it is'],
  [/^mass(?:Previous|Next)/, 'how long its neighbours are'],
  [/^(?:mass\^|long\^|shapeMass|shapeCount|parentMass)/, 'how much text the boxes around it hold'],
  [/^prose$/, 'how much it reads like prose'],
  [/^prose/, 'how much prose stands around it'],
  [/^(?:section|sinceHeading)/, 'the section it stands in'],
  [/^(?:stretch|shortRun|likeBefore)/, 'the run of lines it stands in'],
  [/^(?:series|card|mainSeries|prices|articles)/, 'the row of like boxes it may be part of'],
  [/^(?:titleEcho)$/, 'whether it says the title again'],
  [/(?:^title|FromTitle$)/, 'where it stands to the title'],
  [/^(?:named:|under:|goodNames|badNames)/, 'what the boxes around it are called'],
  [/^(?:in[A-Z]|mainParent|stepsToMain)/, 'the part of the page it stands in'],
  [/^(?:headings\^|images\^|heading[PN])/, 'headings and pictures around it'],
  [
    /^(?:position|massBefore|massAfter|toDensest|massToDensest)$/,
    'how far it stands from the bulk of the text',
  ],
  [/^(?:indent|blank|bullet$|cut$)/, 'how the dump lays it out'],
  [/^repeats$/, 'how often the page says it'],
  [/^(?:blocks|page[A-Z]|densestMass)/, 'the page as a whole'],
  [/^hidden$/, 'whether it is hidden'],
  [
    /^(?:is[A-Z]|heading|level|item|listDepth|quote|code|cell|caption|depth|images)/,
    'what kind of block it is',
  ],
  [
    /^(?:ends|trails|commaShare|capitals|upperShare|lowerCase|digitShare|separators|functionShare|sameScript|colon)/,
    'how it is written',
  ],
]

/** What a feature looks at; undefined for one nobody has words for. */
export function featureWords(feature: string): string | undefined {
  const found = LOOKS_AT.find(([features]) => features.test(feature))
  return found?.[1].replace('$', feature.slice(feature.indexOf(':') + 1))
}

const SAID = /^puts it all at ([+-]?\d+(?:\.\d+)?)(?:: (.*))?$/
const PART = /^(\S+) ([+-]?\d+(?:\.\d+)?)$/
const signed = (value: number) => `${value < 0 ? '−' : '+'}${Math.abs(value).toFixed(1)}`

/** The reason of the model's vote with what it looked at in words; what looks at the same is added up. */
export function modelReason(because: string): string {
  const [, total, list = ''] = SAID.exec(because) ?? []
  if (total === undefined) return because
  const sums = new Map<string, number>()
  for (const part of list.split(', ')) {
    const [, feature, weight] = PART.exec(part) ?? []
    if (feature === undefined) continue
    const words = featureWords(feature) ?? feature
    sums.set(words, (sums.get(words) ?? 0) + Number(weight))
  }
  const said = `weighs all of this up to ${signed(Number(total))}`
  if (sums.size === 0) return said
  const parts = [...sums].map(([words, weight]) => `${words} (${signed(weight)})`)
  return `${said}, moved most by ${parts.join(', ')}`
}

/** The reason of any vote, for a person. */
export const reasonOf = ({ rule, because }: { readonly rule: string; readonly because: string }): string =>
  rule === 'model' ? modelReason(because) : because
