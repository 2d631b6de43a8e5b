import type { DocumentInformation } from '../nodes/pdfmake-classes.js'

/** The document's information as XMP, which must agree with it (ISO 19005-3, 6.6.2.3). */
export function informationXmp(info: DocumentInformation, lang: string): string {
  const { Title, Author, Subject, Keywords, Creator, Producer, CreationDate, ModDate } = info
  const elements = [
    Title &&
      `<dc:title><rdf:Alt><rdf:li xml:lang="x-default">${escapeXml(Title)}</rdf:li></rdf:Alt></dc:title>`,
    Author && `<dc:creator><rdf:Seq><rdf:li>${escapeXml(Author)}</rdf:li></rdf:Seq></dc:creator>`,
    Subject &&
      `<dc:description><rdf:Alt><rdf:li xml:lang="x-default">${escapeXml(Subject)}</rdf:li></rdf:Alt></dc:description>`,
    lang && `<dc:language><rdf:Bag><rdf:li>${escapeXml(lang)}</rdf:li></rdf:Bag></dc:language>`,
    Keywords && `<pdf:Keywords>${escapeXml(Keywords)}</pdf:Keywords>`,
    Producer && `<pdf:Producer>${escapeXml(Producer)}</pdf:Producer>`,
    Creator && `<xmp:CreatorTool>${escapeXml(Creator)}</xmp:CreatorTool>`,
    CreationDate && `<xmp:CreateDate>${xmpDate(CreationDate)}</xmp:CreateDate>`,
    ModDate && `<xmp:ModifyDate>${xmpDate(ModDate)}</xmp:ModifyDate>`,
  ]
  return rdfDescription(
    'xmlns:dc="http://purl.org/dc/elements/1.1/" xmlns:pdf="http://ns.adobe.com/pdf/1.3/" xmlns:xmp="http://ns.adobe.com/xap/1.0/"',
    elements.filter(element => element !== undefined && element !== '').join('\n'),
  )
}

/** Identifies PDF/A-3a (ISO 19005-3, 6.6.4). */
export const pdfAXmp = (): string =>
  rdfDescription(
    'xmlns:pdfaid="http://www.aiim.org/pdfa/ns/id/"',
    '<pdfaid:part>3</pdfaid:part>\n<pdfaid:conformance>A</pdfaid:conformance>',
  )

/** Identifies PDF/UA-1 (ISO 14289-1, 5), with the schema that PDF/A requires for properties of other standards (ISO 19005-3, 6.6.2.3.3). */
export function pdfUaXmp(): string {
  const property =
    '<rdf:li rdf:parseType="Resource"><pdfaProperty:name>part</pdfaProperty:name>' +
    '<pdfaProperty:valueType>Integer</pdfaProperty:valueType><pdfaProperty:category>internal</pdfaProperty:category>' +
    '<pdfaProperty:description>Part of ISO 14289</pdfaProperty:description></rdf:li>'
  const schema =
    '<rdf:li rdf:parseType="Resource"><pdfaSchema:schema>PDF/UA Universal Accessibility</pdfaSchema:schema>' +
    `<pdfaSchema:namespaceURI>${PDFUA_NAMESPACE}</pdfaSchema:namespaceURI><pdfaSchema:prefix>pdfuaid</pdfaSchema:prefix>` +
    `<pdfaSchema:property><rdf:Seq>${property}</rdf:Seq></pdfaSchema:property></rdf:li>`
  return [
    rdfDescription(
      'xmlns:pdfaExtension="http://www.aiim.org/pdfa/ns/extension/" xmlns:pdfaSchema="http://www.aiim.org/pdfa/ns/schema#" xmlns:pdfaProperty="http://www.aiim.org/pdfa/ns/property#"',
      `<pdfaExtension:schemas><rdf:Bag>${schema}</rdf:Bag></pdfaExtension:schemas>`,
    ),
    rdfDescription(`xmlns:pdfuaid="${PDFUA_NAMESPACE}"`, '<pdfuaid:part>1</pdfuaid:part>'),
  ].join('\n')
}

const PDFUA_NAMESPACE = 'http://www.aiim.org/pdfua/ns/id/'

const rdfDescription = (namespaces: string, content: string): string =>
  `<rdf:Description rdf:about="" ${namespaces}>\n${content}\n</rdf:Description>`

const xmpDate = (date: Date): string => date.toISOString().replace(/\.\d+Z$/, 'Z')

const escapeXml = (text: string): string =>
  text
    .replace(/[\u0000-\u0008\u000B\u000C\u000E-\u001F]/g, '')
    .replace(/[<>&]/g, mark => `&#${mark.charCodeAt(0)};`)
