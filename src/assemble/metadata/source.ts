import type { Claim } from '../../core/claim.ts'
import { evidence, type Found } from './found.ts'
import type { Witnesses } from './witnesses.ts'

const LONGEST = 60
const LABEL =
  /^(?:稿件|文章|信息|内容|新闻|消息)?(?:来源|來源|出处|转自|源自|source|quelle|fuente|fonte|источник|출처)(?:于|自)?\s*[:：]\s*/iu

/** A portal's service for accounts (某某号·政务): whose account it is says more. */
const SERVICE = /\p{Script=Han}{2}号(?:[·•]|$)/u

/** The outlet the page credits with the article: as printed, else as its markup names it. */
export function source(seen: Witnesses): Found<string> | undefined {
  const labelled = seen.labelled('source')
  const claims = [...seen.lines('source'), ...labelled, ...seen.claims('source')]
  const outlets = claims.flatMap((claim) => {
    const value = outlet(claim)
    return value === undefined ? [] : [{ ...claim, value, raw: claim.value }]
  })
  const best = outlets.find(({ value }) => !SERVICE.test(value)) ?? outlets[0]
  return best && { value: best.value, evidence: evidence(best, claims, best.raw) }
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
