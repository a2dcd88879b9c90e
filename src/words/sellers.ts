/**
 * How sentences that sell speak, by language: the seller of himself, and to his reader. Own selection from what hacked pages
 * paste into stories; each tells nothing alone, for columnists say "we" and recipes say "you". Matched as whole words.
 */
const SELLERS: Readonly<Record<string, string>> = {
  en: 'our|us|we',
  de: 'unser|unsere|unserem|unseren|unserer|unseres|bei uns|wir',
  fr: 'notre|nos|nous|chez nous',
  es: 'nuestro|nuestra|nuestros|nuestras|nosotros|con nosotros|ofrecemos|contáctenos',
  pt: 'nosso|nossa|nossos|nossas|conosco|oferecemos',
  it: 'nostro|nostra|nostri|nostre|da noi|offriamo|contattaci',
  nl: 'onze|ons|bij ons|wij',
  pl: 'nasz|nasza|nasze|naszym|naszej|naszych|nas|u nas|oferujemy',
  ru: 'наш|наша|наше|наши|нашем|нашей|нашего|нашу|наших|нам|у нас|мы',
  uk: 'наш|наша|наше|наші|нашому|нашій|у нас|ми',
  tr: 'sitemiz|sitemizde|sitemize|bizim|bizimle|bize|firmamız',
  id: 'kami|situs kami',
  vi: 'chúng tôi|bên mình|nhà cái chúng tôi',
  ar: 'لدينا|موقعنا|معنا|متجرنا|نقدم|نوفر',
  ko: '저희|우리 사이트|당사',
}

const READERS: Readonly<Record<string, string>> = {
  en: 'you|your|order|buy|contact|message|call|text|join|apply|sign up|place your|get|visit|play|claim|every new player|new players|new customers',
  de: 'sie|ihr|ihre|ihnen|ihrem|ihren|dir|dich|dein|deine|jeder|jeden|neue spieler|neukunden',
  fr: 'vous|votre|vos|commandez|achetez|contactez|jouez|profitez|obtenez|inscrivez',
  es: 'usted|su|sus|tu|tus|te|le|compre|compra|pida|juega|juegue|contáctenos|escríbanos|regístrese|regístrate|nuevos jugadores',
  pt: 'você|seu|sua|seus|suas|te|compre|peça|jogue|fale|cadastre|ganhe|novos jogadores',
  it: 'tuo|tua|tuoi|ti|vi|vostro|vostra|compra|acquista|ordina|gioca|contattaci|scrivici|registrati|nuovi giocatori',
  nl: 'u|uw|je|jouw|bestel|koop|neem contact|speel|nieuwe spelers',
  pl: 'ci|ciebie|twój|twoje|twoją|państwu|kup|zamów|napisz|graj|odbierz|nowi gracze|nowy gracz',
  ru: 'вы|вам|вас|ваш|ваша|ваши|вашу|купите|закажите|пишите|звоните|обращайтесь|играйте|получите|каждый новый|новый игрок|новым игрокам|на карту',
  uk: 'ви|вам|вас|ваш|ваша|ваші|купіть|замовте|пишіть|дзвоніть|грайте',
  tr: 'siz|size|sizi|hemen|üye olun|alın|sipariş verin|kazanın|oynayın',
  id: 'anda|kamu|daftar|beli|pesan|hubungi|main|mainkan|gabung|member baru',
  vi: 'bạn|quý khách|đăng ký|liên hệ|mua|chơi|nhận',
  ar: 'لك|لكم|اطلب|اشتر|تواصل|سجل|العب|احصل|اتصل',
  ko: '고객님|여러분|하세요|받으세요|문의|상담|가입|주문',
}

/** Orders to buy or to get in touch that open a sentence. */
const ORDERS =
  'order|buy|contact|message|call|text|join|apply|get|visit|claim|bestellen sie|kaufen sie|schreiben sie|rufen sie|sichern sie|commandez|achetez|contactez|profitez|compre|compra|pida|contáctenos|peça|acquista|ordina|contattaci|bestel|koop|kup|zamów|купите|закажите|пишите|звоните|обращайтесь|получите|купіть|замовте|beli|pesan|hubungi|daftar|mua|liên hệ|đăng ký|اطلب|اشتر|تواصل'

/** What judges, forbids or warns speaks of an offer and is none. */
const JUDGES =
  'should|shouldn|never|beware|must not|ought|nie|niemals|darf nicht|sollte|sollten|jamais|devrait|devraient|nunca|debería|deberían|deveria|dovrebbe|mai|nooit|nigdy|никогда|нельзя|должны|следует|ніколи|asla|jangan|đừng|không nên'

const whole = (lists: readonly string[]): RegExp =>
  new RegExp(`(?<![\\p{L}\\p{M}])(?:${lists.join('|')})(?![\\p{L}\\p{M}])`, 'iu')

export const SELLER = whole(Object.values(SELLERS))
export const READER = whole(Object.values(READERS))
export const ORDERS_READER = new RegExp(`^[\\s•*–-]{0,4}(?:${ORDERS})(?![\\p{L}\\p{M}])`, 'iu')
export const JUDGE = whole([JUDGES])
