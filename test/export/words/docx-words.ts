import { strFromU8, unzipSync } from 'fflate'
import { Findings, present } from '../../../src/diagnostics/index.js'
import { printDocx } from '../../../src/export/docx/print-docx.js'
import { isMark } from './differences.js'
import { parseXml, type XmlElement } from './parse-xml.js'
import type { TwinReader } from './twin-reader.js'
import { splitWords } from './words.js'

/** The twins of Word, read from the parts of their files as Word shows them. */
export const DOCX_READER: TwinReader = {
  format: 'docx',
  print: async content => {
    const findings = new Findings()
    return present(await printDocx(content, {}, findings.report), 'document of Word')
  },
  words: async twins => twins.map(bytes => docxWords(bytes)),
}

/** The words of a document of Word, in their order; the markings of its first page before all else. */
export function docxWords(bytes: Uint8Array): readonly string[] {
  const files = unzipSync(bytes)
  const part = (path: string) => {
    const data = files[path]
    return data && parseXml(strFromU8(data))
  }
  const document = present(part('word/document.xml'), 'text of a document of Word')
  const relationships = part('word/_rels/document.xml.rels')
  const reader = new WordPartReader(part('word/numbering.xml'), part('word/footnotes.xml'))
  const first = ['headerReference', 'footerReference'].map(name => {
    const reference = found(document, `w:${name}`).find(
      ({ attributes }) => attributes.get('w:type') === 'first',
    )
    const id = reference?.attributes.get('r:id')
    const target =
      relationships &&
      found(relationships, 'Relationship').find(({ attributes }) => attributes.get('Id') === id)
    return part(`word/${target?.attributes.get('Target') ?? ''}`)
  })
  const markings = first.map(edge =>
    edge ? found(edge, 'w:p').filter(paragraph => styleOf(paragraph) === 'MarkingOfDocument') : [],
  )
  const [top = [], bottom = []] = markings
  const texts = top.map(paragraph => reader.paragraph(paragraph))
  const below = bottom.map(paragraph => reader.paragraph(paragraph)).filter(text => !texts.includes(text))
  return splitWords([...texts, ...below, reader.blocks(document)].join('\n')).filter(word => !isMark(word))
}

class WordPartReader {
  readonly #formats: ReadonlyMap<
    string,
    { readonly format: string; readonly text: string; readonly start: number }
  >
  readonly #counted = new Map<string, number>()
  readonly #notes: ReadonlyMap<string, XmlElement>
  #calls = 0
  /** How many fields are open whose results are not read: page numbers. */
  #unread = 0
  readonly #fields: boolean[] = []
  #instruction = false

  constructor(numbering: XmlElement | undefined, footnotes: XmlElement | undefined) {
    this.#formats = numbering ? formatsIn(numbering) : new Map()
    this.#notes = new Map(
      footnotes ? found(footnotes, 'w:footnote').map(note => [note.attributes.get('w:id') ?? '', note]) : [],
    )
  }

  blocks(root: XmlElement): string {
    return found(root, 'w:p')
      .map(paragraph => this.paragraph(paragraph))
      .join('\n')
  }

  paragraph(paragraph: XmlElement): string {
    return `${this.#number(paragraph)}${paragraph.children.map(child => this.#inline(child)).join('')}`
  }

  /** The number that Word counts; bullets are none. */
  #number(paragraph: XmlElement): string {
    const id = found(paragraph, 'w:numId')[0]?.attributes.get('w:val')
    const format = id === undefined ? undefined : this.#formats.get(id)
    if (id === undefined || !format || format.format === 'bullet') return ''
    const number = this.#counted.get(id) ?? format.start
    this.#counted.set(id, number + 1)
    return `${format.text.replace('%1', String(number))} `
  }

  #inline(node: XmlElement | string): string {
    if (typeof node === 'string') return ''
    const inner = () => node.children.map(child => this.#inline(child)).join('')
    switch (node.name) {
      case 'w:t':
        return this.#unread > 0 ? '' : node.children.join('')
      case 'w:noBreakHyphen':
        return '\u2011'
      case 'w:br':
      case 'w:tab':
        return ' '
      case 'w:fldChar':
        return this.#field(node.attributes.get('w:fldCharType'))
      case 'w:instrText':
        this.#instruction = /PAGEREF/.test(node.children.join(''))
        return ''
      case 'w:footnoteReference':
        return this.#note(node.attributes.get('w:id') ?? '')
      case 'w:drawing':
        return ` ${found(node, 'wp:docPr')[0]?.attributes.get('descr') ?? ''} `
      case 'w:sdt':
        return ` ${found(node, 'w:alias')[0]?.attributes.get('w:val') ?? ''} `
      case 'w:r':
        return isRaised(node) ? ` ${inner()} ` : inner()
      case 'w:pPr':
      case 'w:rPr':
      case 'mc:Fallback':
        return ''
      default:
        return inner()
    }
  }

  #field(type: string | undefined): string {
    if (type === 'begin') this.#instruction = false
    if (type === 'separate') {
      this.#fields.push(this.#instruction)
      if (this.#instruction) this.#unread++
    }
    if (type === 'end' && this.#fields.pop()) this.#unread--
    return ''
  }

  /** A note is read where it is called, after its letter. */
  #note(id: string): string {
    const note = this.#notes.get(id)
    const letter = letters(++this.#calls)
    return ` ${letter} ${note ? this.blocks(note) : ''} `
  }
}

/** As Word counts with letters: after `z` come `aa`, `bb` and so on (ECMA-376-1, 17.18.59, lowerLetter). */
const letters = (number: number): string =>
  String.fromCharCode(0x61 + ((number - 1) % 26)).repeat(Math.ceil(number / 26))

const isRaised = (run: XmlElement): boolean => {
  const style = found(run, 'w:rStyle')[0]?.attributes.get('w:val') ?? ''
  return /^SourceReference/.test(style)
}

const styleOf = (paragraph: XmlElement): string | undefined =>
  found(paragraph, 'w:pStyle')[0]?.attributes.get('w:val')

/** The format of each list by its number. */
function formatsIn(numbering: XmlElement) {
  const levels = new Map(
    found(numbering, 'w:abstractNum').map(definition => {
      const level = present(found(definition, 'w:lvl')[0], 'level of a list')
      const value = (name: string) => found(level, name)[0]?.attributes.get('w:val') ?? ''
      return [
        definition.attributes.get('w:abstractNumId'),
        { format: value('w:numFmt'), text: value('w:lvlText'), start: Number(value('w:start') || 1) },
      ] as const
    }),
  )
  return new Map(
    found(numbering, 'w:num').flatMap(list => {
      const format = levels.get(found(list, 'w:abstractNumId')[0]?.attributes.get('w:val'))
      return format ? [[list.attributes.get('w:numId') ?? '', format] as const] : []
    }),
  )
}

/** All elements of a name, in the order of the text; those in one of them are not looked for. */
function found(element: XmlElement, name: string): XmlElement[] {
  return element.children.flatMap(child => {
    if (typeof child === 'string') return []
    return child.name === name ? [child] : found(child, name)
  })
}
