import type { Brief, FieldPath } from '../../brief/index.js'
import { present, type Range } from '../../diagnostics/index.js'
import type { Proof } from '../judge/evidence.js'
import type { Lock } from '../lock/lock.js'
import { lockFieldName } from '../lock/lock-field-name.js'
import { placeInWords } from '../place/passage-place.js'
import type { SourceText } from '../text/source-text.js'
import { compareTexts, splitAtAlterations } from './compare-texts.js'
import { passageInContext } from './passage-in-context.js'
import type { QuotationEntry, ReportDetail } from './report-content.js'

interface QuotationGrounds {
  readonly brief: Brief
  readonly texts: ReadonlyMap<string, SourceText>
  readonly lock: Lock | undefined
  /** The prose of the brief by its path as JSON. */
  readonly prose: ReadonlyMap<string, string>
}

/** A quotation beside its passage, with the verdicts on its words, on speech and on who speaks. */
export function describeQuotation(proof: Proof, grounds: QuotationGrounds): Omit<QuotationEntry, 'findings'> {
  const { brief, texts } = grounds
  const { path, range, passage, source: id } = proof
  const whole =
    quoteAt(brief, path)?.text ?? present(grounds.prose.get(JSON.stringify(path)), 'text of the proof')
  const words = whole.slice(range.start, range.end)
  const text = id === undefined ? undefined : texts.get(id)
  const isFound = proof.verdict === 'verified' || proof.verdict === 'abridged'
  const shown = text && passage && (isFound || proof.verdict === 'altered') ? { text, passage } : undefined
  const lang = languageOf(proof, brief)
  return {
    field: lockFieldName(brief, path),
    line: brief.file.position(brief.placeWithin(path, range.start, range.end).range.start).line,
    words: splitAtAlterations(words),
    ...(lang !== undefined && { lang }),
    ...(shown && {
      passage: passageInContext(shown.text, shown.passage),
      comparison: compareTexts(words, shown.text.file.text.slice(shown.passage.start, shown.passage.end)),
    }),
    details: detailsOf(proof, grounds),
  }
}

/** The ranges of the brief's file that findings about a quotation are at: of a quotation's item, or of its words in prose. */
export function placesOf(brief: Brief, { path, range }: Proof): Range[] {
  const words = brief.placeWithin(path, range.start, range.end).range
  return isOfQuotes(path) ? [words, brief.place(path.slice(0, 2)).range] : [words]
}

function isOfQuotes(path: FieldPath): boolean {
  return path[0] === 'quotes' && path[2] === 'text'
}

function quoteAt(brief: Brief, path: FieldPath) {
  return isOfQuotes(path) && typeof path[1] === 'number' ? brief.data.quotes?.[path[1]] : undefined
}

function languageOf({ path, source: id }: Proof, brief: Brief): string | undefined {
  const source = brief.data.sources?.find(candidate => candidate.id === id)
  return quoteAt(brief, path)?.lang ?? source?.lang ?? brief.data.lang
}

function detailsOf(proof: Proof, { brief, lock }: QuotationGrounds): ReportDetail[] {
  const { verdict, speech, speaker, speakers, source: id, paragraph, passage, cut } = proof
  const source = brief.data.sources?.find(candidate => candidate.id === id)
  const isLocked = verdict === 'locked'
  const place = passage && `characters ${passage.start} to ${passage.end}`
  const quote = quoteAt(brief, proof.path)
  const details: (readonly [string, string | undefined])[] = [
    ['Words', WORDS[verdict]],
    ['End', cut ? 'the source has a question or exclamation mark where the quotation ends' : undefined],
    ['Speech', speech ? SPEECH[speech] : isLocked ? 'not recorded in the lock' : undefined],
    ['Given to', speakers.length > 0 ? speakers.join(', ') : 'nobody'],
    ['Speaker', speaker ? SPEAKER[speaker] : isLocked ? 'not recorded in the lock' : undefined],
    ['Author’s reason for the speaker', quote?.speaker_confirmed],
    ['Source', source && `${source.id}: ${source.title}`],
    ['Place', proof.place && proof.place.length > 0 ? placeInWords(proof.place) : undefined],
    [
      'Paragraph, counted',
      paragraph === undefined ? undefined : [`${paragraph}`, place].filter(Boolean).join(', '),
    ],
    ['Lock', isLocked && id !== undefined ? lockedSince(id, lock) : undefined],
  ]
  return details.flatMap(([term, value]) => (value === undefined ? [] : [{ term, value }]))
}

function lockedSince(id: string, lock: Lock | undefined): string | undefined {
  const source = lock?.sources.get(id)
  return (
    source &&
    `the words, the speaker and the source are those recorded on ${source.date} from a text of ${source.length} characters, SHA-256 ${source.sha256}; nothing in this report was compared with that text`
  )
}

const WORDS: Readonly<Record<Proof['verdict'], string>> = {
  verified: 'verified: word for word in the source',
  abridged: 'abridged: word for word, with words of the speaker left out where the brief says so',
  locked: 'locked: the text is absent; they are those that were proved when the lock was written',
  altered: 'altered: not the words of the source',
  missing: 'missing: no source has words like these',
  unproved: 'unproved: there is nothing that proves them',
}

const SPEECH: Readonly<Record<NonNullable<Proof['speech']>, string>> = {
  quoted: 'quoted: the source gives them as somebody’s words',
  own: 'own: the source as a whole is somebody’s words',
  reported: 'reported: they are the words of whoever wrote the source',
  disowned: 'disowned: the source says that they were not said, or do not hold',
}

const SPEAKER: Readonly<Record<NonNullable<Proof['speaker']>, string>> = {
  confirmed: 'confirmed: the source gives the words to them',
  declared: 'declared: the source does not tell, and the author of the brief vouches for it',
  unknown: 'not confirmed: the source does not tell whose words they are',
  other: 'other: the source gives the words to somebody else',
}
