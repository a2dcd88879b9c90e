import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { findDates, parseDate } from '../../src/facts/date.ts'

/** Line, and what it prints: `p` published, `m` modified. */
const LINES: readonly (readonly [language: string, line: string, ...dates: string[]])[] = [
  ['en', 'By Ann Lee | The Harbour Daily | Updated: 2025-06-14 07:22', 'm 2025-06-14T07:22'],
  ['en', 'Published June 16th, 2025 at 7:22 a.m. EDT', 'p 2025-06-16T07:22-04:00'],
  ['en', 'Mon, 16 Jun 2025 10:30:00 GMT', '2025-06-16T10:30:00Z'],
  ['en', '11:58, 23 APR 2024', '2024-04-23T11:58'],
  ['en', '12:05 AM Dec 22, 2023', '2023-12-22T00:05'],
  ['en', 'Dec. 22, 2023 10:45 p.m. CST', '2023-12-22T22:45'],
  ['de', 'Stand: 28. April 2023, 05:00 Uhr', 'm 2023-04-28T05:00'],
  ['de', 'Veröffentlicht am 13. Mai 2026 um 15.44 Uhr MESZ', 'p 2026-05-13T15:44+02:00'],
  ['de', 'Do 25.04.24 | 14:07 Uhr', '2024-04-25T14:07'],
  [
    'fr',
    'Publié le 3 avril 2025 à 17h47, mis à jour le 04/04/2025 à 09:05',
    'p 2025-04-03T17:47',
    'm 2025-04-04T09:05',
  ],
  ['es', 'Actualizado: 15 oct 2024 - 17:38CEST', 'm 2024-10-15T17:38+02:00'],
  ['it', 'Pubblicato il 16 giugno 2025 alle ore 10.30', 'p 2025-06-16T10:30'],
  ['sv', 'Publicerad 2025-06-16 10.30', 'p 2025-06-16T10:30'],
  ['fi', 'Julkaistu 16.6.2025 10.30', 'p 2025-06-16T10:30'],
  ['pt', 'Publicado em 16 de junho de 2025 às 10h30', 'p 2025-06-16T10:30'],
  ['nl', 'Bijgewerkt op 16 juni 2025 om 10:30 uur', 'm 2025-06-16T10:30'],
  ['pl', 'Opublikowano: 16 czerwca 2025, 10:30', 'p 2025-06-16T10:30'],
  ['cs', 'Aktualizováno 16. června 2025 10:30', 'm 2025-06-16T10:30'],
  ['sv', 'Publicerad 23 okt 2025 kl 10.23', 'p 2025-10-23T10:23'],
  ['el', 'Δημοσίευση: 16 Ιουνίου 2025, 3:05 μ.μ.', 'p 2025-06-16T15:05'],
  [
    'tr',
    'Giriş: 03.07.2024 - 18:24 Güncelleme: 03.07.2024 - 18:57',
    'p 2024-07-03T18:24',
    'm 2024-07-03T18:57',
  ],
  ['ru', 'Опубликовано 16 июня 2025 г., 10:30 МСК', 'p 2025-06-16T10:30+03:00'],
  ['uk', 'Оновлено: 16 червня 2025, 10:30', 'm 2025-06-16T10:30'],
  ['ar', 'نشر في ١٦ كانون الثاني ٢٠٢٥', 'p 2025-01-16'],
  ['ar', '16 يونيو/حزيران 2025', '2025-06-16'],
  ['fa', '۲۶ خرداد ۱۴۰۴', '2025-06-16'],
  ['fa', 'تاریخ انتشار: ۱۴۰۴/۰۳/۲۶ - ۱۰:۴۵', 'p 2025-06-16T10:45'],
  ['ar', '20 ذو الحجة 1446هـ', '2025-06-16'],
  ['ar', '20 ذو الحجة 1446هـ الموافق 16 يونيو 2025م', '2025-06-16'],
  ['ar', '16 يونيو 2025 - 8:40 م', '2025-06-16T20:40'],
  ['th', 'วันที่ 16/06/2568', '2025-06-16'],
  ['ko', '입력 : 2025/06/16 [17:05]', 'p 2025-06-16T17:05'],
  ['en', 'By Ann LeeJune 16, 2025Updated June 17, 2025 8:01 am', '2025-06-16', 'm 2025-06-17T08:01'],
  ['en', 'Published: 2025-06-16 9:30 PM', 'p 2025-06-16T21:30'],
  [
    'en',
    'Received: 16 December 2024; Accepted: 20 December 2024; Published: 2 January 2025',
    'r 2024-12-16',
    'a 2024-12-20',
    'p 2025-01-02',
  ],
  ['en', 'Deadline: 16 June 2025', 'e 2025-06-16'],
  ['en', 'Save the date: 16 June 2025', 'e 2025-06-16'],
  ['de', '* 16. Juni 1931 † 14. Juni 2025', 'o 1931-06-16', 'o 2025-06-14'],
  ['cs', 'Publikováno 16. června 2025 v 8:40', 'p 2025-06-16T08:40'],
  ['en', 'Closing date: 16 June 2025', 'e 2025-06-16'],
  ['en', 'Submitted by Ann Lee on Mon, 06/09/2025 - 07:22', 'p 2025-06-09T07:22'],
  ['en', 'Tue, 09/06/2022', '2022-09-06'],
  ['en', 'Thu, 09/06/2022', '2022-06-09'],
  ['de', 'Wann: 16. Juni 2025', 'e 2025-06-16'],
  ['ja', '日時：2025年6月16日', 'e 2025-06-16'],
  ['ja', '公開日時：2025年6月16日', 'p 2025-06-16'],
  ['en', '© 16 June 2025', 'o 2025-06-16'],
  ['de', 'Gültig bis 16.06.2025', 'e 2025-06-16'],
  ['hi', 'प्रकाशित 16 जून 2025, 10:30', 'p 2025-06-16T10:30'],
  ['th', '16 มิถุนายน 2568 เวลา 10:30', '2025-06-16T10:30'],
  ['th', '16 ม.ค. 2568', '2025-01-16'],
  ['id', 'Senin, 16 Juni 2025 pukul 10.30 WIB', '2025-06-16T10:30+07:00'],
  ['vi', 'Thứ tư, 22/10/2025, 19:25 (GMT+7)', '2025-10-22T19:25+07:00'],
  ['vi', 'ngày 16 tháng 6 năm 2025', '2025-06-16'],
  ['zh', '来源：海港日报2025-06-16 08:55', '2025-06-16T08:55'],
  ['zh', '发布时间：2025年6月16日 08时55分', 'p 2025-06-16T08:55'],
  ['zh', '2025/06/16 下午3:05', '2025-06-16T15:05'],
  ['zh', '民國114年6月16日', '2025-06-16'],
  ['ja', '2025年6月16日(月) 午後3時05分 更新', 'm 2025-06-16T15:05'],
  ['ja', '公開日：令和7年6月16日', 'p 2025-06-16'],
  ['ko', '입력 2025. 6. 16. 오후 3:05', 'p 2025-06-16T15:05'],
  ['ko', '2025년 6월 16일 (월) 오후 3시 5분', '2025-06-16T15:05'],
  ['ko', '접수일: 2025. 6. 16.', 'r 2025-06-16'],
  ['hr', 'Objavljeno 16. lipnja 2025. u 10:30', 'p 2025-06-16T10:30'],
  ['hr', '16. listopada 2025.', '2025-10-16'],
  ['pl', '16 listopada 2025', '2025-11-16'],
  ['sr', '16. јуна 2025. 10:30', '2025-06-16T10:30'],
  ['et', '16. juuni 2025 kell 10:30', '2025-06-16T10:30'],
  ['is', '16. júní 2025 kl. 10:30', '2025-06-16T10:30'],
  ['eu', '2025ko ekainaren 16a', '2025-06-16'],
  ['bn', '১৬ জুন ২০২৫, ১০:৩০', '2025-06-16T10:30'],
  ['ka', '16 ივნისი 2025', '2025-06-16'],
  ['hi', '16 जून 2025, रात 9:30 बजे', '2025-06-16T21:30'],
  ['ar', 'الاثنين 16 حزيران 2025 09:30 مساءً', '2025-06-16T21:30'],
  ['en', 'Mon 16 Jun 2025 09.30 BST', '2025-06-16T09:30'],
  ['ms', 'Isnin, 16 Jun 2025 9.30 malam', '2025-06-16T21:30'],
  ['fa', '26 خرداد 1404 - 09:30 ب.ظ', '2025-06-16T21:30'],
  ['fa', '2 تير 1404', '2025-06-23'],
  ['fa', '1404/03/26 21:30', '2025-06-16T21:30'],
  ['th', '16/06/2568', '2025-06-16'],
  ['th', '16 มิ.ย. 68', '2025-06-16'],
  ['vi', 'ngày 5/6/2025 lúc 21:30', '2025-06-05T21:30'],
  ['hu', '16.VI.2025', '2025-06-16'],
  ['en', '06.16.25 in Fishing', '2025-06-16'],
  ['th', '16 มิ.ย. 2568 08:28 หลังเที่ยง', '2025-06-16T20:28'],
  ['ja', '令和7.6.16', '2025-06-16'],
  ['zh', '發布日期：114年6月16日', 'p 2025-06-16'],
  ['zh', '公告日期：114-06-16', '2025-06-16'],
  ['zh', '编辑于 2025-06-16 10:30', 'm 2025-06-16T10:30'],
  ['zh', '收稿日期：2025-06-16 修回日期：2025-07-01', 'r 2025-06-16', 'm 2025-07-01'],
  ['th', 'เผยแพร่: 16 มิ.ย. 2568 09:45 ปรับปรุง: 17 มิ.ย. 2568 13:10', 'p 2025-06-16T09:45', 'm 2025-06-17T13:10'],
]

