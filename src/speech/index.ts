export type { Article, ArticleFormat } from './article/article.js'
export type { BinaryFormat } from './article/input/not-text.js'
export { ARTICLE_LIMIT, readArticle, readDocumentText } from './article/read-article.js'
export { MIN_COORDINATED } from './entities/classify.js'
export {
  coordinatedMentions,
  type Entity,
  type EntityIndex,
  type EntityMention,
  type EntityRole,
} from './entities/entity.js'
export { findEntities } from './entities/find-entities.js'
export { isVerbSubject } from './entities/verb-subject.js'
export { tagSentences } from './language/tag-sentences.js'
export type { Sentence, TaggedWord } from './language/tagged-words.js'
export { capitalise, lastIndexBefore, parseDateline, splitLongLines } from './language/text.js'
export {
  alternatives,
  lazyData,
  type WeightedPattern,
  weightedPatterns,
  wordSets,
} from './lexicon/data-file.js'
export { isOrganisationNoun } from './lexicon/organisations.js'
export { isAffiliation } from './lexicon/places.js'
export { isReportingVerb } from './lexicon/reporting-verbs.js'
export { isPersonalTitle, isRelationNoun, isRoleWord } from './lexicon/roles.js'
export { isDocumentNoun } from './lexicon/speakers.js'
export type { AttributionRule } from './quotations/attribute.js'
export {
  type AttributedQuotation,
  findQuotations,
  type QuotationFragment,
} from './quotations/find-quotations.js'
export { isLongEnough, quotationSpans, withinSpans } from './quotations/quotation-spans.js'
export { CoreferenceResolver } from './quotations/resolve-coreference.js'
export { subjectBefore } from './quotations/subjects.js'
export { readSpeech, type Speech } from './read-speech.js'
export { ASKING, STOPS } from './text/characters.js'
export { fold } from './text/fold.js'
export { paragraphsOf } from './text/paragraphs.js'
export {
  FEWEST_QUOTED_WORDS,
  findProseQuotations,
  type ProseQuotation,
  type ProseQuotations,
  proseParagraphs,
} from './text/prose-quotations.js'
export { pairQuotationMarks, type QuotedSpan } from './text/quotation-marks.js'
export { countQuotedWords } from './text/quoted-words.js'
export {
  hasLetterOrDigit,
  isWordToken,
  lookupKey,
  type Token,
  tokenise,
  tokeniseAsInOldLocks,
} from './text/tokens.js'
export type { SpeechOptions, Utterance, UtteranceMarking, UtteranceSpeaker } from './utterance.js'
export type { SpokenPassage } from './utterances/spoken-passage.js'
