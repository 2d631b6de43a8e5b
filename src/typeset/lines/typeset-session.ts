import type { Fonts } from '../fonts/open-fonts.js'
import type { ParagraphNode, TextRun } from '../nodes/paragraph.js'
import type { Word } from '../nodes/word.js'
import { measureRuns } from './measure.js'

/** What is measured while one document is typeset: its fonts, and each paragraph's words, measured when first needed. */
export class TypesetSession {
  readonly #words = new WeakMap<readonly TextRun[], readonly Word[]>()

  constructor(readonly fonts: Fonts) {}

  measure(runs: readonly TextRun[]): readonly Word[] {
    return measureRuns(runs, this.fonts)
  }

  wordsOf({ text }: ParagraphNode): readonly Word[] {
    const known = this.#words.get(text)
    if (known) return known
    const words = this.measure(text)
    this.#words.set(text, words)
    return words
  }
}
