import type { Document } from '../../markup/index.js'
import { xmlText } from './word-units.js'

const PRODUCT = 'Briefwright'

/** What a file says of its document (ECMA-376-2, 11.1): the same as the information of a PDF, and nothing of who printed it where. */
export function coreProperties({ title, authors, subject, keywords, lang }: Document, created: Date): string {
  const date = created.toISOString().replace(/\.\d+Z$/, 'Z')
  const when = (name: string) => `<dcterms:${name} xsi:type="dcterms:W3CDTF">${date}</dcterms:${name}>`
  const element = (name: string, text: string) => (text === '' ? '' : `<${name}>${xmlText(text)}</${name}>`)
  const content = [
    element('dc:title', title),
    element('dc:subject', subject),
    element('dc:creator', authors.join(', ')),
    element('cp:keywords', keywords.join(', ')),
    element('dc:language', lang),
    element('cp:lastModifiedBy', PRODUCT),
    '<cp:revision>1</cp:revision>',
    when('created'),
    when('modified'),
  ]
  return `${DECLARATION}<cp:coreProperties xmlns:cp="http://schemas.openxmlformats.org/package/2006/metadata/core-properties" xmlns:dc="http://purl.org/dc/elements/1.1/" xmlns:dcterms="http://purl.org/dc/terms/" xmlns:xsi="http://www.w3.org/2001/XMLSchema-instance">${content.join('')}</cp:coreProperties>`
}

/** The program that made a file, and no more (ECMA-376-1, 22.2). */
export const appProperties = (): string =>
  `${DECLARATION}<Properties xmlns="http://schemas.openxmlformats.org/officeDocument/2006/extended-properties"><Application>${PRODUCT}</Application></Properties>`

export const DECLARATION = '<?xml version="1.0" encoding="UTF-8" standalone="yes"?>\n'
