import type { DateKind } from '../core/line-reading.ts'
import type { Phrases } from './phrases.ts'

/**
 * Words that stand by a date and say what it is. Own selection from the printed lines of news pages in each
 * language. `dmy` marks languages that write the day first, so that `03/04/2025` beside such a word can be read.
 */
interface Cues {
  readonly published: string
  readonly modified: string
  readonly dmy?: true
}

const CUES: Readonly<Record<string, Cues>> = {
  en: {
    published: 'published posted released issued filed aired publishing',
    modified: 'updated update modified revised edited reviewed changed corrected',
  },
  de: {
    published: 'veröffentlicht publiziert erschienen erstveröffentlichung',
    modified: 'aktualisiert aktualisierung stand geändert aktualisierte update',
    dmy: true,
  },
  fr: {
    published: 'publié publiée publie paru parue écrit posté',
    modified: 'modifié modifiée jour màj maj actualisé',
    dmy: true,
  },
  es: {
    published: 'publicado publicada publicación',
    modified: 'actualizado actualizada actualización modificado act',
    dmy: true,
  },
  it: {
    published: 'pubblicato pubblicata pubblicazione',
    modified: 'aggiornato aggiornata aggiornamento modificato modifica',
    dmy: true,
  },
  pt: {
    published: 'publicado publicada publicação postado',
    modified: 'atualizado atualizada atualização actualizado modificado',
    dmy: true,
  },
  nl: {
    published: 'gepubliceerd geplaatst verschenen',
    modified: 'bijgewerkt gewijzigd aangepast update',
    dmy: true,
  },
  sv: {
    published: 'publicerad publicerat publicerades',
    modified: 'uppdaterad uppdaterat ändrad',
    dmy: true,
  },
  da: { published: 'publiceret udgivet offentliggjort', modified: 'opdateret ændret', dmy: true },
  no: { published: 'publisert', modified: 'oppdatert endret', dmy: true },
  fi: { published: 'julkaistu', modified: 'päivitetty muokattu', dmy: true },
  pl: {
    published: 'opublikowano publikacja publikacji dodano',
    modified: 'aktualizacja aktualizacji zaktualizowano zmodyfikowano',
    dmy: true,
  },
  cs: {
    published: 'publikováno vydáno zveřejněno',
    modified: 'aktualizováno aktualizace upraveno',
    dmy: true,
  },
  hr: {
    published: 'objavljeno objavljen objava објављено објавено',
    modified: 'ažurirano posodobljeno izmijenjeno ажурирано',
    dmy: true,
  },
  et: { published: 'avaldatud', modified: 'uuendatud muudetud', dmy: true },
  hu: { published: 'megjelent közzétéve', modified: 'frissítve módosítva' },
  lt: { published: 'paskelbta publikuota', modified: 'atnaujinta' },
  lv: { published: 'publicēts', modified: 'atjaunots papildināts' },
  sq: { published: 'botuar publikuar', modified: 'përditësuar', dmy: true },
  az: { published: 'yayımlanıb', modified: 'yenilənib', dmy: true },
  bn: { published: 'প্রকাশিত প্রকাশ', modified: 'আপডেট হালনাগাদ', dmy: true },
  ur: { published: 'شائع', modified: 'اپڈیٹ', dmy: true },
  ro: { published: 'publicat', modified: 'actualizat', dmy: true },
  tr: {
    published: 'yayınlanma yayınlandı yayın giriş eklenme',
    modified: 'güncelleme güncellendi güncellenme',
    dmy: true,
  },
  id: {
    published: 'terbit diterbitkan dipublikasikan tayang diposting',
    modified: 'diperbarui diperbaharui pembaruan update',
    dmy: true,
  },
  vi: { published: 'đăng', modified: 'nhật', dmy: true },
  ru: {
    published: 'публикация опубликовано опубликована опубликован публикации размещено',
    modified: 'обновлено обновлена обновления обновлен изменено',
    dmy: true,
  },
  uk: { published: 'опубліковано публікації', modified: 'оновлено змінено', dmy: true },
  bg: { published: 'публикувана публикувано', modified: 'обновена обновено', dmy: true },
  el: { published: 'δημοσίευση δημοσιεύτηκε δημοσιεύθηκε', modified: 'ενημέρωση ενημερώθηκε', dmy: true },
  ar: { published: 'نشر نُشر النشر نشرت', modified: 'تحديث التحديث حُدث', dmy: true },
  fa: { published: 'انتشار منتشر', modified: 'بروزرسانی روزرسانی', dmy: true },
  he: { published: 'פורסם', modified: 'עודכן', dmy: true },
  hi: { published: 'प्रकाशित', modified: 'अपडेटेड अपडेट', dmy: true },
  ko: {
    published: '입력 등록 승인 발행 게재 게재일 작성일 등록일 발행일 게시',
    modified: '수정 업데이트 최종수정 수정일',
  },
}

