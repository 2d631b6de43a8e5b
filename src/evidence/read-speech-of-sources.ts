import type { Brief } from '../brief/index.js'
import { type Claim, quoteClaims } from './judge/claims.js'
import { EvidenceFindings } from './judge/evidence-findings.js'
import { proseClaims } from './judge/prose-claims.js'
import { type SourceData, voiceOfSource } from './judge/voice.js'
import { locateQuotation } from './match/locate.js'
import { type SourceText, wholeSourceText } from './text/source-text.js'

/**
 * Reads who says what in those texts of a brief's sources that have the words of one of its quotations, as reading takes the most
 * time of all; the others are returned as they are. Awaits `pause` between texts.
 */
export async function readSpeechOfSources(
  brief: Brief,
  texts: ReadonlyMap<string, SourceText>,
  pause: () => Promise<void> = async () => {},
): Promise<Map<string, SourceText>> {
  const notReported = new EvidenceFindings()
  const claims = [...quoteClaims(brief, notReported), ...proseClaims(brief, notReported)]
  const read = new Map(texts)
  for (const [id, text] of texts) {
    await pause()
    if (text.speech || !claims.some(claim => mayRestOn(claim, id, text))) continue
    const source = brief.data.sources?.find(candidate => candidate.id === id)
    if (isOneVoice(source, text)) {
      read.set(id, { ...text, speech: { utterances: [] } })
      continue
    }
    const lang = source?.lang ?? brief.data.lang
    const options = {
      voice: voiceOfSource(source, text) === 'own' ? 'own' : 'reporting',
      ...(lang !== undefined && { lang }),
      ...(text.blockQuotations && { blockQuotations: text.blockQuotations }),
    } as const
    const { readSpeech } = await import('../speech/index.js')
    read.set(id, { ...text, speech: await readSpeech(text.reading, text.paragraphs, undefined, options) })
  }
  return read
}

function mayRestOn({ sources, quotation }: Claim, id: string, text: SourceText): boolean {
  const standsIn = (words: SourceText) => locateQuotation(quotation, words).length > 0
  return sources.includes(id) && (standsIn(text) || standsIn(wholeSourceText(text)))
}

/** In somebody's own words with no label and no quotation mark there is nothing to read. */
function isOneVoice(source: SourceData | undefined, text: SourceText): boolean {
  if (voiceOfSource(source, text) !== 'own' || text.inQuotationMarks.includes(true)) return false
  return !LABEL.test(text.reading)
}

const LABEL = /^[ \t*_#>-]*[\p{L}][^\n:：]{0,60}[:：]|^[ \t]*>/mu
