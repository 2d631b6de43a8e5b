import { readFileSync } from 'node:fs'
import { test } from 'uvu'
import * as assert from 'uvu/assert'
import { Findings } from '../../src/diagnostics/index.js'
import { outlineDocument } from '../../src/markup/blocks/document-outline.js'
import { renderTemplate } from '../../src/markup/index.js'
import { editionOf, libraryOf, prose } from '../support/edition.js'

const GUIDE = readFileSync(new URL('../../docs/templates.md', import.meta.url), 'utf8')
const OPTIONS = readFileSync(new URL('../../templates/partials/options-table.hbs', import.meta.url), 'utf8')

/** What an example of the guide prints, found by some of its words: the lines of the document behind its head. */
function outlineOf(words: string): string[] {
  const examples = [...GUIDE.matchAll(/^```handlebars\n([\s\S]*?)^```$/gm)].map(([, text]) => text ?? '')
  const example = examples.find(text => text.includes(words))
  if (example === undefined) throw new Error(`no example has ${words}`)
  const findings = new Findings()
  const data = {
    bottom_line: prose('As agreed.'),
    glossary: [{ term: prose('Weir'), meaning: prose('A low dam.') }],
    options: [{ name: prose('Wait'), pros: [prose('cheap')] }],
  }
  const template = `<h1>T</h1>${example}`
  const library = libraryOf({ 'options-table': OPTIONS })
  const document = renderTemplate(editionOf({ template, data }), library, findings.report)
  assert.equal(
    findings.all.map(({ message }) => message),
    [],
  )
  return document ? outlineDocument(document).split('\n').slice(3, -1) : []
}

test('the table of the guide has a row over two, and a cell over two columns', () => {
  assert.equal(
    outlineOf('rowspan').filter(line => line.includes('cell')),
    [
      ...['column', 'column', 'column'].map(scope => `    cell ${scope}-header`),
      ...['    cell row-header rows 2', '    cell', '    cell', '    cell', '    cell'],
      ...['    cell row-header', '    cell span 2'],
    ],
  )
})

test('the note of the guide is called by a letter', () => {
  assert.equal(outlineOf('<note>'), [
    'paragraph: Crossings fell by a third^(a: Without the trips of schools, which the counts of 2023 have. As agreed.) in a year.',
  ])
})

test('the table of the guide that is referred to is numbered, and stands below the reference', () => {
  assert.equal(outlineOf('<placed>').slice(0, 2), [
    'paragraph: Trips fell by a third, as [Table 1](#tbl:trips) shows.',
    'table #tbl:trips 1:1 {number|Table 1.} Trips a year',
  ])
})

test('the annex of the guide is one', () => {
  assert.is(outlineOf('class="annex"')[0], 'section as annex')
})

test('the section of the guide is on pages of its own', () => {
  const [section, heading] = outlineOf('class="landscape"')
  assert.is(section, 'section on landscape pages')
  assert.is(heading, '  h2 #options: Options')
})

test.run()
