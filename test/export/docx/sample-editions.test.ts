import { test } from 'uvu'
import * as assert from 'uvu/assert'
import { Findings } from '../../../src/diagnostics/index.js'
import { printDocx } from '../../../src/export/docx/print-docx.js'
import { skip } from '../../support/skip.js'
import { printedSamples } from '../words/editions.js'
import { childrenOf, DocxParts, elements, valueIn } from './read-docx.js'
import { orderFaults } from './schema-order.js'
import { converted, lacksPrograms, plainTexts } from './word-programs.js'

const samples = await printedSamples()
const printed = await Promise.all(
  samples.map(async ({ name, content }) => {
    const findings = new Findings()
    const bytes = await printDocx(content, {}, findings.report)
    return { name, content, found: findings.all, docx: new DocxParts(bytes ?? new Uint8Array()) }
  }),
)

test('every sample edition is printed, without a finding', () => {
  assert.is(printed.length, 24)
  assert.equal(
    printed.flatMap(({ name, found }) => found.map(({ message }) => `${name}: ${message}`)),
    [],
  )
})

test('its bytes are the same again', async () => {
  for (const { name, content, docx } of printed) {
    const again = await printDocx(content, {}, () => {})
    assert.ok(Buffer.from(again ?? []).equals(Buffer.from(docx.bytes)), name)
  }
})

test('each part is well-formed, and its elements stand in the order of the schema', () => {
  for (const { name, docx } of printed) {
    assert.equal(
      docx.xmlParts.flatMap(path => orderFaults(docx.xml(path), path)),
      [],
      name,
    )
  }
})

test('what is named is there: styles, lists, notes, pictures and places, each place once', () => {
  for (const { name, docx } of printed) {
    const { document } = docx
    const ids = new Set(
      elements(docx.xml('word/styles.xml'), 'w:style').map(style => style.attributes.get('w:styleId')),
    )
    const used = docx.xmlParts.flatMap(path =>
      ['w:pStyle', 'w:rStyle', 'w:tblStyle', 'w:basedOn', 'w:next'].flatMap(tag =>
        elements(docx.xml(path), tag).map(element => element.attributes.get('w:val')),
      ),
    )
    const missing = [...new Set(used)].filter(id => !ids.has(id))
    assert.equal(missing, [], `${name}: styles`)
    const lists = new Set(
      elements(docx.xml('word/numbering.xml'), 'w:num').map(list => list.attributes.get('w:numId')),
    )
    assert.ok(
      elements(document, 'w:numId').every(({ attributes }) => lists.has(attributes.get('w:val'))),
      `${name}: lists`,
    )
    const notes = new Set(
      elements(docx.xml('word/footnotes.xml'), 'w:footnote').map(note => note.attributes.get('w:id')),
    )
    assert.ok(
      elements(document, 'w:footnoteReference').every(({ attributes }) => notes.has(attributes.get('w:id'))),
      `${name}: notes`,
    )
    const places = elements(document, 'w:bookmarkStart').map(({ attributes }) => attributes.get('w:name'))
    assert.is(new Set(places).size, places.length, `${name}: places`)
    const goals = elements(document, 'w:hyperlink').flatMap(
      ({ attributes }) => attributes.get('w:anchor') ?? [],
    )
    assert.equal(
      goals.filter(goal => !places.includes(goal)),
      [],
      `${name}: links`,
    )
    const parts = new Set(
      elements(docx.xml('word/_rels/document.xml.rels'), 'Relationship').flatMap(({ attributes }) =>
        attributes.get('TargetMode') === 'External' ? [] : [`word/${attributes.get('Target')}`],
      ),
    )
    assert.equal(
      [...parts].filter(path => !(path in docx.files)),
      [],
      `${name}: parts`,
    )
  }
})

test('drawings and places have numbers of their own', () => {
  for (const { name, docx } of printed) {
    for (const [tag, attribute] of [
      ['wp:docPr', 'id'],
      ['w:bookmarkStart', 'w:id'],
    ] as const) {
      const numbers = elements(docx.document, tag).map(({ attributes }) => attributes.get(attribute))
      assert.is(new Set(numbers).size, numbers.length, `${name}: ${tag}`)
    }
  }
})

test('a cell ends with a paragraph, and a table is followed by one', () => {
  for (const { name, docx } of printed) {
    for (const cell of elements(docx.document, 'w:tc')) assert.is(childrenOf(cell).at(-1)?.name, 'w:p', name)
    for (const parent of [...elements(docx.document, 'w:body'), ...elements(docx.document, 'w:tc')])
      childrenOf(parent).forEach(({ name: tag }, index, all) => {
        if (tag === 'w:tbl') assert.is(all[index + 1]?.name, 'w:p', name)
      })
  }
})

test('every picture says in words what it shows', () => {
  for (const { name, docx } of printed)
    for (const { attributes } of elements(docx.document, 'wp:docPr'))
      assert.ok((attributes.get('descr') ?? '').length > 10, name)
})

test('nothing in a file says who printed it, where or at what time', () => {
  for (const { name, docx, content } of printed) {
    const core = docx.text('docProps/core.xml')
    const created = content.style.created.toISOString().replace(/\.\d+Z$/, 'Z')
    assert.equal(
      [...core.matchAll(/W3CDTF">([^<]*)</g)].map(([, date]) => date),
      [created, created],
      name,
    )
    assert.match(core, `<cp:lastModifiedBy>Briefwright</cp:lastModifiedBy>`, name)
    assert.not.match(docx.text('word/settings.xml'), /rsid/)
  }
})

test('headings are Word’s own, one below the other without a step left out', () => {
  for (const { name, docx } of printed) {
    const bases = new Map(
      elements(docx.xml('word/styles.xml'), 'w:style').map(style => [
        style.attributes.get('w:styleId'),
        valueIn(style, 'w:basedOn'),
      ]),
    )
    const levels = elements(docx.document, 'w:p').flatMap(paragraph => {
      let style = valueIn(paragraph, 'w:pStyle')
      while (style !== undefined && !/^(?:Heading\d|Title)$/.test(style)) style = bases.get(style)
      return style === undefined ? [] : [style === 'Title' ? 0 : Number(style.slice(-1))]
    })
    assert.is(levels[0], 0, name)
    for (const [index, level] of levels.entries())
      assert.ok(level <= (levels[index - 1] ?? 0) + 1, `${name}: ${levels}`)
  }
})

test('LibreOffice opens every sample edition and prints it', async () => {
  const lacking = lacksPrograms('soffice')
  if (lacking) skip(lacking)
  const pages = converted(printed.map(({ docx }) => docx.bytes))
  assert.is(pages.length, printed.length)
  for (const pdf of pages) assert.is(Buffer.from(pdf.subarray(0, 5)).toString(), '%PDF-')
})

test('pandoc reads the words of every sample edition', async () => {
  const lacking = lacksPrograms('pandoc')
  if (lacking) skip(lacking)
  const texts = plainTexts(printed.map(({ docx }) => docx.bytes))
  texts.forEach((text, index) => {
    const { name = '', content } = printed[index] ?? {}
    const title = content?.document.title.split(/\s+/) ?? []
    assert.ok(text.replace(/\s+/g, ' ').includes(title.slice(0, 4).join(' ')), name)
    assert.ok(text.length > 1000, name)
  })
})

test.run()
