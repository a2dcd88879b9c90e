/**
 * Words that tend to stand in the address, the markup and the title of one kind of page, by kind. Patterns are matched
 * against short lower-case strings only. Collected from the words content systems, shops, forums and generators of
 * documentation write by default, never from a particular site.
 */
export interface KindWords {
  /** Steps of the address's path, and labels of its host. */
  readonly address: RegExp
  /** Class and id words of a block's element and its parent. */
  readonly names: ReadonlySet<string>
  /** Types of schema.org and Open Graph, names of the body element, software that made the page. */
  readonly hint: RegExp
  /** Words of the title. */
  readonly title: RegExp
}

const words = (list: string): ReadonlySet<string> => new Set(list.split(' '))

export const KINDS = [
  'article',
  'forum',
  'documentation',
  'product',
  'listing',
  'collection',
  'service',
] as const

export const KIND_WORDS: Readonly<Record<(typeof KINDS)[number], KindWords>> = {
  article: {
    address:
      /^(?:blogs?|news|articles?|stor(?:y|ies)|posts?|opinion|magazine|features?|press|insights?|health|politics|business|sports?|(?:19|20)\d\d)$|^a?\d{6,}$|^n\d{5,}$/,
    names: words(
      'article articles story entry byline post content postcontent articlebody richtext paragraph text body rte prose',
    ),
    hint: /article|blogposting|reportage|\bsingle(?:-post)?\b|postid-|post-template/,
    title: /^how to |^why |^what |opinion|review/,
  },
  forum: {
    address:
      /^(?:forums?|foren|threads?|topics?|t|viewtopic(?:\.php)?|showthread(?:\.php)?|questions?|discussions?|community|boards?|comments|q|talk|thread-.*|answers?|discuss|messages?|r)$/,
    names: words(
      'comment comments commentcontent reply replies message messages messagecontent thread threads topic topics answer answers avatar signature bbcode bbwrapper bbcodetext posts post postbody posttext postrow postbit author username user upvote vote votes quote blockquote forum discussion question cooked p_body member',
    ),
    hint: /discussionforum|qapage|\bquestion\b|\banswer\b|discourse|vbulletin|phpbb|xenforo|smf|mybb|invision|vanilla|nodebb|flarum|\bforum|topic|thread/,
    title: /\bforums?\b|\bcommunity\b|discussion|\bthread\b|topic|questions?$|q&a|\? [-|:]/,
  },
  documentation: {
    address:
      /^(?:docs?|documentation|reference|api|guides?|manual|wiki|help|learn|tutorials?|latest|stable|v?\d+\.\d+.*|en-us|handbook|library|getting-?started|quickstart|kb|support|user-?guide|developers?|dev|how-?to|concepts?|readme.*|man\d?)$/,
    names: words(
      'doc docs document markdown md highlight toc tocbase admonition rst sphinx api method param params parameter signature codehilite prism theme docutils refsect snippet code syntax pre section tutorial note version',
    ),
    hint: /techarticle|apireference|softwaresourcecode|docusaurus|sphinx|mkdocs|gitbook|vuepress|vitepress|hugo|jekyll|docutils|doxygen|javadoc|asciidoctor|antora|readthedocs|mediawiki|\bdocs/,
    title:
      /documentation|\bdocs?\b|reference|\bapi\b|\bguide\b|manual|tutorial|getting started|\bv?\d+\.\d+|configur|install|introduction|overview/,
  },
  product: {
    address:
      /^(?:products?|p|items?|shop|store|dp|buy|pd|prod|product-page|catalog|goods|itm|pdp|sku|listing)$/,
    names: words(
      'product products price prices cart sku variant variants buy swatch purchase specification specifications specs shipping quantity qty stock pdp option options accordion rating reviews review add',
    ),
    hint: /\bproduct\b|\boffer\b|aggregateoffer|individualproduct|single-product|template-product|brand|product:/,
    title: /\bbuy\b|\bshop\b|for sale|price|\$\d|\bsizes?\b|\bset of\b|\bpack\b/,
  },
  listing: {
    address:
      /^(?:tags?|categor(?:y|ies)|topics?|archives?|search|page|authors?|list|browse|index|results|directory|jobs|events?|rent|sale|for-sale|find|locations?|properties|courses)$/,
    names: words(
      'card cards teaser tile tiles grid listing listings result results summary excerpt archive list loop feed pagination item items latest entry title meta category',
    ),
    hint: /itemlist|searchresults|collectionpage|\barchive\b|\bcategory\b|\btag-|\bblog\b|\bhome\b|listing|jobposting/,
    title: /\bjobs\b|\bbest\b|\btop \d|latest|archives?|search|category|results|news$|\blist\b|\bevents\b/,
  },
  collection: {
    address:
      /^(?:collections?|c|shop|category|cat|categories|products|browse|store|catalog|department|all|men|women|brands?|sale|gallery|b)$/,
    names: words(
      'collection collections facet facets filter filters sort catalog category swiper plp productcard grid tile carousel gallery price brand product',
    ),
    hint: /collectionpage|template-collection|product_cat|tax-product|offercatalog|\bitemlist\b|woocommerce-page|product\.group/,
    title: /collections?|\bshop\b|\ball\b|products|\bfor (?:men|women|kids|sale)\b|accessories|online/,
  },
  service: {
    address:
      /^(?:services?|solutions?|about(?:-us)?|features?|pricing|platform|industries|use-cases?|what-we-do|company|areas-of-practice|practice-areas|programs?|locations?|contact|treatments?|products?|capabilities|customers|enterprise|business|consulting)$/,
    names: words(
      'hero feature features cta testimonial testimonials pricing faq service services accordion banner slide slider elementor et pb wpb vc benefit benefits partner partners client clients case widget icon module section block stat stats',
    ),
    hint: /\bservice\b|localbusiness|professionalservice|\borganization\b|faqpage|\bcorporation\b|page-template|\bpage-id-|legalservice|medicalbusiness|aboutpage|softwareapplication|elementor-page|\bhome\b/,
    title:
      /services?|solutions?|company|software|platform|agency|consult|near |\bfor (?:business|teams|enterprise)|pricing|features/,
  },
}

/** Bit `i` of a word's number: it stands in the markup of the kind `KINDS[i]`. */
export const NAME_KINDS: ReadonlyMap<string, number> = nameKinds()

function nameKinds(): Map<string, number> {
  const kinds = new Map<string, number>()
  KINDS.forEach((kind, i) => {
    for (const word of KIND_WORDS[kind].names) kinds.set(word, (kinds.get(word) ?? 0) | (1 << i))
  })
  return kinds
}
