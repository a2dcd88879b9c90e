import type { Claim } from '../../core/claim.ts'
import { evidence, type Found } from './found.ts'
import type { Witnesses } from './witnesses.ts'

const LONGEST = 60
const LABEL =
  /^(?:稿件|文章|信息|内容|新闻|消息)?(?:来源|來源|出处|转自|源自|source|quelle|fuente|fonte|источник|출처)(?:于|自)?\s*[:：]\s*/iu

/** The outlet the page credits with the article: as printed, else as its markup names it. */
export function source(seen: Witnesses): Found<string> | undefined {
  const labelled = seen.labelled('source')
  const claims = [...seen.lines('source'), ...labelled, ...seen.claims('source')]
  for (const claim of claims) {
    const value = outlet(claim)
    if (value !== undefined) return { value, evidence: evidence({ ...claim, value }, claims, claim.value) }
  }
  return undefined
}

function outlet(claim: Claim): string | undefined {
  const text = claim.value.replace(LABEL, '').trim()
  const isOutlet =
    text !== '' &&
    text.length <= LONGEST &&
    /\p{L}/u.test(text) &&
    !/^(?:https?:|www\.|\/)|[{}<>=]|^(?:default|null|undefined|none)$/i.test(text)
  return isOutlet ? text : undefined
}
