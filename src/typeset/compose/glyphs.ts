import type { Place, Report } from '../../diagnostics/index.js'
import { type Fonts, faceFor } from '../fonts/open-fonts.js'
import type { Look } from '../theme/sheet.js'
import { describeCharacter, printed, withoutControls } from './characters.js'

/** A part of a text and the family that has all its characters. */
export interface Piece {
  readonly text: string
  readonly family: string
}

const ASCII = /^[\x20-\x7E]*$/
/** Words are set in one family where one has all their letters; what stands between them is set character by character. */
const WORDS = /([\p{L}\p{M}\u00AD\u200C\u200D]+)|[^\p{L}\p{M}\u00AD\u200C\u200D]+/gu

/** Finds a font for every character of a document, and reports each that has none once for each place. */
export class Glyphs {
  readonly #reported = new Set<string>()
  readonly #segmenter = new Intl.Segmenter()

  constructor(
    private readonly fonts: Fonts,
    private readonly families: readonly string[],
    private readonly report: Report,
  ) {}

  /** Splits a text by the families that print it, words whole where they can be. Characters that none has are reported and left out. */
  pieces(text: string, look: Look, lang: string, place: Place): Piece[] {
    const set = (part: string) => (look.caps ? part.toLocaleUpperCase(lang) : part)
    if (ASCII.test(text) && this.#has(look.family, look, text))
      return [{ text: set(text), family: look.family }]
    const pieces: { text: string; family: string }[] = []
    const add = (found: Piece) => {
      const last = pieces.at(-1)
      if (last?.family === found.family) last.text += found.text
      else if (found.text !== '') pieces.push({ ...found })
    }
    for (const { 0: chunk, 1: word, index } of text.matchAll(WORDS)) {
      const whole = word && this.#find(set(word), look, pieces.at(-1)?.family)
      if (whole) add(whole)
      else
        for (const { segment, index: within } of this.#segmenter.segment(chunk)) {
          const found = this.#find(set(segment), look, pieces.at(-1)?.family)
          if (found) add(found)
          else this.#missing(segment, look, index + within, text, place)
        }
    }
    return pieces
  }

  #find(cluster: string, look: Look, current: string | undefined): Piece | undefined {
    const own = printed(cluster, text => this.#has(look.family, look, text))
    if (withoutControls(own) === '') return { text: own, family: current ?? look.family }
    for (const family of [look.family, ...this.families]) {
      const text = printed(cluster, part => this.#has(family, look, part))
      if (this.#has(family, look, withoutControls(text))) return { text, family }
    }
    return undefined
  }

  #has(family: string, look: Look, text: string): boolean {
    return faceFor(this.fonts, { ...look, family })?.has(text) ?? false
  }

  #missing(cluster: string, look: Look, index: number, text: string, place: Place): void {
    for (const character of cluster) {
      if (this.#find(character, look, undefined)) continue
      const key = `${place.file.path} ${place.range.start} ${place.range.end} ${character}`
      if (this.#reported.has(key)) continue
      this.#reported.add(key)
      const hint = 'write it in other characters, or add a family that has it to the `fallback` of the theme'
      const message = `no font has \`${character}\` (${describeCharacter(character)})`
      this.report('missing-glyph', placeOf(character, index, text, place), message, hint)
    }
  }
}

/** The place of one character, if the source has the text letter for letter, or at least the character itself. */
function placeOf(character: string, index: number, text: string, place: Place): Place {
  const { file, range } = place
  const source = file.text.slice(range.start, range.end)
  const whole = source.indexOf(text)
  const offset = whole === -1 ? source.indexOf(character) : whole + text.indexOf(character, index)
  if (offset === -1) return place
  const start = range.start + offset
  return { file, range: { start, end: start + character.length } }
}
