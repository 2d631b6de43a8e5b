import type { DiagnosticCode, Range } from '../../diagnostics/index.js'
import type { Speech, Utterance, UtteranceSpeaker } from '../../speech/index.js'
import { type Actor, foldCaseAndAccents } from '../text/actor-names.js'
import type { SourceText } from '../text/source-text.js'
import type { SpeakerVerdict, SpeechVerdict } from './evidence.js'
import { givenNameApart, isSameVoice, matchSpeaker, type SpeakerMatch } from './match-speaker.js'
import { isNestedIn, utterancesAt } from './utterances-at.js'
import { type SourceData, voiceOfSource } from './voice.js'
import { actorsBeside, isNamedBefore, spokespersonText, wordsBeside } from './words-around.js'

/** What a passage is to be proved as. */
export interface SpeechClaim {
  /** Those who are said to speak; none where the brief names nobody. */
  readonly speakers: readonly Actor[]
  readonly actors: readonly Actor[]
  /** The author's reason for the speaker, where the source does not tell. */
  readonly confirmed: string | undefined
}

/** Whether a passage is speech, and whose; why not, where it is not. */
export interface SpeechJudgement {
  readonly speech: SpeechVerdict
  readonly speaker?: SpeakerVerdict
  readonly problem?: SpeechProblem
}

export interface SpeechProblem {
  readonly code: DiagnosticCode
  /** What the source does, to follow its name: `gives the words to …`. */
  readonly what: string
  /** The characters that it is about. */
  readonly at: Range
}

/** Judges the passage of each part of a quotation by what the source gives as speech. */
export function judgeSpeech(
  parts: readonly Range[],
  claim: SpeechClaim,
  source: SourceData | undefined,
  text: SourceText,
): SpeechJudgement | undefined {
  if (!text.speech) return undefined
  const voice = voiceOfSource(source, text)
  const isByline = claim.speakers.length > 0 && isByAuthors(claim, source)
  const found: SpokenPart[] = []
  for (const at of parts) {
    const { utterances, isInMarks } = utterancesAt(at, text.speech, text)
    const disowned = utterances.find(utterance => utterance.disowned)
    if (disowned) return problem('disowned', 'unknown', claim, 'quote-disowned', DISOWNED, at)
    if (utterances.length > 0)
      found.push(...utterances.map(utterance => ({ at, speech: 'quoted' as const, utterance })))
    else if (isInMarks && voice !== 'own') found.push({ at, speech: 'quoted' })
    else if (voice !== 'reporting' || isByline)
      found.push({ at, speech: 'own', authors: source?.author ?? [] })
    else return problem('reported', 'unknown', claim, 'quote-not-speech', REPORTED, at)
  }
  const passages = found.map(part => inSharedUtterance(part, found, text.speech))
  const speech = passages.some(part => part.speech === 'quoted') ? 'quoted' : 'own'
  const joined = findJoinedVoices(passages, claim, text)
  if (joined) return problem(speech, joined.certain ? 'other' : 'unknown', claim, ...joined.problem)
  if (voice === 'unclear' && speech === 'own' && !isByline)
    return problem(speech, 'unknown', claim, 'source-voice-unknown', VOICE_UNKNOWN, passages[0]?.at)
  return claim.speakers.length === 0 ? { speech } : judgeSpeakers(passages, speech, claim, text)
}

const DISOWNED = 'says that these words were not said, or takes them back'
const REPORTED = 'has these words outside quotation marks, as its own'
const VOICE_UNKNOWN = 'has no quotation marks, so that nothing tells whose words these are'

/** A stretch of a passage that one voice speaks. */
interface SpokenPart {
  readonly at: Range
  readonly speech: 'quoted' | 'own'
  readonly utterance?: Utterance
  /** Of a source in its own words. */
  readonly authors?: readonly string[]
}

/** A part that is quoted within the utterance of another part is read as a part of that. */
function inSharedUtterance(
  part: SpokenPart,
  all: readonly SpokenPart[],
  speech: Speech | undefined,
): SpokenPart {
  const { within } = part.utterance ?? {}
  const outer = within === undefined ? undefined : speech?.utterances[within]
  return outer && all.some(({ utterance }) => utterance === outer) ? { ...part, utterance: outer } : part
}

function problem(
  speech: SpeechVerdict,
  speaker: SpeakerVerdict,
  { speakers }: SpeechClaim,
  code: DiagnosticCode,
  what: string,
  at: Range | undefined,
): SpeechJudgement {
  const found = { code, what, at: at ?? { start: 0, end: 0 } }
  return speakers.length === 0 && speaker !== 'other'
    ? { speech, problem: found }
    : { speech, speaker, problem: found }
}

function voicesOf({ utterance, authors }: SpokenPart): readonly UtteranceSpeaker[] {
  return utterance ? utterance.speakers : (authors ?? []).map(asVoice)
}

function asVoice(name: string): UtteranceSpeaker {
  return { name, mention: name, isNamed: true, type: 'unknown', aliases: [] }
}

function isByAuthors({ speakers, actors }: SpeechClaim, source: SourceData | undefined): boolean {
  const authors = (source?.author ?? []).map(asVoice)
  return speakers.every(actor => authors.some(author => matchSpeaker(actor, author, actors) === 'same'))
}

