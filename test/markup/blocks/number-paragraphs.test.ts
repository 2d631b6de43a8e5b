import { test } from 'uvu'
import * as assert from 'uvu/assert'
import { Findings } from '../../../src/diagnostics/index.js'
import { findNodes, renderTemplate } from '../../../src/markup/index.js'
import { editionOf, libraryOf } from '../../support/edition.js'

function built(template: string) {
  const findings = new Findings()
  const document = renderTemplate(editionOf({ template }), libraryOf(), findings.report)
  return { found: findings.all, blocks: document?.blocks ?? [] }
}

/** The words of each paragraph after its number. */
function numbersIn(template: string): string[] {
  const { found, blocks } = built(template)
  assert.equal(found, [])
  return findNodes(blocks, 'paragraph').map(({ number, children: [first] }) => {
    const words = first?.kind === 'text' ? first.text : ''
    return number === undefined ? words : `${number} ${words}`
  })
}

const numbered = (content: string, more = '') => `<section class="numbered"${more}>${content}</section>`

test('paragraphs of a numbered section, and of sections in it, are numbered through', () => {
  assert.equal(numbersIn(numbered('<h1>T</h1><p>a</p><section><h2>U</h2><p>b</p></section><p>c</p>')), [
    '1 a',
    '2 b',
    '3 c',
  ])
})

test('numbering goes on over sections, whatever stands between them, unless one says where it starts', () => {
  const between = '<section><p>x</p></section><p>y</p>'
  assert.equal(numbersIn(`${numbered('<p>a</p>')}${between}${numbered('<p>b</p>')}`), [
    '1 a',
    'x',
    'y',
    '2 b',
  ])
  assert.equal(
    numbersIn(`${numbered('<p>a</p>')}${numbered('<p>b</p>', ' start="7"')}${numbered('<p>c</p>')}`),
    ['1 a', '7 b', '8 c'],
  )
  assert.equal(numbersIn(`<section class="annex">${numbered('<p>a</p>', ' start="1"')}</section>`), ['1 a'])
})

test('notes, lists, tables, quotations and boxes between paragraphs have no number', () => {
  const template = numbered(
    `<p>a</p><p class="note">x</p><ul><li><p>y</p></li></ul><table><tr><td><p>z</p></td></tr></table>
<blockquote><p>q</p></blockquote><aside><p>w</p></aside><section class="box"><p>v</p></section><p>b</p>`,
  )
  assert.equal(numbersIn(template), ['1 a', 'x', 'y', 'z', 'q', 'w', 'v', '2 b'])
})

test('what an edition does not print takes no number', () => {
  assert.equal(numbersIn(numbered('<p>a</p><p></p><section><h1>E</h1><p> </p></section><p>b</p>')), [
    '1 a',
    '2 b',
  ])
})

test('where numbering starts is a whole number, of a section that is numbered', () => {
  for (const start of ['0', '-1', '1.5', 'x', '', '10000'])
    assert.equal(
      built(numbered('<p>a</p>', ` start="${start}"`)).found.map(({ code }) => code),
      ['invalid-attribute'],
      start,
    )
  assert.equal(
    built('<section start="2"><p>a</p></section>').found.map(({ code }) => code),
    ['invalid-attribute'],
  )
})

test.run()
