import { test } from 'uvu'
import * as assert from 'uvu/assert'
import type { FieldPath } from '../../../src/brief/index.js'
import { loadValid, pointedAt } from '../helpers.js'

const TEXT = `title: The river crossing
as_of: 2025-01-20
authors: The office
issue: {default: Can we cross?, press: Is it open?}
background: >-
  The bridge is "closed"
  since Monday.

  Nobody knows why.
bottom_line: 'It''s
  closed.'
subtitle: "A \\"second\\" \\u00e9\\U0001F600 line,
  \\
  folded"
watch:
  - Water level
  - indicator: Ice
options:
  - name: Wait
    pros: Cheap
    cons: {default: Slow}
audiences: [press]
`
const brief = loadValid(TEXT)
const at = (path: FieldPath, part?: 'key' | 'value') => pointedAt(brief.place(path, part))
const within = (path: FieldPath, text: string, words: string) => {
  const start = text.indexOf(words)
  assert.is.not(start, -1, `${words} in ${text}`)
  return pointedAt(brief.placeWithin(path, start, start + words.length))
}

test('a value and its key have their places', () => {
  assert.is(at(['title']), 'The river crossing')
  assert.is(at(['title'], 'key'), 'title')
  assert.is(at(['watch', 1, 'indicator']), 'Ice')
  assert.is(at(['watch', 1, 'indicator'], 'key'), 'indicator')
  assert.is(at(['watch', 1]), 'indicator: Ice')
  assert.is(at(['issue', 'press']), 'Is it open?')
  assert.is(at(['issue', 'press'], 'key'), 'press')
  assert.is(at(['audiences', 0]), 'press')
})

test('what a short form stands for has the place of the short form', () => {
  assert.is(at(['watch', 0, 'indicator']), 'Water level')
  assert.is(at(['authors', 0]), 'The office')
  assert.is(at(['options', 0, 'pros', 0]), 'Cheap')
  assert.is(at(['options', 0, 'cons', 0, 'default']), 'Slow')
  assert.is(at(['title', 'default']), 'The river crossing')
  assert.is(within(['watch', 0, 'indicator'], 'Water level', 'level'), 'level')
})

test('a path that the YAML lacks has the place of what it should be in', () => {
  assert.is(at(['watch', 1, 'meaning']), 'indicator')
  assert.is(at(['quotes', 3, 'text']), 'title')
  assert.is(at(['watch', 7]), 'watch')
  assert.is(at(['options', 0, 'risk'], 'key'), 'name')
  assert.is(at([]).length, TEXT.trimEnd().length)
})

test('characters of a text are found through folds, quotes and escapes', () => {
  const { background, bottom_line, subtitle } = brief.data
  assert.is(background, 'The bridge is "closed" since Monday.\nNobody knows why.')
  assert.is(within(['background'], String(background), '"closed"'), '"closed"')
  assert.is(within(['background'], String(background), '"closed" since'), '"closed"\n  since')
  assert.is(within(['background'], String(background), 'Nobody'), 'Nobody')
  assert.is(bottom_line, "It's closed.")
  assert.is(within(['bottom_line'], String(bottom_line), "'s closed"), "''s\n  closed")
  assert.is(subtitle, 'A "second" é😀 line, folded')
  assert.is(within(['subtitle'], String(subtitle), '"second"'), '\\"second\\"')
  assert.is(within(['subtitle'], String(subtitle), 'é'), '\\u00e9')
  assert.is(within(['subtitle'], String(subtitle), '😀'), '\\U0001F600')
  assert.is(within(['subtitle'], String(subtitle), 'folded'), 'folded')
})

test('a range of no characters, or beyond the text, has a place too', () => {
  assert.equal(brief.placeWithin(['title'], 4, 4).range, { start: 11, end: 11 })
  assert.equal(brief.placeWithin(['title'], 18, 18).range, { start: 25, end: 25 })
  assert.equal(brief.placeWithin(['title'], 14, 99).range, { start: 21, end: 25 })
  assert.is(pointedAt(brief.placeWithin(['options'], 0, 3)), at(['options']))
})

test('an aliased value has the place of what it repeats', () => {
  const aliased = loadValid('title: &t A title\nas_of: 2025\nissue: *t\n')
  assert.is(aliased.placeWithin(['issue'], 2, 7).range.start, 12)
})

test.run()
