import { strFromU8, unzipSync } from 'fflate'
import type { Report } from '../../diagnostics/index.js'
import type { WordTemplate } from './word-template.js'

/** The kinds of styles that we name. */
type StyleType = 'paragraph' | 'character' | 'table'

/** Parts of a house's file that its styles need, by their paths; none of its text, of its properties and of what else it holds. */
type StyleParts = ReadonlyMap<'word/styles.xml' | 'word/theme/theme1.xml', string>

/** The styles of a house, in the place of those of a theme. */
export class HouseStyles {
  readonly #ids = new Map<string, string>()
  readonly #defaults = new Map<string, string>()

  private constructor(readonly parts: StyleParts) {
    for (const { type, id, name, isDefault } of stylesIn(this.xml)) {
      this.#ids.set(`${type} ${name.toLowerCase()}`, id)
      if (isDefault) this.#defaults.set(type, id)
    }
  }

  /** Reads the file of a house; what is none is reported where it is named. */
  static read({ bytes, place }: WordTemplate, report: Report): HouseStyles | undefined {
    const parts = styleParts(bytes)
    if (parts) return new HouseStyles(parts)
    report(
      'house-invalid',
      place,
      'this file is no document or template of Word that has styles',
      'save a document with the styles of the house in Word, as `.docx` or `.dotx`',
    )
    return undefined
  }

  /** The id of a style by its name, which is the same in Word of any language for those that Word has; undefined where the house has none. */
  idOf(name: string, type: StyleType): string | undefined {
    if (type === 'paragraph' && name === 'Normal')
      return this.#defaults.get(type) ?? this.#ids.get('paragraph normal')
    return this.#ids.get(`${type} ${name.toLowerCase()}`)
  }

  /** Half points: the size of its running text. */
  get halfPoints(): number | undefined {
    const normal = this.#defaults.get('paragraph')
    const own = this.xml
      .split('<w:style ')
      .find(style => normal !== undefined && style.includes(`w:styleId="${normal}"`))
    const defaults = insideOf(this.xml, '<w:rPrDefault>', '</w:rPrDefault>') ?? ''
    const size = [own ?? '', defaults].flatMap(xml => /<w:sz w:val="(\d+)"/.exec(xml)?.[1] ?? [])[0]
    return size === undefined ? undefined : Number(size)
  }

  /** Its styles with others after them. */
  withOthers(others: string): string {
    return `${this.xml.slice(0, this.xml.lastIndexOf(END_OF_STYLES))}${others}${END_OF_STYLES}`
  }

  get xml(): string {
    return this.parts.get('word/styles.xml') ?? ''
  }
}

const END_OF_STYLES = '</w:styles>'

/** The parts of a file that hold its styles, wherever it keeps them; undefined if it is no file of Word. */
function styleParts(bytes: Uint8Array): StyleParts | undefined {
  const main = targetOf(partOf(bytes, '_rels/.rels'), 'officeDocument', '')
  if (main === undefined) return undefined
  const folder = main.replace(/[^/]*$/, '')
  const relationships = partOf(bytes, `${folder}_rels/${main.slice(folder.length)}.rels`)
  const at = (type: string) => {
    const target = targetOf(relationships, type, folder)
    return target === undefined ? undefined : partOf(bytes, target)
  }
  const styles = at('styles')?.trimEnd()
  if (styles === undefined || !/<w:styles\b/.test(styles) || !styles.endsWith(END_OF_STYLES)) return undefined
  const theme = at('theme')
  return new Map([
    ['word/styles.xml', withoutNumbering(styles)],
    ...(theme === undefined ? [] : ([['word/theme/theme1.xml', theme]] as const)),
  ])
}

/** One part, and none beside it, however many the archive has; undefined if there is none, or it is too large. */
function partOf(bytes: Uint8Array, path: string): string | undefined {
  try {
    const filter = ({ name, originalSize }: { name: string; originalSize: number }) =>
      name === path && originalSize < MOST_BYTES
    const [part] = Object.values(unzipSync(bytes, { filter }))
    return part && strFromU8(part)
  } catch {
    return undefined
  }
}

/** Of a part: more is no style sheet. */
const MOST_BYTES = 20_000_000

/** Where a relationship of a type leads (ECMA-376-2, 9.3). */
function targetOf(relationships: string | undefined, type: string, folder: string): string | undefined {
  const found = [...(relationships ?? '').matchAll(/<Relationship\b[^<>]*>/g)]
    .map(([element]) => element)
    .find(element => new RegExp(`Type="[^"]*/${type}"`).test(element))
  const target = found && /Target="([^"]*)"/.exec(found)?.[1]
  if (target === undefined) return undefined
  return target.startsWith('/') ? target.slice(1) : `${folder}${target}`
}

/** Lists are counted by our own definitions: the numbers of a house's are of lists that its file has and ours does not. */
function withoutNumbering(styles: string): string {
  const [first = '', ...rest] = styles.split('<w:numPr>')
  return first + rest.map(piece => piece.slice(after(piece, '</w:numPr>'))).join('')
}

/** What a part holds from a mark to the first of another. */
function insideOf(text: string, open: string, close: string): string | undefined {
  const start = text.indexOf(open)
  const end = start === -1 ? -1 : text.indexOf(close, start)
  return end === -1 ? undefined : text.slice(start, end)
}

function after(text: string, mark: string): number {
  const at = text.indexOf(mark)
  return at === -1 ? 0 : at + mark.length
}

interface FoundStyle {
  readonly type: string
  readonly id: string
  readonly name: string
  readonly isDefault: boolean
}

function stylesIn(xml: string): FoundStyle[] {
  return xml
    .split(/<w:style(?![\w:])/)
    .slice(1)
    .flatMap(piece => {
      const [attributes = '', ...rest] = piece.split('>')
      const attribute = (name: string) => new RegExp(`w:${name}="([^"]*)"`).exec(attributes)?.[1]
      const [type, id] = [attribute('type'), attribute('styleId')]
      const [content, ...others] = rest.join('>').split('</w:style>')
      const name = /<w:name w:val="([^"]*)"/.exec(content ?? '')?.[1]
      if (others.length === 0 || type === undefined || id === undefined || name === undefined) return []
      return [{ type, id, name, isDefault: /^(?:1|true|on)$/.test(attribute('default') ?? '') }]
    })
}
