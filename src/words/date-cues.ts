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
    published: 'published posted released created issued filed aired publishing',
    modified: 'updated update modified revised edited reviewed changed corrected',
  },
  de: {
    published: 'veröffentlicht publiziert erschienen erstellt erstveröffentlichung',
    modified: 'aktualisiert aktualisierung stand geändert aktualisierte update',
    dmy: true,
  },
  fr: {
    published: 'publié publiée publie paru parue créé écrit posté',
    modified: 'modifié modifiée jour màj maj actualisé',
    dmy: true,
  },
  es: {
    published: 'publicado publicada publicación creado',
    modified: 'actualizado actualizada actualización modificado act',
    dmy: true,
  },
  it: {
    published: 'pubblicato pubblicata pubblicazione creato',
    modified: 'aggiornato aggiornata aggiornamento modificato modifica',
    dmy: true,
  },
  pt: {
    published: 'publicado publicada publicação postado criado',
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
  da: { published: 'publiceret udgivet offentliggjort oprettet', modified: 'opdateret ændret', dmy: true },
  no: { published: 'publisert', modified: 'oppdatert endret', dmy: true },
  fi: { published: 'julkaistu', modified: 'päivitetty muokattu', dmy: true },
  pl: {
    published: 'opublikowano publikacja publikacji dodano utworzono',
    modified: 'aktualizacja aktualizacji zaktualizowano zmodyfikowano',
    dmy: true,
  },
  cs: {
    published: 'publikováno vydáno zveřejněno',
    modified: 'aktualizováno aktualizace upraveno',
    dmy: true,
  },
  ro: { published: 'publicat', modified: 'actualizat', dmy: true },
  tr: {
    published: 'yayınlanma yayınlandı yayın giriş oluşturulma eklenme',
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
    published: 'опубликовано опубликована опубликован публикации размещено создано',
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
    published: '입력 등록 승인 발행 게재 작성일 등록일 발행일 게시',
    modified: '수정 업데이트 최종수정 수정일',
  },
}

/** Cues of scripts without spaces: found anywhere in the words before (or right after) a date. */
export const GLUED_CUES: readonly (readonly [string, 'published' | 'modified'])[] = [
  ['更新', 'modified'],
  ['修改', 'modified'],
  ['修订', 'modified'],
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
  ['公布', 'published'],
  ['เผยแพร่', 'published'],
  ['อัปเดต', 'modified'],
  ['อัพเดท', 'modified'],
]

export interface Cue {
  readonly kind: 'published' | 'modified'
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
  return map
}
