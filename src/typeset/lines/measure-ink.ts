import type { Face } from '../fonts/face.js'
import type { ShapedWord } from '../fonts/shaped-word.js'
import { type InkRoom, largerRoom } from '../nodes/ink-room.js'
import type { Word } from '../nodes/word.js'

/**
 * Letters that may be higher or deeper than those for which a theme chooses its leading: of scripts that stack letters or
 * write them on a slope, and letters with several marks.
 */
const MAY_BE_TALL =
  /[\u0300-\u036F\u0590-\u1CFF\u1E00-\u1EFF\uA800-\uABFF\uFB1D-\uFDFF\uFE70-\uFEFE\u{10000}-\u{1FFFF}]/u

/** Whether a text has letters for which a theme's leading may not be enough. */
export const mayBeTall = (text: string): boolean => MAY_BE_TALL.test(text)

/** Ems that stay free above and below ink. */
const FREE = 0.03
/** Ems: rooms for which lines are set farther apart are multiples of this, so that most paragraphs in one type have one leading. */
const STEP = 0.1
/** A face is tall if its ascent and descent are together so many times the leading: they do not say where lines touch. */
const TALL_FACE = 1.2

/**
 * The words of a paragraph with the room that their ink needs, where lines of it would touch each other with the leading of the
 * theme, or their face is tall: the same for all words in one type, so that the lines are evenly set.
 */
export function withInkRooms(words: readonly Word[]): readonly Word[] {
  const inks = new Map<string, InkRoom>()
  let run: Word['run'] | undefined
  for (const word of words) {
    if (word.run !== run && mayBeTall(word.run.text)) inks.set(typeOf(word), NO_INK)
    run = word.run
  }
  if (inks.size === 0) return words
  for (const word of words) {
    const type = typeOf(word)
    const ink = inks.get(type)
    if (ink) inks.set(type, largerRoom(ink, inkInPoints(word)))
  }
  return words.map(word => {
    const ink = inks.get(typeOf(word))
    const inkRoom = ink && roomForInk(ink, word)
    return inkRoom ? word.with({ inkRoom }) : word
  })
}

const typeOf = ({ family, bold, italics, size, baselineShift }: Word): string =>
  `${family} ${bold} ${italics} ${size} ${baselineShift}`

/** The room that lines of such ink need; undefined where leading and face are right for it. Lengths are points. */
export function roomForInk(
  { above, below }: InkRoom,
  { size, leading, ascent, descent }: Pick<Word, 'size' | 'leading' | 'ascent' | 'descent'>,
): InkRoom | undefined {
  const free = FREE * size
  if (above + below + 2 * free <= leading)
    return ascent + descent > TALL_FACE * leading ? { above: above + free, below: below + free } : undefined
  const step = STEP * size
  const rounded = (points: number) => Math.ceil((points + free) / step - ROUNDING) * step
  return { above: rounded(above), below: rounded(below) }
}

/** Steps by which arithmetic may be wrong. */
const ROUNDING = 1e-6

function inkInPoints(word: Word): InkRoom {
  const { above, below } = inkOfGlyphs(word.shaped, word.font)
  const points = (thousandths: number) => (thousandths / 1000) * word.size
  return { above: points(above) + word.baselineShift, below: points(below) - word.baselineShift }
}

/** How far glyphs reach above and below the baseline, in thousandths of an em. */
export const inkOfGlyphs = ({ glyphs }: Pick<ShapedWord, 'glyphs'>, face: Pick<Face, 'inkOf'>): InkRoom =>
  glyphs.reduce((room, { id, y }) => {
    const ink = face.inkOf(id)
    return ink ? largerRoom(room, { above: ink.above + y, below: ink.below - y }) : room
  }, NO_INK)

const NO_INK: InkRoom = { above: 0, below: 0 }
