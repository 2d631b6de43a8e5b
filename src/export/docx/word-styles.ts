import type { TextStyle } from '../../typeset/index.js'
import type { HouseStyles } from './house-styles.js'
import {
  differingProperties,
  fonts,
  onOff,
  type ParagraphLook,
  type PropertyElements,
  paragraphProperties,
  runProperties,
} from './paragraph-look.js'
import {
  type CharacterKind,
  NORMAL,
  noteCallKind,
  type ParagraphKind,
  type Surroundings,
} from './style-kinds.js'
import { halfPoints, wordColour, xmlText } from './word-units.js'

/** A style that a paragraph has, and how it looks in it. */
export interface StyledLook {
  readonly id: string
  readonly look: ParagraphLook
}

/** The fonts of letters that are written from right to left, in the styles of a document. */
export interface StyleFonts {
  readonly complexFamily: string
}

/**
 * The styles of a Word document, made of a theme as they are used: a paragraph looks as its style says, and one in a box or a
 * table has a style that is based on that of the same purpose elsewhere. A house's own styles take the place of those of their names.
 */
export class WordStyles {
  readonly #paragraphs = new Map<string, string>()
  readonly #characters = new Map<string, string>()
  readonly #variants = new Map<string, string>()
  readonly #names = new Set<string>()

  constructor(
    /** What paragraphs of the page have in common. */
    readonly page: Surroundings,
    private readonly lang: string,
    private readonly styleFonts: StyleFonts,
    private readonly house: HouseStyles | undefined,
  ) {
    this.paragraph(NORMAL, page)
    this.character(noteCallKind(page.sheet))
  }

  /** The style of a paragraph of a kind in its surroundings. */
  paragraph(kind: ParagraphKind, around: Surroundings): StyledLook {
    const look = kind.look(around)
    const plain = kind.look(this.page)
    const id = this.#plain(kind, plain)
    const [own, base] = [propertiesOf(look, this.styleFonts), propertiesOf(plain, this.styleFonts)]
    const differing = differences(own, base)
    if (differing === '' || this.house?.idOf(kind.name, 'paragraph') !== undefined) return { id, look }
    const key = `${kind.id} ${around.name} ${differing}`
    const known = this.#variants.get(key)
    if (known !== undefined) return { id: known, look }
    const name = this.#freeName(`${titled(kind.name)} ${around.name}`.trim())
    const variant = idOf(name)
    this.#variants.set(key, variant)
    this.#paragraphs.set(
      variant,
      paragraphStyle(
        { id: variant, name, base: id, next: undefined, priority: 41, quick: false, custom: true },
        differing,
      ),
    )
    return { id: variant, look }
  }

  /** The style of characters of a kind. */
  character(kind: CharacterKind): string {
    const known = this.house?.idOf(kind.name, 'character')
    if (known !== undefined) return known
    if (!this.#characters.has(kind.id)) this.#characters.set(kind.id, this.#characterStyle(kind))
    return kind.id
  }

  /** Those that were asked for, as elements. */
  get elements(): readonly string[] {
    return [...this.#paragraphs.values(), ...this.#characters.values()]
  }

  /** What holds where no style says else. */
  get defaults(): string {
    const text = this.page.text
    const language = `<w:lang w:val="${xmlText(this.lang)}" w:eastAsia="${xmlText(this.lang)}" w:bidi="${xmlText(this.lang)}"/>`
    const size = halfPoints(text.size)
    return `<w:docDefaults><w:rPrDefault><w:rPr>${fonts(text.family, this.styleFonts.complexFamily)}<w:sz w:val="${size}"/><w:szCs w:val="${size}"/>${language}</w:rPr></w:rPrDefault><w:pPrDefault/></w:docDefaults>`
  }

  #plain(kind: ParagraphKind, look: ParagraphLook): string {
    const ofHouse = this.house?.idOf(kind.name, 'paragraph')
    if (ofHouse !== undefined) return ofHouse
    if (this.#paragraphs.has(kind.id)) return kind.id
    this.#names.add(kind.name).add(titled(kind.name))
    this.#paragraphs.set(kind.id, '')
    const base = kind.base === undefined ? undefined : this.paragraph(NORMAL, this.page).id
    const baseLook = kind.base === undefined ? undefined : NORMAL.look(this.page)
    const differing = differences(
      propertiesOf(look, this.styleFonts),
      baseLook && propertiesOf(baseLook, this.styleFonts),
    )
    const next = kind.next === undefined ? undefined : (this.house?.idOf(kind.next, 'paragraph') ?? kind.next)
    const { id, name, priority, builtIn } = kind
    const described = { id, name, base, next, priority, quick: true, custom: !builtIn }
    this.#paragraphs.set(id, paragraphStyle(described, this.#inHouse(differing)))
    return id
  }

  /** Beside a house's styles, those of ours leave its fonts, sizes and colours alone. */
  #inHouse(properties: string): string {
    return this.house ? properties.replace(/<w:(?:rFonts|color|sz|szCs)\b[^>]*\/>/g, '') : properties
  }

  #characterStyle({ id, name, builtIn, settings, fill, underline, raisedFrom }: CharacterKind): string {
    const { sheet } = this.page
    const base = this.page.text
    const text = sheet.textStyle(settings, base)
    const set: string[] = []
    if (settings.family) set.push(fonts(text.family, this.styleFonts.complexFamily))
    if (settings.bold !== undefined) set.push(onOff('b', settings.bold), onOff('bCs', settings.bold))
    if (settings.italic !== undefined) set.push(onOff('i', settings.italic), onOff('iCs', settings.italic))
    if (settings.caps !== undefined) set.push(onOff('caps', settings.caps))
    if (settings.colour) set.push(`<w:color w:val="${wordColour(text.colour)}"/>`)
    const points = raisedFrom ?? (settings.size === undefined ? undefined : text.size)
    if (points !== undefined) {
      const size = halfPoints(points)
      set.push(`<w:sz w:val="${size}"/><w:szCs w:val="${size}"/>`)
    }
    if (underline) set.push('<w:u w:val="single"/>')
    if (fill) set.push(`<w:shd w:val="clear" w:color="auto" w:fill="${wordColour(fill)}"/>`)
    if (raisedFrom !== undefined) set.push('<w:vertAlign w:val="superscript"/>')
    const custom = builtIn ? '' : ' w:customStyle="1"'
    return `<w:style w:type="character"${custom} w:styleId="${id}"><w:name w:val="${xmlText(name)}"/><w:uiPriority w:val="50"/><w:qFormat/><w:rPr>${this.#inHouse(set.join(''))}</w:rPr></w:style>`
  }

  #freeName(wanted: string): string {
    let name = wanted
    for (let count = 2; this.#names.has(name); count++) name = `${wanted} ${count}`
    this.#names.add(name)
    return name
  }
}

