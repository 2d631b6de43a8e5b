import { test } from 'uvu'
import * as assert from 'uvu/assert'
import { SourceFile } from '../../../src/diagnostics/index.js'
import {
  BriefPlaces,
  markMustacheOutput,
  markTemplateText,
  resolveOriginMarks,
} from '../../../src/markup/html/source-map.js'

const template = new SourceFile('templates/public.hbs', '<p>{{fact}}</p>\n<hr>')
const brief = new SourceFile('briefs/a.yaml', 'fact: Six groups')
const fact = { file: brief, range: { start: 6, end: 16 } }
const base = { file: template, range: { start: 0, end: 0 } }

function resolved() {
  const places = new BriefPlaces()
  const marked = [
    markTemplateText(template, 0),
    '<p>',
    markMustacheOutput(template, 3, 11),
    places.mark(fact, 'Six groups'),
    markTemplateText(template, 11),
    '</p>\n<hr>',
  ].join('')
  return resolveOriginMarks(marked, base, [template], places)
}

test('text of a template comes from its place character by character', () => {
  const { text } = resolved()
  assert.is(text, '<p>Six groups</p>\n<hr>')
  const at = (part: string) => {
    const start = text.indexOf(part)
    const { file, range } = resolved().placeOfRange(start, start + part.length)
    return [file.path, file.text.slice(range.start, range.end)]
  }
  assert.equal(at('<p>'), ['templates/public.hbs', '<p>'])
  assert.equal(at('<hr>'), ['templates/public.hbs', '<hr>'])
  assert.equal(at('p>Six'), ['templates/public.hbs', 'p>'], 'no further than its segment')
  assert.equal(at('groups'), ['briefs/a.yaml', 'Six groups'], 'text of the brief as a whole')
})

test('text is from the brief from its first character to its last', () => {
  const source = resolved()
  assert.equal(
    [2, 3, 12, 13].map(offset => source.isFromBrief(offset)),
    [false, true, true, false],
  )
  assert.equal(
    source.slices(2, 14).map(({ start, end }) => [start, end]),
    [
      [2, 3],
      [3, 13],
      [13, 14],
    ],
  )
  assert.equal(source.slices(3, 3), [])
})

test('a mark without a meaning gives the place of the whole', () => {
  const other = new SourceFile('templates/other.hbs', 'x')
  const marked = `\u0001e\u0002a${markTemplateText(other, 0)}b\u0001b7\u0002c`
  const source = resolveOriginMarks(marked, base, [template], new BriefPlaces())
  assert.is(source.text, 'abc')
  assert.equal(
    [0, 1, 2].map(at => source.placeOfRange(at, at + 1).file.path),
    Array(3).fill(template.path),
  )
})

test.run()
