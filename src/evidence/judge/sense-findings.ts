import type { Report } from '../../diagnostics/index.js'
import type { FoundQuotation } from '../match/find-quotation.js'
import type { SenseFinding } from '../match/sense.js'
import type { SourceText } from '../text/source-text.js'
import type { Claim } from './claims.js'
import { excerpt } from './findings.js'

/** Says what turns the sense of a quotation that is found in a source, or may. */
export function reportSense(
  claim: Claim,
  id: string,
  found: FoundQuotation,
  source: SourceText,
  report: Report,
): void {
  const where = `\`${id}\`, para. ${found.paragraph}`
  const hint = `read the passage: \`${excerpt(widened(found, source), source)}\``
  for (const { kind, severity, words } of found.sense) {
    const [message, remedy] = MESSAGES[kind](words, where, severity)
    report(CODES_OF_SENSE[kind][severity], claim.place, message, hint, remedy)
  }
}

const CODES_OF_SENSE = {
  inserted: { error: 'quote-inserts-negation', warning: 'quote-sense-doubtful' },
  omitted: { error: 'omission-hides-negation', warning: 'quote-sense-doubtful' },
  cut: { error: 'omission-hides-negation', warning: 'quote-sense-doubtful' },
  question: { error: 'quote-drops-question', warning: 'quote-cuts-question' },
  unchecked: { error: 'quote-sense-unchecked', warning: 'quote-sense-unchecked' },
} as const

type Say = (
  words: string,
  where: string,
  severity: SenseFinding['severity'],
) => readonly [message: string, remedy: string]

const MESSAGES: Readonly<Record<SenseFinding['kind'], Say>> = {
  inserted: (words, where, severity) => [
    `\`[${words}]\` ${severity === 'error' ? 'turns' : 'may turn'} the sense of ${where}`,
    'insert only what makes clear what was meant',
  ],
  omitted: (words, where, severity) => [
    `what is left out of ${where}, ${severity === 'error' ? 'turns' : 'may turn'} the sense: \`${words}\``,
    'quote it with these words',
  ],
  cut: (words, where, severity) => [
    severity === 'error'
      ? `the quotation is cut from a sentence of ${where}, that \`${words}\` governs`
      : `\`${words}\` stands in the sentence of ${where}, that the quotation is cut from`,
    'quote it with these words',
  ],
  question: (_words, where, severity) => [
    severity === 'error'
      ? `the quotation lacks the question mark of ${where}`
      : `the quotation is cut from a question of ${where}`,
    'quote the question with its mark',
  ],
  unchecked: (_words, where) => [
    `nobody has checked whether what is left out of ${where}, turns the sense: its language has no list of negations`,
    'let somebody read it who knows the language',
  ],
}

/** The passage with what stands around it in its paragraph, where that is short. */
function widened(
  { passage, paragraph: number }: FoundQuotation,
  source: SourceText,
): { passage: FoundQuotation['passage'] } {
  const paragraph = source.paragraphs[number - 1] ?? passage
  const start = Math.max(paragraph.start, passage.start - AROUND)
  const end = Math.min(Math.max(paragraph.end, passage.end), passage.end + AROUND)
  const { text } = source.file
  const from = start === paragraph.start ? start : text.indexOf(' ', start) + 1
  const to = end === paragraph.end ? end : text.lastIndexOf(' ', end)
  return { passage: { start: Math.min(from, passage.start), end: Math.max(to, passage.end) } }
}

/** How many characters are shown before and after a passage. */
const AROUND = 120
