import type { Place, Report } from '../../diagnostics/index.js'
import { describeCharacter, scriptOfCharacter } from './characters.js'

/** A character that no font has, and its offset in its text. */
export interface MissingCharacter {
  readonly character: string
  readonly index: number
  /** A family that has it, but in colours only. */
  readonly colourFamily?: string | undefined
}

/** With more characters of one text missing than this, it is their script that is missing. */
const MAX_SINGLE_CHARACTERS = 2
/** Characters of a missing script that a finding shows. */
const MAX_SHOWN_CHARACTERS = 5

/** Reports characters that no font has, once for each place: each for itself, or those of a whole script together. */
export class MissingGlyphReporter {
  readonly #reported = new Set<string>()

  constructor(private readonly report: Report) {}

  add(missing: readonly MissingCharacter[], text: string, place: Place): void {
    const distinct = [...new Map(missing.toReversed().map(one => [one.character, one])).values()].toReversed()
    const scripts = new Map<string, number>()
    for (const { character } of distinct) {
      const script = scriptOfCharacter(character)
      if (script) scripts.set(script, (scripts.get(script) ?? 0) + 1)
    }
    const whole = [...scripts].filter(([, count]) => count > MAX_SINGLE_CHARACTERS).map(([script]) => script)
    const belongs = ({ character }: MissingCharacter) => {
      const script = scriptOfCharacter(character)
      return (
        whole.length > 0 && (script ? whole.includes(script) : /\p{P}|\p{N}|\p{M}|\p{Lm}/u.test(character))
      )
    }
    const together = distinct.filter(belongs)
    if (together.length > 0) this.#script(whole, together, text, place)
    for (const one of distinct) if (!belongs(one)) this.#character(one, text, place)
  }

  addSkinTone(emoji: MissingCharacter, text: string, place: Place): void {
    const { character } = emoji
    if (!this.#isNew(character, place)) return
    this.report(
      'skin-tone-not-shown',
      placeOfMissingCharacter(emoji, text, place),
      `\`${character}\` is printed without its skin tone, as in \`${character.replace(/\p{Emoji_Modifier}/gu, '')}\``,
    )
  }

  #script(
    scripts: readonly string[],
    characters: readonly MissingCharacter[],
    text: string,
    place: Place,
  ): void {
    const [first] = characters
    if (!first || !this.#isNew(scripts.join(), place)) return
    const shown = characters.slice(0, MAX_SHOWN_CHARACTERS).map(({ character }) => `\`${character}\``)
    const names = scripts.length > 1 ? `${scripts.slice(0, -1).join(', ')} and ${scripts.at(-1)}` : scripts[0]
    const message = `no font has the ${names} script${scripts.length > 1 ? 's' : ''}: ${characters.length} characters are missing, the first ${shown.join(' ')}`
    const hint =
      'declare a font that has them in `fonts/fonts.yaml`, and add its family to the `fallback` of the theme'
    this.report('missing-glyph', placeOfMissingCharacter(first, text, place), message, hint)
  }

  #character(missing: MissingCharacter, text: string, place: Place): void {
    const { character } = missing
    if (!this.#isNew(character, place)) return
    const hint = /\p{Extended_Pictographic}|\p{Regional_Indicator}/u.test(character)
      ? 'add a family that has it in black to the `fallback` of the theme; in a quotation, `[…]` may stand for it'
      : 'write it in other characters, or add a family that has it to the `fallback` of the theme'
    const message = missing.colourFamily
      ? `\`${missing.colourFamily}\` has \`${character}\` (${describeCharacter(character)}) only in colours or as a bitmap, which are not printed`
      : `no font has \`${character}\` (${describeCharacter(character)})`
    this.report('missing-glyph', placeOfMissingCharacter(missing, text, place), message, hint)
  }

  #isNew(what: string, { file, range }: Place): boolean {
    const key = `${file.path} ${range.start} ${range.end} ${what}`
    const isNew = !this.#reported.has(key)
    this.#reported.add(key)
    return isNew
  }
}

/** The place of one character, if the source has the text letter for letter, or at least the character itself. */
function placeOfMissingCharacter(
  { character, index }: MissingCharacter,
  text: string,
  { file, range }: Place,
): Place {
  const source = file.text.slice(range.start, range.end)
  const whole = source.indexOf(text)
  const offset = whole === -1 ? source.indexOf(character) : whole + text.indexOf(character, index)
  if (offset === -1) return { file, range }
  const start = range.start + offset
  return { file, range: { start, end: start + character.length } }
}
