import type { DocumentInformation } from '../nodes/pdfmake-classes.js'

/** The document's information as XMP, which must agree with it (ISO 19005-3, 6.6.2.3). */
export function informationXmp(info: DocumentInformation, lang: string): string {
  const { Title, Author, Subject, Keywords, Classification, Creator, Producer, CreationDate, ModDate } = info
  const elements = [
    Title &&
      `<dc:title><rdf:Alt><rdf:li xml:lang="x-default">${escapeXml(Title)}</rdf:li></rdf:Alt></dc:title>`,
    Author && `<dc:creator><rdf:Seq><rdf:li>${escapeXml(Author)}</rdf:li></rdf:Seq></dc:creator>`,
    Subject &&
      `<dc:description><rdf:Alt><rdf:li xml:lang="x-default">${escapeXml(Subject)}</rdf:li></rdf:Alt></dc:description>`,
    lang && `<dc:language><rdf:Bag><rdf:li>${escapeXml(lang)}</rdf:li></rdf:Bag></dc:language>`,
    Keywords && `<pdf:Keywords>${escapeXml(Keywords)}</pdf:Keywords>`,
    Classification && `<pdfx:Classification>${escapeXml(Classification)}</pdfx:Classification>`,
    Producer && `<pdf:Producer>${escapeXml(Producer)}</pdf:Producer>`,
    Creator && `<xmp:CreatorTool>${escapeXml(Creator)}</xmp:CreatorTool>`,
    CreationDate && `<xmp:CreateDate>${xmpDate(CreationDate)}</xmp:CreateDate>`,
    ModDate && `<xmp:ModifyDate>${xmpDate(ModDate)}</xmp:ModifyDate>`,
  ]
  return rdfDescription(
    'xmlns:dc="http://purl.org/dc/elements/1.1/" xmlns:pdf="http://ns.adobe.com/pdf/1.3/" xmlns:xmp="http://ns.adobe.com/xap/1.0/"' +
      (Classification ? ` xmlns:pdfx="${PDFX_SCHEMA.namespace}"` : ''),
    elements.filter(element => element !== undefined && element !== '').join('\n'),
  )
}

/**
 * Identifies PDF/A-3a (ISO 19005-3, 6.6.4) and PDF/UA-1 (ISO 14289-1, 5), with the schemas that PDF/A requires for properties
 * that it does not define (ISO 19005-3, 6.6.2.3.3).
 */
export function conformanceXmp({ Classification }: DocumentInformation): string {
  const schemas = [PDFUA_SCHEMA, ...(Classification ? [PDFX_SCHEMA] : [])]
  return [
    rdfDescription(
      'xmlns:pdfaid="http://www.aiim.org/pdfa/ns/id/"',
      '<pdfaid:part>3</pdfaid:part>\n<pdfaid:conformance>A</pdfaid:conformance>',
    ),
    rdfDescription(
      'xmlns:pdfaExtension="http://www.aiim.org/pdfa/ns/extension/" xmlns:pdfaSchema="http://www.aiim.org/pdfa/ns/schema#" xmlns:pdfaProperty="http://www.aiim.org/pdfa/ns/property#"',
      `<pdfaExtension:schemas><rdf:Bag>${schemas.map(extensionSchema).join('')}</rdf:Bag></pdfaExtension:schemas>`,
    ),
    rdfDescription(`xmlns:pdfuaid="${PDFUA_SCHEMA.namespace}"`, '<pdfuaid:part>1</pdfuaid:part>'),
  ].join('\n')
}

/** A schema with one property, as PDF/A has schemas described. */
interface ExtensionSchema {
  readonly title: string
  readonly namespace: string
  readonly prefix: string
  readonly property: {
    readonly name: string
    readonly type: string
    readonly category: 'internal' | 'external'
    readonly description: string
  }
}

const PDFUA_SCHEMA: ExtensionSchema = {
  title: 'PDF/UA Universal Accessibility',
  namespace: 'http://www.aiim.org/pdfua/ns/id/',
  prefix: 'pdfuaid',
  property: { name: 'part', type: 'Integer', category: 'internal', description: 'Part of ISO 14289' },
}

/** Entries of the document's information that no standard defines, where filters for marked documents look for them. */
const PDFX_SCHEMA: ExtensionSchema = {
  title: 'Custom document information',
  namespace: 'http://ns.adobe.com/pdfx/1.3/',
  prefix: 'pdfx',
  property: {
    name: 'Classification',
    type: 'Text',
    category: 'external',
    description: 'The markings that stand on each page',
  },
}

function extensionSchema({ title, namespace, prefix, property }: ExtensionSchema): string {
  const { name, type, category, description } = property
  const described =
    `<rdf:li rdf:parseType="Resource"><pdfaProperty:name>${name}</pdfaProperty:name>` +
    `<pdfaProperty:valueType>${type}</pdfaProperty:valueType><pdfaProperty:category>${category}</pdfaProperty:category>` +
    `<pdfaProperty:description>${description}</pdfaProperty:description></rdf:li>`
  return (
    `<rdf:li rdf:parseType="Resource"><pdfaSchema:schema>${title}</pdfaSchema:schema>` +
    `<pdfaSchema:namespaceURI>${namespace}</pdfaSchema:namespaceURI><pdfaSchema:prefix>${prefix}</pdfaSchema:prefix>` +
    `<pdfaSchema:property><rdf:Seq>${described}</rdf:Seq></pdfaSchema:property></rdf:li>`
  )
}

const rdfDescription = (namespaces: string, content: string): string =>
  `<rdf:Description rdf:about="" ${namespaces}>\n${content}\n</rdf:Description>`

const xmpDate = (date: Date): string => date.toISOString().replace(/\.\d+Z$/, 'Z')

const escapeXml = (text: string): string =>
  text
    .replace(/[\u0000-\u0008\u000B\u000C\u000E-\u001F]/g, '')
    .replace(/[<>&]/g, mark => `&#${mark.charCodeAt(0)};`)
