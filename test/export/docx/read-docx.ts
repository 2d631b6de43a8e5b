import { strFromU8, strToU8, unzipSync, zipSync } from 'fflate'
import { Findings } from '../../../src/diagnostics/index.js'
import { type DocxOptions, printDocx } from '../../../src/export/docx/print-docx.js'
import type { Block, Document } from '../../../src/markup/index.js'
import * as b from '../../typeset/build-document.js'
import { styleOf } from '../../typeset/workspace.js'
import { parseXml, type XmlElement } from '../words/parse-xml.js'

/** The parts of a document of Word. */
export class DocxParts {
  readonly files: Readonly<Record<string, Uint8Array>>
  readonly #parsed = new Map<string, XmlElement>()

  constructor(readonly bytes: Uint8Array) {
    this.files = unzipSync(bytes)
  }

  text(path: string): string {
    const data = this.files[path]
    if (!data) throw new Error(`no part ${path} among ${Object.keys(this.files).join(', ')}`)
    return strFromU8(data)
  }

  xml(path: string): XmlElement {
    const known = this.#parsed.get(path) ?? parseXml(this.text(path))
    this.#parsed.set(path, known)
    return known
  }

  /** The paths of parts of XML. */
  get xmlParts(): string[] {
    return Object.keys(this.files).filter(path => /\.(?:xml|rels|svg)$/.test(path))
  }

  get document(): XmlElement {
    return this.xml('word/document.xml')
  }
}

/** All elements of a name, in the order of the text, those within others of the name included. */
export function elements(root: XmlElement, name: string): XmlElement[] {
  return root.children.flatMap(child => {
    if (typeof child === 'string') return []
    return [...(child.name === name ? [child] : []), ...elements(child, name)]
  })
}

export const childrenOf = (element: XmlElement): XmlElement[] =>
  element.children.filter(child => typeof child !== 'string')

export const valueIn = (element: XmlElement | undefined, name: string): string | undefined =>
  element && elements(element, name)[0]?.attributes.get('w:val')

export const textOf = (element: XmlElement): string =>
  elements(element, 'w:t')
    .map(({ children }) => children.join(''))
    .join('')

/** The paragraphs of a document that have this text. */
export const paragraphsWith = (root: XmlElement, text: string): XmlElement[] =>
  elements(root, 'w:p').filter(paragraph => textOf(paragraph).includes(text))

interface DocxWish extends Partial<Document> {
  readonly style?: Parameters<typeof styleOf>[0]
  readonly images?: ReadonlyMap<string, Uint8Array>
  readonly options?: DocxOptions
}

/** Prints blocks as a document of Word; `all` is what was reported. */
export async function printBlocks(
  blocks: readonly Block[],
  { style, images = new Map(), options = {}, ...more }: DocxWish = {},
) {
  const findings = new Findings()
  const document = { ...b.document(blocks), ...more }
  const content = { document, style: styleOf(style), images: { read: (path: string) => images.get(path) } }
  const bytes = await printDocx(content, options, findings.report)
  return { docx: bytes && new DocxParts(bytes), all: findings.all }
}

/** What blocks make where nothing may be found. */
export async function partsOfBlocks(blocks: readonly Block[], wish: DocxWish = {}): Promise<DocxParts> {
  const { docx, all } = await printBlocks(blocks, wish)
  if (!docx || all.length > 0) throw new Error(all.map(({ message }) => message).join('\n'))
  return docx
}

const OFFICE = 'http://schemas.openxmlformats.org'

/** A file of Word that has these styles, and besides text, properties and data that nobody else is to see. */
export function wordFile(styles: string, more: Readonly<Record<string, string>> = {}): Uint8Array {
  const relationship = (id: string, type: string, target: string) =>
    `<Relationship Id="${id}" Type="${OFFICE}/officeDocument/2006/relationships/${type}" Target="${target}"/>`
  const relationships = (...all: string[]) =>
    `<Relationships xmlns="${OFFICE}/package/2006/relationships">${all.join('')}</Relationships>`
  const files = {
    '_rels/.rels': relationships(relationship('rId1', 'officeDocument', 'word/document.xml')),
    'word/document.xml': `<w:document xmlns:w="${OFFICE}/wordprocessingml/2006/main"><w:body><w:p><w:r><w:t>Secret text</w:t></w:r></w:p></w:body></w:document>`,
    'word/_rels/document.xml.rels': relationships(
      relationship('rId1', 'styles', 'styles.xml'),
      relationship('rId2', 'theme', 'theme/theme1.xml'),
    ),
    'word/styles.xml': `<w:styles xmlns:w="${OFFICE}/wordprocessingml/2006/main">${styles}</w:styles>`,
    'word/theme/theme1.xml': `<a:theme xmlns:a="${OFFICE}/drawingml/2006/main" name="House"/>`,
    'docProps/core.xml': '<p>Secret author</p>',
    'customXml/item1.xml': '<p>Secret data</p>',
    ...more,
  }
  return zipSync(Object.fromEntries(Object.entries(files).map(([path, text]) => [path, strToU8(text)])))
}
