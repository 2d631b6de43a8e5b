import type { Brief } from '../brief/index.js'
import { readSpeech } from '../speech/index.js'
import { type Claim, proseClaims, quoteClaims } from './judge/claims.js'
import { locateQuotation } from './match/locate.js'
import type { SourceText } from './text/source-text.js'

/**
 * Reads who says what in those texts of a brief's sources that have the words of one of its quotations, as reading takes the most
 * time of all; the others are returned as they are.
 */
export async function readSpeechOfSources(
  brief: Brief,
  texts: ReadonlyMap<string, SourceText>,
): Promise<Map<string, SourceText>> {
  const claims = [...quoteClaims(brief), ...proseClaims(brief, () => {})]
  const read = new Map(texts)
  for (const [id, text] of texts) {
    if (text.speech || !claims.some(claim => mayRestOn(claim, id, text))) continue
    read.set(id, { ...text, speech: await readSpeech(text.file.text, text.paragraphs) })
  }
  return read
}

function mayRestOn({ sources, quotation }: Claim, id: string, text: SourceText): boolean {
  return sources.includes(id) && locateQuotation(quotation, text).length > 0
}
