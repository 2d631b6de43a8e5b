import { test } from 'uvu'
import * as assert from 'uvu/assert'
import { Findings } from '../../../src/diagnostics/index.js'
import { renderTemplate } from '../../../src/markup/index.js'
import { editionOf, libraryOf } from '../../support/edition.js'

function found(template: string): string[] {
  const findings = new Findings()
  renderTemplate(editionOf({ template, data: {} }), libraryOf(), findings.report)
  return findings.all.map(({ code, message }) => `${code}: ${message}`)
}
const words = (count: number) => Array.from({ length: count }, (_, index) => `word${index}`).join(' ')
const items = (count: number) => `<ul>${'<li>one</li>'.repeat(count)}</ul>`

test('a box with as many words and items as it may hold is no finding, one more is', () => {
  assert.equal(found(`<aside words="90"><p>${words(90)}</p></aside>`), [])
  assert.equal(found(`<aside words="90"><p>${words(91)}</p></aside>`), [
    'box-too-long: this box holds 91 words, and should hold 90 at most',
  ])
  assert.equal(found(`<aside items="4">${items(4)}</aside>`), [])
  assert.equal(found(`<aside items="4">${items(3)}<p>between</p>${items(2)}</aside>`), [
    'box-too-long: this box holds 5 items, and should hold 4 at most',
  ])
})

test('words are counted in paragraphs and lists, without headings, marks and notes', () => {
  const box = (inside: string) => `<h1>A</h1><aside words="4"><h2>Not counted here</h2>${inside}</aside>`
  assert.equal(found(box('<p>one – two</p><ul><li>three <em>fo</em>ur</li></ul>')), [])
  assert.equal(found(box('<p>one two<note>not counted</note> three four</p>')), [])
  assert.is(found(box('<p>one two</p><ul><li>three four five</li></ul>')).length, 1)
})

test('a number that is none is a finding', () => {
  for (const value of ['0', '-4', 'many', '1.5', '10001'])
    assert.ok(found(`<aside words="${value}"><p>one</p></aside>`)[0]?.startsWith('invalid-attribute'), value)
})

test.run()
