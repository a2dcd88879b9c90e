// Made by "npm run generate" from the files of this folder.
import type { Rule } from '../core/rule.ts'
import aboveHeadline from './above-headline.ts'
import advertisement from './advertisement.ts'
import afterTheFoot from './after-the-foot.ts'
import appCall from './app-call.ts'
import asideZone from './aside-zone.ts'
import authorBox from './author-box.ts'
import backLink from './back-link.ts'
import breadcrumb from './breadcrumb.ts'
import buttonRow from './button-row.ts'
import byline from './byline.ts'
import callBox from './call-box.ts'
import captionBlock from './caption-block.ts'
import citedNote from './cited-note.ts'
import closingSection from './closing-section.ts'
import commentElement from './comment-element.ts'
import commentForm from './comment-form.ts'
import commentHeading from './comment-heading.ts'
import commentThread from './comment-thread.ts'
import consent from './consent.ts'
import contactLine from './contact-line.ts'
import contactOffer from './contact-offer.ts'
import contentsList from './contents-list.ts'
import copyright from './copyright.ts'
import creditLine from './credit-line.ts'
import cutOffTeaser from './cut-off-teaser.ts'
import dateline from './dateline.ts'
import deck from './deck.ts'
import densestRun from './densest-run.ts'
import dialogZone from './dialog-zone.ts'
import disclaimer from './disclaimer.ts'
import donateCall from './donate-call.ts'
import dumpMark from './dump-mark.ts'
import editorLine from './editor-line.ts'
import feedbackQuestion from './feedback-question.ts'
import followUs from './follow-us.ts'
import footerZone from './footer-zone.ts'
import foreignScript from './foreign-script.ts'
import formZone from './form-zone.ts'
import headerZone from './header-zone.ts'
import headsKept from './heads-kept.ts'
import hidden from './hidden.ts'
import hiddenBeside from './hidden-beside.ts'
import hiddenForeign from './hidden-foreign.ts'
import hiddenKeywords from './hidden-keywords.ts'
import interfaceWord from './interface-word.ts'
import introduced from './introduced.ts'
import keptNeighbours from './kept-neighbours.ts'
import keywordLines from './keyword-lines.ts'
import keywordRun from './keyword-run.ts'
import kicker from './kicker.ts'
import labelledField from './labelled-field.ts'
import languageSwitch from './language-switch.ts'
import legalLink from './legal-link.ts'
import licenceNumber from './licence-number.ts'
import linkList from './link-list.ts'
import linkedBlock from './linked-block.ts'
import loneLink from './lone-link.ts'
import menuEntry from './menu-entry.ts'
import menuRun from './menu-run.ts'
import navZone from './nav-zone.ts'
import newsletter from './newsletter.ts'
import newsletterElement from './newsletter-element.ts'
import numberLabels from './number-labels.ts'
import otherStory from './other-story.ts'
import outsideRun from './outside-run.ts'
import pagination from './pagination.ts'
import photoCredit from './photo-credit.ts'
import pictureCaption from './picture-caption.ts'
import plainlyHidden from './plainly-hidden.ts'
import pollElement from './poll-element.ts'
import postPlace from './post-place.ts'
import postsAlike from './posts-alike.ts'
import promoElement from './promo-element.ts'
import prose from './prose.ts'
import readMore from './read-more.ts'
import readable from './readable.ts'
import relatedElement from './related-element.ts'
import relatedHeading from './related-heading.ts'
import repeatedLine from './repeated-line.ts'
import repeatedText from './repeated-text.ts'
import runToTheEnd from './run-to-the-end.ts'
import runningHead from './running-head.ts'
import secondCopy from './second-copy.ts'
import seeAlso from './see-also.ts'
import separatedEntries from './separated-entries.ts'
import shareBar from './share-bar.ts'
import shareElement from './share-element.ts'
import shareLink from './share-link.ts'
import signIn from './sign-in.ts'
import siteLine from './site-line.ts'
import siteSearch from './site-search.ts'
import skipLink from './skip-link.ts'
import sourceLine from './source-line.ts'
import spamShape from './spam-shape.ts'
import spamWords from './spam-words.ts'
import storyCard from './story-card.ts'
import storyContainer from './story-container.ts'
import storyDateline from './story-dateline.ts'
import storyExtent from './story-extent.ts'
import storyHeadline from './story-headline.ts'
import strandedHeading from './stranded-heading.ts'
import structured from './structured.ts'
import subscribeCall from './subscribe-call.ts'
import subtitle from './subtitle.ts'
import tagLine from './tag-line.ts'
import teaserSeries from './teaser-series.ts'
import title from './title.ts'
import underHeadline from './under-headline.ts'
import underRelatedHeading from './under-related-heading.ts'
import underStoryHeader from './under-story-header.ts'
import unreadable from './unreadable.ts'
import widgetLabel from './widget-label.ts'

/** Every rule, alphabetical by id. Their order changes nothing. */
export const RULES: readonly Rule[] = [
  aboveHeadline,
  advertisement,
  afterTheFoot,
  appCall,
  asideZone,
  authorBox,
  backLink,
  breadcrumb,
  buttonRow,
  byline,
  callBox,
  captionBlock,
  citedNote,
  closingSection,
  commentElement,
  commentForm,
  commentHeading,
  commentThread,
  consent,
  contactLine,
  contactOffer,
  contentsList,
  copyright,
  creditLine,
  cutOffTeaser,
  dateline,
  deck,
  densestRun,
  dialogZone,
  disclaimer,
  donateCall,
  dumpMark,
  editorLine,
  feedbackQuestion,
  followUs,
  footerZone,
  foreignScript,
  formZone,
  headerZone,
  headsKept,
  hidden,
  hiddenBeside,
  hiddenForeign,
  hiddenKeywords,
  interfaceWord,
  introduced,
  keptNeighbours,
  keywordLines,
  keywordRun,
  kicker,
  labelledField,
  languageSwitch,
  legalLink,
  licenceNumber,
  linkList,
  linkedBlock,
  loneLink,
  menuEntry,
  menuRun,
  navZone,
  newsletter,
  newsletterElement,
  numberLabels,
  otherStory,
  outsideRun,
  pagination,
  photoCredit,
  pictureCaption,
  plainlyHidden,
  pollElement,
  postPlace,
  postsAlike,
  promoElement,
  prose,
  readMore,
  readable,
  relatedElement,
  relatedHeading,
  repeatedLine,
  repeatedText,
  runToTheEnd,
  runningHead,
  secondCopy,
  seeAlso,
  separatedEntries,
  shareBar,
  shareElement,
  shareLink,
  signIn,
  siteLine,
  siteSearch,
  skipLink,
  sourceLine,
  spamShape,
  spamWords,
  storyCard,
  storyContainer,
  storyDateline,
  storyExtent,
  storyHeadline,
  strandedHeading,
  structured,
  subscribeCall,
  subtitle,
  tagLine,
  teaserSeries,
  title,
  underHeadline,
  underRelatedHeading,
  underStoryHeader,
  unreadable,
  widgetLabel,
]