describe('findDates', () => {
  it.each(LINES)('%s: %s', (_, line, ...expected) => {
    const found = findDates(line).map(({ iso, kind }) => (kind ? `${kind[0]} ${iso}` : iso))
    expect(found).toEqual(expected)
  })

  it.each([
    ['three hours ago', 'Updated 3 hours ago'],
    ['no year', '16 June, 07:22'],
    ['a number that could be either', '03/04/2025'],
    ['a day the month lacks', '29 Feb 2023'],
    ['a month there is not', '2025-13-40'],
    ['a version', 'Release 10.12.2015.3'],
    ['a path', '/2025/06/16/bridge'],
    ['a length of film beside no date', '28.04. 03:02 min'],
    ['a telephone number', '0871-63902377'],
  ])('refuses %s', (_, line) => expect(findDates(line)).toEqual([]))

  it('takes the order of day and month from the caller, or from the line', () => {
    expect(findDates('03/04/2025', { order: 'mdy' })[0]?.iso).toBe('2025-03-04')
    expect(findDates('03/04/2025', { order: 'dmy' })[0]?.iso).toBe('2025-04-03')
    expect(findDates('03/04/2025 - 03/28/2025').map(({ iso }) => iso)).toEqual(['2025-03-04', '2025-03-28'])
  })

  it.each([
    ['R7.6.16', '2025-06-16'],
    ['H31/4/7', '2019-04-07'],
    ['입력 25.06.16 09:30', '2025-06-16T09:30'],
    ['114/06/16', '2025-06-16'],
  ])('reads %s where the year comes first, and only there', (line, iso) => {
    expect(findDates(line, { order: 'ymd' })[0]?.iso).toBe(iso)
    expect(findDates(line).map((date) => date.iso)).not.toContain(iso)
  })

  it.each(['R 7.6.16', 'v10.4.7', 'R4.3.1.2', 'SER7.6.16'])('takes %s for a version in any order', (line) =>
    expect(findDates(line, { order: 'ymd' })).toEqual([]),
  )

  it('gives no offset to a zone name that two countries use', () => {
    for (const zone of ['CST', 'IST', 'BST', 'ET'])
      expect(findDates(`2025-06-16 10:30 ${zone}`)[0]?.iso).toBe('2025-06-16T10:30')
  })

  it('leaves the length of a film alone', () => {
    expect(findDates('28.04.2023 03:02 min')[0]?.iso).toBe('2023-04-28')
  })

  const pieces = fc.constantFrom(
    ...'2025 16 06 6 3 31 30 29 2 99 1404 114 年 月 日 년 월 일 . - / : , | ( ) T Z + am pm 下午 오후 令和 民國 June juin мая يونيو كانون الثاني tháng'.split(
      ' ',
    ),
    ' ',
  )
  it('finds only days the calendar has, inside the text, from left to right', () => {
    fc.assert(
      fc.property(
        fc.oneof(
          fc.array(pieces, { maxLength: 25 }).map((list) => list.join('')),
          fc.string({ unit: 'grapheme', maxLength: 80 }),
        ),
        (text) => {
          let last = 0
          for (const { iso, from, to } of findDates(text)) {
            expect(from).toBeGreaterThanOrEqual(last)
            expect(to).toBeGreaterThan(from)
            expect(to).toBeLessThanOrEqual(text.length)
            last = to
            const day = iso.length === 7 ? `${iso}-01` : iso.slice(0, 10)
            expect(new Date(`${day}T00:00:00Z`).toISOString().slice(0, 10)).toBe(day)
            if (iso.includes('T')) expect(Number.isNaN(Date.parse(iso))).toBe(false)
          }
        },
      ),
      { numRuns: 500 },
    )
  })

  it('is done with a huge line at once', () => {
    for (const char of ['2', ' ', '年', '/', 'a']) findDates(char.repeat(200_000))
    expect(findDates(`${'x'.repeat(200_000)} 2025-06-16`)).toEqual([])
  })
})

