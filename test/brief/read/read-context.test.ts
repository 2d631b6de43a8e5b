import { test } from 'uvu'
import * as assert from 'uvu/assert'
import { Suggestions } from '../../../src/brief/read/read-context.js'

test('a brief is given two hundred suggestions', () => {
  const suggestions = new Suggestions()
  const given = Array.from({ length: 201 }, () => suggestions.hint('papr', ['paper'], 'values'))
  assert.is(given[199], 'did you mean `paper`?')
  assert.is(given[200], undefined)
  assert.is(suggestions.meant('papr', ['paper']), undefined)
})

test('an unknown word is compared with three hundred known ones', () => {
  const among = (count: number) =>
    new Suggestions().meant('papr', [...Array.from({ length: count }, (_, index) => `n${index}`), 'paper'])
  assert.is(among(299), 'paper')
  assert.is(among(300), undefined)
})

test('where there is nothing to refer to, the hint is to add it', () => {
  assert.is(new Suggestions().hint('papr', [], 'sources'), 'add it first: there are no sources yet')
})

test.run()
