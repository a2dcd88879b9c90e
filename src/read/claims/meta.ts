import type { ClaimField, ClaimOrigin } from '../../core/claim.ts'
import type { Draft } from './draft.ts'
import type { MetaSource } from './sources.ts'

/** `meta` elements with a name known to say something of the article. */
export function metaClaims(metas: readonly MetaSource[]): Draft[] {
  const drafts: Draft[] = []
  for (const { name, content } of metas) {
    const key = name.trim().toLowerCase()
    const field = META_FIELDS.get(key)
    if (field !== undefined) drafts.push({ field, value: content, from: origin(key), key: keyOf(key) })
  }
  drafts.push(...labelledCards(metas))
  return drafts
}

function origin(name: string): ClaimOrigin {
  return name.startsWith('og:') || name.startsWith('article:') ? 'opengraph' : 'meta'
}

function keyOf(name: string): string {
  return origin(name) === 'opengraph' || name.startsWith('twitter:') ? name : `meta[name=${name}]`
}

const WRITTEN_BY =
  /^(?:written by|by|author|verfasst von|geschrieben von|[ée]crit par|escrito por|autor|scritto da|geschreven door|skrevet av|написано|автор|作者|執筆者|글쓴이|penulis|được viết bởi|yazan)$/i

/** Card labels (`twitter:label1` = "Written by", `twitter:data1` = the name). */
function labelledCards(metas: readonly MetaSource[]): Draft[] {
  const values = new Map(metas.filter((m) => m.name.startsWith('twitter:')).map((m) => [m.name, m.content]))
  const drafts: Draft[] = []
  for (const number of ['1', '2']) {
    const label = values.get(`twitter:label${number}`)?.trim()
    const value = values.get(`twitter:data${number}`)
    if (label === undefined || label.length > 40 || !WRITTEN_BY.test(label) || !value) continue
    drafts.push({ field: 'author', value, from: 'meta', key: `twitter:data${number}` })
  }
  return drafts
}

/**
 * Names of `meta` elements by the field they speak of, lower case: Open Graph, Dublin Core, Highwire (`citation_`),
 * the analytics vendors' sets (Parse.ly, Sailthru, Cxense), and the names Chinese portals and authorities use.
 */
const NAMES: Readonly<Partial<Record<ClaimField, string>>> = {
  title:
    'og:title twitter:title twitter:text:title title headline dc.title dcterms.title citation_title parsely-title ' +
    'sailthru.title cxenseparse:title articletitle hdl article:title weibo:article:title mrf:title',
  subtitle: 'subtitle cxenseparse:subtitle subhead deck article:subtitle',
  author:
    'author article:author og:author og:article:author article:author_name byl byline authors dc.creator ' +
    'dcterms.creator dc.contributor.author citation_author parsely-author sailthru.author cxenseparse:author ' +
    'author_name article.author bt:author rbauthors dcsext.author article_author mrf:authors vr:author',
  editor: 'editor article:editor responsible-editor',
  source:
    'source original-source article:source contentsource content-source dc.source.outlet apub:from syndication-source.name ' +
    'weibo:article:source bytedance:source copyright-source',
  site:
    'og:site_name application-name apple-mobile-web-app-title publisher dc.publisher dcterms.publisher site_name ' +
    'sitename citation_journal_title citation_publisher cxenseparse:site copyright al:android:app_name al:ios:app_name ' +
    'article:publisher_name',
  published:
    'article:published_time og:published_time og:article:published_time article:published og:pubdate og:release_date ' +
    'og:time article:post_date published_time publish_time publishtime published publication_date publicationdate ' +
    'pubdate pub_date publishdate publish-date publish_date publishedat published_at published-date datepublished ' +
    'date_published date.published date date.created datecreated dc.date dc.date.issued dc.date.created ' +
    'dcterms.date dcterms.issued dcterms.created dcterms.available sailthru.date parsely-pub-date parsely-pubdate ' +
    'cxenseparse:recs:publishtime cxenseparse:publishtime citation_publication_date citation_online_date ' +
    'citation_date article_date_original article.published article:create_at weibo:article:create_at ' +
    'bytedance:published_time bytedance:lrdate_time apub:time firstpublishedtime cms:published ptime displaydate ' +
    'iso-8601-publish-date originalpublicationdate rnews:datepublished mrf:published_time pdate dat ' +
    'cxenseparse:recs:pubtime gs_date prism.publicationdate buysub-date timestamp',
  modified:
    'article:modified_time og:updated_time og:modified_time article:modified article:updated_time og:article:modified_time ' +
    'datemodified date_modified date.modified lastmod last-modified last_modified modified modified_time moddate ' +
    'updated updated_time dc.date.modified dcterms.modified lastmodifiedtime lmt article.updated utime ' +
    'bytedance:updated_time weibo:article:update_at iso-8601-modified-date rnews:datemodified',
  language: 'content-language language og:locale dc.language dcterms.language inlanguage',
  section:
    'article:section og:section parsely-section section category articlesection columnname dc.subject.section ' +
    'cxenseparse:section mrf:sections channel sectionname cg',
  description:
    'og:description description twitter:description dc.description dcterms.description sailthru.description abstract ' +
    'dcterms.abstract citation_abstract',
  tag: 'article:tag keywords news_keywords sailthru.tags parsely-tags tags mrf:tags dc.subject dcterms.subject citation_keywords',
  canonicalUrl: 'og:url parsely-link citation_public_url',
  image:
    'og:image og:image:secure_url og:image:url twitter:image twitter:image:src parsely-image-url sailthru.image.full thumbnail',
  license: 'dcterms.license license dc.rights.license',
  pageType: 'og:type parsely-type',
  hint: 'generator',
}

/** Field by lower-case name; a `Map`, so that a name such as `constructor` finds nothing. */
const META_FIELDS: ReadonlyMap<string, ClaimField> = new Map(
  Object.entries(NAMES).flatMap(([field, names]) =>
    names.split(' ').map((name) => [name, field as ClaimField] as const),
  ),
)
