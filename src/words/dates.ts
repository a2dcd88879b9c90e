import type { Phrases } from './phrases.ts'

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
  /\bago\b|\bvor\b|前|il y a|\bhace\b|\bfa\b|\bhá\b|\batrás\b|назад|тому|lalu|önce|trước|منذ|قبل|전|sitten|geleden|\btemu\b|siden|sedan|πριν|לפני|पहले|před/i
