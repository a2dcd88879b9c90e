import captcha from './captcha.ts'
import consentWall from './consent-wall.ts'
import empty from './empty.ts'
import errorPage from './error-page.ts'
import type { Gate } from './gate.ts'
import language from './language.ts'
import notAnArticle from './not-an-article.ts'
import spam from './spam.ts'

/** Every gate, alphabetical; the first that speaks gives the reason. */
export const GATES: readonly Gate[] = [captcha, consentWall, empty, errorPage, language, notAnArticle, spam]