describe('parseDate', () => {
  it.each([
    ['20250616', '2025-06-16'],
    ['20250616T085500Z', '2025-06-16T08:55:00Z'],
    ['2025-06-16T08:55:00.000+0800', '2025-06-16T08:55:00+08:00'],
    ['/Date(1750064100000)/', '2025-06-16T08:55:00Z'],
    ['2025-06', '2025-06'],
    ['2025', '2025'],
    ['1750000000', '2025-06-15T15:06:40Z'],
    ['1750000000123', '2025-06-15T15:06:40Z'],
    ['2025-06-16 9:30 PM', '2025-06-16T21:30'],
    ['16 June 2025 12:05 am', '2025-06-16T00:05'],
    ['2025-06-16T08:55:00+02', '2025-06-16T08:55:00+02:00'],
    ['Mon Jun 16 10:30:00 UTC 2025', '2025-06-16T10:30:00Z'],
    ['16-Jun-25', '2025-06-16'],
    ['Retrieved 3 May 2025', undefined],
    ['Mon Jun 16 2025 10:30:00 GMT+0800', '2025-06-16T10:30:00+08:00'],
  ])('%s', (text, iso) => expect(parseDate(text)).toBe(iso))

  it.each(['20251340', '2025-13', 'soon', '', '03/04/2025'])('refuses %s', (text) =>
    expect(parseDate(text)).toBeUndefined(),
  )
})
