import type { DiagnosticCode, Report } from '../../diagnostics/index.js'
import type { Lock } from '../lock/lock.js'
import type { FoundQuotation } from '../match/find-quotation.js'
import type { Mismatch } from '../match/mismatch.js'
import { paragraphAt, type SourceText } from '../text/source-text.js'
import type { Claim } from './claims.js'
import type { SpeechProblem } from './judge-speech.js'
import { tokenAt } from './utterances-at.js'

/** Says where a quotation differs from the nearest passage, and shows it with the words marked. */
export function reportAlteredQuotation(
  claim: Claim,
  id: string,
  miss: Mismatch,
  elsewhere: string | undefined,
  report: Report,
): void {
  const { difference, paragraph } = miss
  if (!difference) {
    const message = `the parts of the quotation do not stand in order and near one another in \`${id}\``
    report('quote-altered', claim.place, message, elsewhere, 'make a quotation of each part')
    return
  }
  report(
    'quote-altered',
    claim.place,
    `quotation differs from \`${id}\`, para. ${paragraph}: ${difference.summary}`,
    `compare with the source: \`${difference.marked}\``,
    elsewhere,
    difference.lacksOnly
      ? 'write `…` where words are left out, also where these are the reporter’s'
      : 'quote the words of the source, or declare what you change as `[…]` or `[inserted words]`',
  )
}

/** Says that no source has words like those of a quotation. */
export function reportMissingQuotation(claim: Claim, elsewhere: string | undefined, report: Report): void {
  const [id] = claim.sources
  const message = claim.cited
    ? `no passage of \`${id}\` is like the quotation`
    : 'no source has a passage like the quotation'
  const hint = claim.cited ? undefined : 'take away the quotation marks if nobody is quoted'
  report('quote-missing', claim.place, message, elsewhere, hint)
}

/** Says that the speaker's words are left out. */
export function reportAbridgedQuotation(
  claim: Claim,
  id: string,
  found: FoundQuotation,
  source: SourceText,
  report: Report,
): void {
  report(
    'quote-abridged',
    claim.place,
    `quotation leaves out words of \`${id}\`, para. ${found.paragraph}`,
    `check that the sense is kept: \`${excerpt(found, source)}\``,
  )
}

/** Says that the words are not those that were proved. */
export function reportChangedQuotation(claim: Claim, id: string, lock: Lock, report: Report): void {
  report(
    'quote-changed',
    claim.place,
    `the words are not those proved on ${lock.sources.get(id)?.date} against \`${id}\`, whose text is absent`,
    'restore the words that were proved',
    'run `briefwright check --update-lock` where the text is',
  )
}

/** Says that there is nothing to prove a quotation with. */
export function reportUnprovedQuotation(claim: Claim, id: string | undefined, report: Report): void {
  const message =
    id === undefined
      ? 'there is no source to prove the quotation'
      : `the text of \`${id}\` is absent, and no lock file proves the quotation`
  report(
    'quote-unproved',
    claim.place,
    message,
    id === undefined
      ? 'list its source in `sources`'
      : `give the path of the local text as \`text\` of \`${id}\``,
    id === undefined ? undefined : 'run `briefwright check --update-lock` where the text is',
  )
}

/** Says that words are not speech, or not of those to whom the brief gives them. */
export function reportSpeechProblem(
  claim: Claim,
  id: string,
  { code, what, at }: SpeechProblem,
  source: SourceText,
  report: Report,
): void {
  const paragraph = paragraphAt(source, tokenAt(at.start, source))
  const place = code === 'quote-not-speech' || code === 'quote-disowned' ? claim.place : claim.speakerPlace
  const named = claim.speakers.map(({ name }) => `\`${name}\``).join(' and ')
  const who = named === '' || place === claim.place ? '' : `, and the brief to ${named}`
  report(code, place, `\`${id}\`, para. ${paragraph}, ${what}${who}`, ...(SPEECH_HINTS[code] ?? []))
}

const SPEECH_HINTS: Readonly<Partial<Record<DiagnosticCode, readonly string[]>>> = {
  'quote-not-speech': [
    'quote what stands in quotation marks there, or say it in your own words',
    'if all of the source is somebody’s own words, give it `voice: own`',
  ],
  'quote-other-speaker': ['name who said it as `speaker`, and quote one speaker at a time'],
  'speaker-not-confirmed': ['check who speaks there, and give the reason as `speaker_confirmed`'],
  'source-voice-unknown': ['give the source a `type`, or `voice: own` or `voice: reported`'],
}

/** The words of a passage for a hint, its middle left out where it is long. */
export function excerpt({ passage }: Pick<FoundQuotation, 'passage'>, { file }: SourceText): string {
  const words = file.text.slice(passage.start, passage.end).split(/\s+/)
  return words.length > 60 ? [...words.slice(0, 30), '…', ...words.slice(-29)].join(' ') : words.join(' ')
}
