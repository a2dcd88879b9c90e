import { fold } from './fold.ts'
import { evidence, type Found } from './found.ts'
import type { Witnesses } from './witnesses.ts'

const LONGEST = 60
/** Steps of a trail that name no section: the way in, and the article itself. Folded. */
const GENERIC = new Set(
  (
    'home homepage start startseite accueil inicio início home page index 首页 首頁 主页 正文 正文内容 文章 详情 内容 ホーム トップ 홈 главная ' +
    'anasayfa beranda trangchủ strona główna hem forside news article articles blog'
  ).split(' '),
)
const STEPS = /\s*(?:[>›»→＞]|\s\/\s|\s::\s|\s\|\s)\s*/u

/** The trail from the site's front to the article, without the article's own title. */
export function breadcrumb(seen: Witnesses, title: string | undefined): Found<readonly string[]> | undefined {
  const lines = seen.lines('breadcrumb')
  const ofMarkup = seen.claims('breadcrumb')
  const origin = ofMarkup.length > 1 ? ofMarkup.filter((claim) => claim.from === ofMarkup[0]!.from) : []
  const block = seen.inRole('breadcrumb')[0]
  const claims =
    origin.length > 0
      ? origin
      : lines.length > 0
        ? lines
        : block
          ? [{ field: 'breadcrumb' as const, value: block.text, from: 'line' as const, key: 'breadcrumb' }]
          : []
  const steps = (claims.length === 1 ? claims[0]!.value.split(STEPS) : claims.map((claim) => claim.value))
    .map((step) => step.trim())
    .filter((step) => step !== '' && step.length <= LONGEST * 2)
  const own = title === undefined ? '' : fold(title)
  const trail = steps.filter((step, index) => index < steps.length - 1 || fold(step) !== own)
  if (trail.length < 2 || claims[0] === undefined) return undefined
  return {
    value: trail.slice(0, 10),
    evidence: evidence(claims[0], [], claims.map(({ value }) => value).join(' > ')),
  }
}

/** The section the page files the article under: said by its markup, else the trail's last telling step. */
export function section(seen: Witnesses, trail: readonly string[] | undefined): Found<string> | undefined {
  const claims = seen
    .claims('section')
    .filter(({ value }) => value.length <= LONGEST && !/^https?:|^\d+$/.test(value))
  const claim = seen.lines('section')[0] ?? claims[0]
  if (claim !== undefined) return { value: claim.value, evidence: evidence(claim, claims) }
  const step = trail?.findLast(
    (name, index) => index > 0 && name.length <= LONGEST && !GENERIC.has(fold(name)),
  )
  return step === undefined ? undefined : { value: step, evidence: { from: 'breadcrumb', raw: step } }
}