/** What a text looks like in a character style, as Word has it: bold, italics and capitals take each other back. */
export function inCharacterStyle(
  { settings, raisedFrom }: CharacterKind,
  base: TextStyle,
  { sheet }: Pick<Surroundings, 'sheet'>,
): TextStyle {
  const plain = sheet.textStyle(settings, base)
  const toggled = (set: boolean | undefined, below: boolean) => (set ? !below : below)
  return {
    ...plain,
    size: raisedFrom ?? plain.size,
    bold: toggled(settings.bold, base.bold),
    italics: toggled(settings.italic, base.italics),
    caps: toggled(settings.caps, base.caps),
  }
}

interface StyleDescription {
  readonly id: string
  readonly name: string
  readonly base: string | undefined
  readonly next: string | undefined
  readonly priority: number
  readonly quick: boolean
  readonly custom: boolean
}

/** A paragraph style (ECMA-376-1, 17.7.4.17). `properties` are those of the paragraph, then those of its runs. */
function paragraphStyle(
  { id, name, base, next, priority, quick, custom }: StyleDescription,
  properties: string,
): string {
  const attributes = `w:type="paragraph"${id === 'Normal' ? ' w:default="1"' : ''}${custom ? ' w:customStyle="1"' : ''} w:styleId="${id}"`
  const described = [
    `<w:name w:val="${xmlText(name)}"/>`,
    base === undefined || base === id ? '' : `<w:basedOn w:val="${xmlText(base)}"/>`,
    next === undefined ? '' : `<w:next w:val="${xmlText(next)}"/>`,
    `<w:uiPriority w:val="${priority}"/>`,
    quick ? '<w:qFormat/>' : '',
  ]
  return `<w:style ${attributes}>${described.join('')}${properties}</w:style>`
}

interface LookProperties {
  readonly paragraph: PropertyElements
  readonly run: PropertyElements
}

const propertiesOf = (look: ParagraphLook, { complexFamily }: StyleFonts): LookProperties => ({
  paragraph: paragraphProperties(look),
  run: runProperties(look.text, complexFamily),
})

function differences(own: LookProperties, base: LookProperties | undefined): string {
  const paragraph = differingProperties(own.paragraph, base?.paragraph)
  const run = differingProperties(own.run, base?.run)
  return `${paragraph === '' ? '' : `<w:pPr>${paragraph}</w:pPr>`}${run === '' ? '' : `<w:rPr>${run}</w:rPr>`}`
}

const titled = (name: string): string => name.replace(/\b\p{Ll}/gu, letter => letter.toUpperCase())
const idOf = (name: string): string => name.replace(/[^A-Za-z0-9]/g, '')
