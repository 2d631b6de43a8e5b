import { graphemesOf } from '../../../../diagnostics/index.js'
import type { Face } from '../../../fonts/face.js'
import { type Fonts, faceFor, missingFace } from '../../../fonts/open-fonts.js'
import type { PictureFonts, StandIn } from '../../picture-fonts.js'
import { SvgFault } from '../parse-xml.js'
import type { SvgStyle } from '../style.js'
import { askedFamilies, isBold, isItalic } from './font-properties.js'

/** Names of families with serifs that drawings ask for, and those that say so themselves. */
const SERIF =
  /times|georgia|garamond|palatino|baskerville|bodoni|cambria|caslon|didot|minion|merriweather|playfair|lora\b|antiqua|century|charter|tinos|roman|slab|rockwell|newsreader|libertin|crimson|spectral|bitter|bookman|freight|tiempos|(?<!sans[\s-]?)serif/i
const MONOSPACED = /mono|courier|consolas|menlo|typewriter|code\b/i
/** Families of CSS that stand for any of a kind. */
const GENERIC = /^(?:serif|sans-serif|monospace|cursive|fantasy|system-ui|ui-[\w-]+|-apple-system|inherit)$/i

/** A part of a text that one face has all characters of. */
export interface FaceText {
  readonly text: string
  readonly face: Face
}

/** Finds the faces for the texts of a drawing, and keeps which family stands for one that it asks for. */
export class TextFonts {
  readonly standIns: StandIn[] = []
  readonly families = new Set<string>()

  constructor(private readonly available: PictureFonts) {}

  /** Splits a text by the faces that have its characters; throws an `SvgFault` for one that no family has. */
  split(text: string, style: SvgStyle, line: number): FaceText[] {
    const role = { bold: isBold(style.get('font-weight')), italics: isItalic(style.get('font-style')) }
    const asked = askedFamilies(style.get('font-family'))
    const families = this.#inOrder(asked)
    const parts: { text: string; face: Face }[] = []
    for (const { segment } of graphemesOf(text)) {
      const shown = segment.replace(/\p{Default_Ignorable_Code_Point}/gu, '')
      const family = families.find(each =>
        faceFor(this.available.fonts, { family: each, ...role })?.has(shown),
      )
      const face = family === undefined ? undefined : faceFor(this.available.fonts, { family, ...role })
      if (family === undefined || !face)
        throw new SvgFault(
          `with the character \`${segment}\`, which no font of the theme has`,
          line,
          'convert its text to paths in the program that made it',
        )
      this.#keep(family, asked, role, line)
      const last = parts.at(-1)
      if (last?.face === face) last.text += segment
      else parts.push({ text: segment, face })
    }
    return parts
  }

  /** Families that may be asked for by name and those of the theme: the nearest first. */
  #inOrder(asked: readonly string[]): readonly string[] {
    const { fonts, families } = this.available
    const named = asked.flatMap(name => [...fonts.keys()].filter(each => isSame(each, name)))
    const [first = 'sans-serif'] = asked
    const wanted = kindOf(first, undefined)
    const alike = families.filter(family => kindOf(family, fonts) === wanted)
    const upright = families.filter(family => kindOf(family, fonts) === 'sans')
    return [...new Set([...named, ...alike, ...upright, ...families])].filter(family => fonts.has(family))
  }

  #keep(
    family: string,
    asked: readonly string[],
    role: { readonly bold: boolean; readonly italics: boolean },
    line: number,
  ): void {
    this.families.add(family)
    const lacking = missingFace(this.available.fonts, { family, ...role })
    const wanted = asked.find(name => !GENERIC.test(name)) ?? asked[0]
    if (wanted !== undefined && isSame(wanted, family) && !lacking) return
    const face = lacking ? (role.bold ? (role.italics ? 'bold italics' : 'bold') : 'italics') : undefined
    const known = this.standIns.some(
      each => each.asked === wanted && each.family === family && each.lacks === face,
    )
    if (!known) this.standIns.push({ asked: wanted, family, lacks: face, line })
  }
}

const isSame = (one: string, other: string) => one.toLowerCase() === other.toLowerCase()

/** What a family looks like, by what its font says, or by its name. */
function kindOf(name: string, fonts: Fonts | undefined): 'serif' | 'sans' | 'mono' {
  const metrics = fonts?.get(name)?.normal.metrics
  if (metrics?.fixedPitch || MONOSPACED.test(name)) return 'mono'
  return metrics?.serif || SERIF.test(name) ? 'serif' : 'sans'
}