/** Parts that different people speak may not be joined; where the source only lets us infer it, nobody can tell. */
function findJoinedVoices(
  passages: readonly SpokenPart[],
  { speakers, actors }: SpeechClaim,
  text: SourceText,
): { certain: boolean; problem: [DiagnosticCode, string, Range] } | undefined {
  for (const [index, part] of passages.entries()) {
    const before = passages[index - 1]
    if (!before || before.utterance === part.utterance) continue
    const [one, other] = [voicesOf(before), voicesOf(part)]
    if (one.length === 0 || other.length === 0) continue
    const isShared = one.some(voice => other.some(next => isSameVoice(voice, next)))
    const isOfActor = speakers.some(actor =>
      [one, other].every(voices => voices.some(voice => matchSpeaker(actor, voice, actors) === 'same')),
    )
    if (isShared || isOfActor) continue
    const named = `${namesOf(one)} and ${namesOf(other)}`
    const certain = [before, part].every(each => isCertain(each) || isNamedSurely(each, speakers, text))
    const what = certain ? `gives the parts to ${named}` : `seems to give the parts to ${named}`
    return { certain, problem: [certain ? 'quote-other-speaker' : 'speaker-not-confirmed', what, part.at] }
  }
  return undefined
}

function isNamedSurely({ utterance, at }: SpokenPart, speakers: readonly Actor[], text: SourceText): boolean {
  return utterance?.attribution === 'resolved' && !speakers.some(actor => isNamedBefore(actor, at, text))
}

/** A name that stands in the attribution itself. */
function isCertain({ utterance }: SpokenPart): boolean {
  return !utterance || utterance.attribution === 'stated'
}

function judgeSpeakers(
  passages: readonly SpokenPart[],
  speech: SpeechVerdict,
  claim: SpeechClaim,
  text: SourceText,
): SpeechJudgement {
  let unclear: SpeechProblem | undefined
  for (const part of passages) {
    const voices = voicesOf(part)
    const match = matchAll(part, claim, text)
    const isNested =
      part.utterance !== undefined && text.speech !== undefined && isNestedIn(part.utterance, text.speech)
    if (match === 'same' && !isNested) continue
    const isNameKnown = claim.speakers.every(actor => isToldApart(actor, part, text))
    if (match === 'other' && isNameKnown && (isCertain(part) || isNamedSurely(part, claim.speakers, text))) {
      const what = `gives the words to ${namesOf(voices)}`
      return { speech, speaker: 'other', problem: { code: 'quote-other-speaker', what, at: part.at } }
    }
    const what = isNested ? NESTED : unclearWords(voices, match, part)
    unclear ??= { code: 'speaker-not-confirmed', what, at: part.at }
  }
  if (!unclear) return { speech, speaker: 'confirmed' }
  if (claim.confirmed !== undefined) return { speech, speaker: 'declared' }
  return { speech, speaker: 'unknown', problem: unclear }
}

/** Where another has the same surname, the source must give more than that beside the words. */
function isToldApart(actor: Actor, part: SpokenPart, text: SourceText): boolean {
  const given = voicesOf(part).map(voice => givenNameApart(actor, voice))
  if (!part.utterance || given.every(name => name === undefined)) return true
  const beside = foldCaseAndAccents(wordsBeside(part.utterance, text))
  return given.some(name => name !== undefined && beside.includes(name))
}

const NESTED = 'has the words only in a quotation within another’s'

function unclearWords(voices: readonly UtteranceSpeaker[], match: SpeakerMatch, part: SpokenPart): string {
  if (voices.length > 0)
    return `${match === 'other' ? 'seems to give' : 'gives'} the words to ${namesOf(voices)}`
  return part.speech === 'own' ? 'has no `author` whose words they are' : 'does not tell who says the words'
}

/** Each of those who are said to speak must be one of those who do. */
function matchAll(part: SpokenPart, { speakers, actors }: SpeechClaim, text: SourceText): SpeakerMatch {
  const voices = voicesOf(part)
  if (voices.length === 0)
    return part.speech === 'own' ? 'unclear' : matchBeside(part, { speakers, actors }, text)
  const around = part.utterance ? spokespersonText(part.utterance, text) : ''
  const matches = speakers.map(actor => {
    const each = voices.map(voice => matchSpeaker(actor, withWordsAround(voice, around), actors))
    return each.includes('same') ? 'same' : each.includes('unclear') ? 'unclear' : 'other'
  })
  if (matches.every(match => match === 'same')) return 'same'
  if (matches.includes('same')) return matchBeside(part, { speakers, actors }, text)
  return matches.includes('other') ? 'other' : 'unclear'
}

/** Whether the words beside a part name all who are said to speak, and no other actor. */
function matchBeside(
  part: SpokenPart,
  { speakers, actors }: Pick<SpeechClaim, 'speakers' | 'actors'>,
  text: SourceText,
): SpeakerMatch {
  const beside = actorsBeside(part.at, text, actors)
  const isAll = beside.length === speakers.length && speakers.every(actor => beside.includes(actor))
  return isAll ? 'same' : 'unclear'
}

function withWordsAround(voice: UtteranceSpeaker, around: string): UtteranceSpeaker {
  return around === '' ? voice : { ...voice, mention: `${voice.mention} ${around}` }
}

function namesOf(voices: readonly UtteranceSpeaker[]): string {
  return voices.map(({ name }) => `\`${name}\``).join(' and ')
}
