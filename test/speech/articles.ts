import { readdirSync, readFileSync } from 'node:fs'
import type { Range } from '../../src/diagnostics/index.js'
import { paragraphsOf, readSpeech, type UtteranceSpeaker } from '../../src/speech/index.js'

/** A quotation of a short article of ours, with its right speakers and those that the rules give it. */
export interface JudgedQuotation {
  readonly file: string
  readonly words: string
  readonly right: string
  readonly given: string
  readonly isRight: boolean
}

/**
 * Judges who speaks in the articles of a folder. Each ends with a line `---` that names the speakers of its quotations of four
 * words or more, in their order: names in full, somebody unnamed by a noun in lower case, `A + B` for two who speak
 * together, `A/B` where either is right, `-` for a quotation that is too short to matter.
 */
export async function judgeArticles(folder: URL): Promise<JudgedQuotation[]> {
  const judged: JudgedQuotation[] = []
  for (const file of readdirSync(folder).filter(name => name.endsWith('.txt')))
    for (const article of readFileSync(new URL(file, folder), 'utf8').split(/^===\n/m)) {
      const [text = '', key = ''] = article.split(/^--- /m)
      const { utterances } = await readSpeech(text, paragraphsOf(text))
      const rights = key.trim().split(/\s*\|\s*/)
      const spans = quotedSpans(text)
      if (spans.length !== rights.length)
        throw new Error(
          `${file}: ${spans.length} quotations, ${rights.length} speakers: ${text.slice(0, 60)}`,
        )
      for (const [index, span] of spans.entries()) {
        const right = rights[index] ?? ''
        if (right === '-') continue
        const speakers =
          utterances.find(({ parts }) => parts.some(part => part.start < span.end && part.end > span.start))
            ?.speakers ?? []
        judged.push({
          file,
          words: text.slice(span.start, span.end).replace(/\s+/g, ' '),
          right,
          given: speakers.map(({ name }) => name).join(' + ') || '(nobody)',
          isRight: right.split('/').some(one => isRight(one.split(/\s*\+\s*/), speakers)),
        })
      }
    }
  return judged
}

/** The share of them whose speaker is right, and a report of the others. */
export function scoreOf(judged: readonly JudgedQuotation[]): { share: number; wrong: string } {
  const wrong = judged.filter(({ isRight: right }) => !right)
  return {
    share: 1 - wrong.length / judged.length,
    wrong: wrong
      .map(({ file, words, right, given }) => `${file}: ${given}, not ${right}: ${words}`)
      .join('\n'),
  }
}

function isRight(names: readonly string[], speakers: readonly UtteranceSpeaker[]): boolean {
  return (
    names.length === speakers.length &&
    names.every((right, index) => {
      const speaker = speakers[index]
      if (!speaker) return false
      if (/^\p{Lu}/u.test(right)) return withoutArticle(speaker.name) === right
      return speaker.name
        .toLowerCase()
        .split(/[^\p{L}]+/u)
        .includes(right)
    })
  )
}

function withoutArticle(name: string): string {
  return name.replace(/^the /i, '')
}

/** What stands between quotation marks within a line. */
function quotedSpans(text: string): Range[] {
  return [...text.matchAll(/“([^”\n]*)”|"([^"\n]*)"/g)].map(({ index, 0: whole }) => ({
    start: index + 1,
    end: index + whole.length - 1,
  }))
}
