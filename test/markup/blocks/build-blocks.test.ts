import { test } from 'uvu'
import * as assert from 'uvu/assert'
import { Findings } from '../../../src/diagnostics/index.js'
import { findNodes, renderTemplate } from '../../../src/markup/index.js'
import { editionOf, libraryOf, prose } from '../../support/edition.js'

function built(template: string, data: Record<string, unknown> = {}) {
  const findings = new Findings()
  const document = renderTemplate(editionOf({ template, data }), libraryOf(), findings.report)
  return { blocks: document?.blocks ?? [], messages: findings.all.map(({ message }) => message) }
}

test('headings may go down one level at a time, and up by any number', () => {
  assert.equal(built('<h1>a</h1><h2>b</h2><h3>c</h3><h4>d</h4><h2>e</h2>').messages, [])
  assert.equal(built('<h1>a</h1><h3>b</h3>').messages, ['`h3` follows `h1`'])
  assert.equal(built('<h2>a</h2>').messages, ['the first heading is `h2`'])
})

test('equal headings have different ids, and only the first takes the id of its section', () => {
  const { blocks } = built(
    '<h1>Same</h1><section id="s"><h2>Same</h2><h2>Same</h2><h2>!</h2><p>x</p></section>',
  )
  assert.equal(
    findNodes(blocks, 'heading').map(({ id }) => id),
    ['same', 's', 'same-2', 'heading'],
  )
})

test('white space collapses across elements, and begins anew with each paragraph and line', () => {
  const { blocks } = built('<p> a <strong> b</strong> <br> c </p><p> d</p>')
  assert.equal(
    findNodes(blocks, 'text').map(({ text }) => text),
    ['a ', 'b', 'c', 'd'],
  )
})

test('widths of pictures are above nothing and at most that of the column', () => {
  const picture = (width: string) => built(`<figure><img src="a.png" alt="A" width="${width}"></figure>`)
  const widthOf = (width: string) => findNodes(picture(width).blocks, 'figure')[0]?.width
  assert.equal(['1', '100%', '0.01', '1%'].map(widthOf), [1, 1, 0.01, 0.01])
  for (const width of ['0', '0%', '1.01', '101%', '-1', 'wide'])
    assert.equal(picture(width).messages, [`\`${width}\` is not a value of \`width\``])
})

test('columns have a width each, above nothing', () => {
  const columns = (widths: string) =>
    built(`<columns widths="${widths}"><column><p>x</p></column><column><p>y</p></column></columns>`)
  assert.equal(columns('1 0.5').messages, [])
  for (const widths of ['1', '1 2 3', '1 0', '1 -1', '1 Infinity'])
    assert.ok(columns(widths).messages.length > 0, widths)
})

test('a label of a timeline has no full stop, but where that ends an abbreviation', () => {
  const label = (event: string) => {
    const data = { timeline: [{ event: prose(event), date: '2025' }] }
    return findNodes(built('<timeline></timeline>', data).blocks, 'text')[0]?.text
  }
  assert.equal(
    ['It was cut.', 'By 5.', 'In the U.S.', 'From the Dr.', 'Nato and co.', 'End of May?'].map(label),
    ['It was cut', 'By 5', 'In the U.S.', 'From the Dr.', 'Nato and co.', 'End of May?'],
  )
})

test.run()