/** Words for what else a date may be, of all languages together. */
const OTHER_CUES: Readonly<Record<Exclude<DateKind, 'published' | 'modified'>, string>> = {
  created:
    'created erstellt erstellungsdatum créé creado creato criado oprettet utworzono oluşturulma oluşturma создано створено skapad opprettet dibuat',
  received:
    'received submitted submission eingereicht eingegangen reçu soumis recibido enviado ricevuto recebido submetido получена получено поступила ' +
    'otrzymano nadesłano 접수 접수일 투고 투고일 원고접수',
  accepted:
    'accepted acceptance akzeptiert angenommen accepté aceptado accettato aceito принята принято zaakceptowano przyjęto 게재확정 채택',
  event:
    'event deadline starts begins starting beginning veranstaltung termin beginnt einsendeschluss événement evento etkinlik мероприятие начало ' +
    'wydarzenie évènement scheduled 행사 마감 anmeldeschluss einsendeschluss bewerbungsfrist inscriptions inscripciones',
  expiry:
    'expires expired expiry expiration expire closing due bewerbungsschluss clôture cierre plazo scadenza prazo vencimento срок son valid gültig ablaufdatum caduca vence scade vervalt истекает действует ważne geçerlilik 만료 기한',
  other:
    'accessed retrieved visited viewed downloaded abgerufen consulté consultado consultato geraadpleegd обращения dostęp erişim copyright © born died ' +
    'geboren gestorben né née nacido nato joined registered registriert inscrit founded established since member 가입',
}

/** Cues of scripts without spaces: found anywhere in the words before (or right after) a date. */
export const GLUED_CUES: readonly (readonly [string, DateKind])[] = [
  ['更新', 'modified'],
  ['修改', 'modified'],
  ['修订', 'modified'],
  ['修回', 'modified'],
  ['改稿', 'modified'],
  ['ปรับปรุง', 'modified'],
  ['แก้ไข', 'modified'],
  ['编辑于', 'modified'],
  ['編輯於', 'modified'],
  ['最終改訂', 'modified'],
  ['改訂', 'modified'],
  ['发布', 'published'],
  ['發佈', 'published'],
  ['發布', 'published'],
  ['发表', 'published'],
  ['發表', 'published'],
  ['刊登', 'published'],
  ['公開', 'published'],
  ['掲載', 'published'],
  ['配信', 'published'],
  ['投稿', 'published'],
  ['收稿', 'received'],
  ['受付', 'received'],
  ['录用', 'accepted'],
  ['接受', 'accepted'],
  ['採択', 'accepted'],
  ['受理', 'accepted'],
  ['举办', 'event'],
  ['举行', 'event'],
  ['開催', 'event'],
  ['截止', 'expiry'],
  ['有效', 'expiry'],
  ['期限', 'expiry'],
  ['締切', 'expiry'],
  ['作成', 'created'],
  ['创建', 'created'],
  ['版权', 'other'],
  ['閲覧', 'other'],
  ['注册', 'other'],
  ['登録日', 'other'],
  ['公布', 'published'],
  ['เผยแพร่', 'published'],
  ['อัปเดต', 'modified'],
  ['อัพเดท', 'modified'],
]

