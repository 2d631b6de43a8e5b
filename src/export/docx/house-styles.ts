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
    const defaults = /<w:rPrDefault>.*?<\/w:rPrDefault>/s.exec(this.xml)?.[0] ?? ''
    const size = [own ?? '', defaults].flatMap(xml => /<w:sz w:val="(\d+)"/.exec(xml)?.[1] ?? [])[0]
    return size === undefined ? undefined : Number(size)
  }

  /** Its styles with others after them. */
  withOthers(others: string): string {
    return this.xml.replace(/<\/w:styles>\s*$/, () => `${others}</w:styles>`)
  }

  get xml(): string {
    return this.parts.get('word/styles.xml') ?? ''
  }
}

/** The parts of a file that hold its styles, wherever it keeps them; undefined if it is no file of Word. */
function styleParts(bytes: Uint8Array): StyleParts | undefined {
  const files = unzipped(bytes)
  const main = files && targetOf(files['_rels/.rels'], 'officeDocument', '')
  if (!files || main === undefined) return undefined
  const folder = main.replace(/[^/]*$/, '')
  const relationships = files[`${folder}_rels/${main.slice(folder.length)}.rels`]
  const at = (type: string) => {
    const target = targetOf(relationships, type, folder)
    const data = target === undefined ? undefined : files[target]
    return data && strFromU8(data)
  }
  const styles = at('styles')
  if (styles === undefined || !/<w:styles\b.*<\/w:styles>\s*$/s.test(styles)) return undefined
  const theme = at('theme')
  return new Map([
    ['word/styles.xml', withoutNumbering(styles)],
    ...(theme === undefined ? [] : ([['word/theme/theme1.xml', theme]] as const)),
  ])
}

function unzipped(bytes: Uint8Array): Record<string, Uint8Array> | undefined {
  try {
    return unzipSync(bytes, {
      filter: ({ name, originalSize }) => /\.(?:xml|rels)$/.test(name) && originalSize < MOST_BYTES,
    })
  } catch {
    return undefined
  }
}

/** Of a part: more is no style sheet. */
const MOST_BYTES = 20_000_000

/** Where a relationship of a type leads (ECMA-376-2, 9.3). */
function targetOf(relationships: Uint8Array | undefined, type: string, folder: string): string | undefined {
  if (!relationships) return undefined
  const found = [...strFromU8(relationships).matchAll(/<Relationship\b[^>]*>/g)]
    .map(([element]) => element)
    .find(element => new RegExp(`Type="[^"]*/${type}"`).test(element))
  const target = found && /Target="([^"]*)"/.exec(found)?.[1]
  if (target === undefined) return undefined
  return target.startsWith('/') ? target.slice(1) : `${folder}${target}`
}

/** Lists are counted by our own definitions: the numbers of a house's are of lists that its file has and ours does not. */
const withoutNumbering = (styles: string): string => styles.replace(/<w:numPr>.*?<\/w:numPr>/gs, '')

interface FoundStyle {
  readonly type: string
  readonly id: string
  readonly name: string
  readonly isDefault: boolean
}

function stylesIn(xml: string): FoundStyle[] {
  return [...xml.matchAll(/<w:style\b([^>]*)>(.*?)<\/w:style>/gs)].flatMap(
    ([, attributes = '', content = '']) => {
      const attribute = (name: string) => new RegExp(`w:${name}="([^"]*)"`).exec(attributes)?.[1]
      const [type, id] = [attribute('type'), attribute('styleId')]
      const name = /<w:name w:val="([^"]*)"/.exec(content)?.[1]
      if (type === undefined || id === undefined || name === undefined) return []
      return [{ type, id, name, isDefault: /^(?:1|true|on)$/.test(attribute('default') ?? '') }]
    },
  )
}