export interface Cue {
  readonly kind: DateKind
  readonly dmy: boolean
}

/** Cue by lower-case word. The first language to list a word wins. */
export const CUE_WORDS: ReadonlyMap<string, Cue> = cueWords()

function cueWords(): Map<string, Cue> {
  const map = new Map<string, Cue>()
  for (const { published, modified, dmy = false } of Object.values(CUES)) {
    for (const word of published.split(' ')) if (!map.has(word)) map.set(word, { kind: 'published', dmy })
    for (const word of modified.split(' ')) if (!map.has(word)) map.set(word, { kind: 'modified', dmy })
  }
  for (const [kind, words] of Object.entries(OTHER_CUES) as [DateKind, string][])
    for (const word of words.split(' ')) if (!map.has(word)) map.set(word, { kind, dmy: false })
  return map
}

/** Words that stand in dates and times: months, weekdays, spans. A line of these and numbers only is a time. */
export const DATE_WORDS: Phrases = {
  en: 'january|february|march|april|may|june|july|august|september|october|november|december|jan|feb|mar|apr|jun|jul|aug|sep|sept|oct|nov|dec|monday|tuesday|wednesday|thursday|friday|saturday|sunday|mon|tue|tues|wed|thu|thur|thurs|fri|sat|sun|am|pm|a|p|m|at|on|st|nd|rd|th|ago|hour|hours|hr|hrs|h|minute|minutes|min|mins|day|days|d|week|weeks|w|month|months|mo|year|years|y|yesterday|today|just|now|est|edt|pst|pdt|gmt|utc|ist|bst|cet|cest|et|pt|updated|published|posted|date|last|modified|an|one|of',
  de: 'januar|februar|märz|mai|juni|juli|oktober|dezember|jän|mär|okt|dez|montag|dienstag|mittwoch|donnerstag|freitag|samstag|sonntag|mo|di|mi|do|fr|sa|so|uhr|vor|std|stunden|stunde|minuten|tagen|tag|wochen|gestern|heute|am|um|den|der',
  fr: 'janvier|février|mars|avril|mai|juin|juillet|août|septembre|octobre|novembre|décembre|janv|févr|avr|juil|déc|lundi|mardi|mercredi|jeudi|vendredi|samedi|dimanche|il|y|a|heures|heure|minutes|jours|jour|semaines|hier|le|à|publié|mis|jour',
  es: 'enero|febrero|marzo|abril|mayo|junio|julio|agosto|septiembre|setiembre|octubre|noviembre|diciembre|ene|abr|ago|dic|lunes|martes|miércoles|jueves|viernes|sábado|domingo|hace|horas|hora|minutos|días|día|ayer|hoy|de|del|a|las',
  it: 'gennaio|febbraio|aprile|maggio|giugno|luglio|settembre|ottobre|dicembre|gen|mag|giu|lug|set|ott|dic|lunedì|martedì|mercoledì|giovedì|venerdì|sabato|domenica|ore|ora|fa|giorni|ieri|oggi|alle',
  pt: 'janeiro|fevereiro|março|abril|maio|junho|julho|setembro|outubro|novembro|dezembro|fev|out|dez|segunda-feira|terça-feira|quarta-feira|quinta-feira|sexta-feira|segunda|terça|quarta|quinta|sexta|feira|há|horas|dias|ontem|hoje|às|atrás',
  ru: 'января|февраля|марта|апреля|мая|июня|июля|августа|сентября|октября|ноября|декабря|январь|февраль|март|апрель|май|июнь|июль|август|сентябрь|октябрь|ноябрь|декабрь|янв|фев|мар|апр|авг|сен|окт|ноя|дек|понедельник|вторник|среда|четверг|пятница|суббота|воскресенье|назад|часов|часа|час|минут|минуты|дней|дня|день|вчера|сегодня|в|мск|г|года',
  uk: 'січня|лютого|березня|квітня|травня|червня|липня|серпня|вересня|жовтня|листопада|грудня|вчора|сьогодні|годин|години|хвилин|тому|о',
  pl: 'stycznia|lutego|marca|kwietnia|maja|czerwca|lipca|sierpnia|września|października|listopada|grudnia|godz|godzin|godziny|temu|wczoraj|dzisiaj|dziś|dni|minut',
  tr: 'ocak|şubat|mart|nisan|mayıs|haziran|temmuz|ağustos|eylül|ekim|kasım|aralık|oca|şub|nis|haz|tem|ağu|eyl|kas|ara|pazartesi|salı|çarşamba|perşembe|cuma|cumartesi|pazar|saat|önce|dakika|gün|dün|bugün|güncelleme',
  id: 'januari|februari|maret|april|mei|juni|juli|agustus|september|oktober|november|desember|agu|okt|des|senin|selasa|rabu|kamis|jumat|sabtu|minggu|jam|lalu|menit|hari|wib|wita|yang|kemarin|pukul',
  vi: 'tháng|ngày|giờ|trước|phút|hôm|qua|thứ|hai|ba|tư|năm|sáu|bảy|chủ|nhật|lúc|gmt',
  ar: 'يناير|فبراير|مارس|أبريل|مايو|يونيو|يوليو|أغسطس|سبتمبر|أكتوبر|نوفمبر|ديسمبر|كانون|الثاني|شباط|آذار|نيسان|أيار|حزيران|تموز|آب|أيلول|تشرين|الأول|السبت|الأحد|الاثنين|الإثنين|الثلاثاء|الأربعاء|الخميس|الجمعة|منذ|ساعة|ساعات|دقيقة|دقائق|يوم|أيام|أمس|اليوم|ص|م|قبل|أسبوع',
  nl: 'januari|februari|maart|mei|augustus|oktober|maandag|dinsdag|woensdag|donderdag|vrijdag|zaterdag|zondag|uur|geleden|minuten|dagen|gisteren|vandaag|om',
  nordic:
    'januar|februar|marts|maj|augusti|augusti|sedan|för|timmar|minuter|dagar|siden|timer|minutter|dager|kl|klo|sitten|tuntia|igår|idag|måndag|tisdag|onsdag|torsdag|fredag|lördag|söndag',
  other:
    'hodin|minutami|před|dnes|včera|ledna|února|března|dubna|května|června|července|srpna|září|října|listopadu|prosince|órája|perce|napja|ora|ore|acum|zile|πριν|ώρες|λεπτά|ημέρες|ιανουαρίου|φεβρουαρίου|μαρτίου|απριλίου|μαΐου|ιουνίου|ιουλίου|αυγούστου|σεπτεμβρίου|οκτωβρίου|νοεμβρίου|δεκεμβρίου|घंटे|पहले|मिनट|दिन|लפני|שעות|דקות|ימים',
}

/** Characters that stand in East Asian dates and times beside digits. */
export const DATE_CHARACTERS: ReadonlySet<string> = new Set([
  ...'年月日号號时時分秒前小昨今天刚才刚周週星期一二三四五六午上下时点點间間更新日期发发布佈公開曜火水木金土년월일시분초전오후입력수정등록승인간',
])

/** Counts a time from the moment of reading: `3 hours ago`, `vor 2 Tagen`. */
export const AGO =
  /\bago\b|\bvor\b|前|il y a|\bhace\b|\bfa\b|\bhá\b|\batrás\b|назад|тому|lalu|önce|trước|منذ|قبل|전|sitten|geleden|\btemu\b|siden|sedan|πριν|לפני|पहले|před|^(?:yesterday|today|gestern|heute|gisteren|vandaag|hier|aujourd.hui|ayer|hoy|ieri|oggi|ontem|hoje|wczoraj|dzisiaj|dziś|igår|i går|вчера|сегодня|dün|bugün|어제|오늘|昨天|今天|昨日|今日)(?!\p{L})[^\p{L}]*(?:(?:um|a las?|alle|à|às|om|kl|в|o)\.? )?[^\p{L}]*$/iu
