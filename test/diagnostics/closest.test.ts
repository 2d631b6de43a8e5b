import { test } from 'uvu'
import * as assert from 'uvu/assert'
import { closest, didYouMean } from '../../src/diagnostics/index.js'

const FLAGS = ['audience', 'out', 'paper', 'allow-unverified', 'json']

test('finds what a misspelt word stands for', () => {
  assert.is(closest('audeince', FLAGS), 'audience')
  assert.is(closest('papr', FLAGS), 'paper')
  assert.is(closest('alow-unverifed', FLAGS), 'allow-unverified')
  assert.is(closest('JSON', FLAGS), 'json')
})

test('guesses nothing where nothing is near', () => {
  assert.is(closest('watch', FLAGS), undefined)
  assert.is(closest('x', FLAGS), undefined)
  assert.is(closest('', FLAGS), undefined)
})

test('finds a word by its beginning, and hyphens and underscores are the same', () => {
  assert.is(closest('allow', FLAGS), 'allow-unverified')
  assert.is(closest('paperclip', FLAGS), 'paper')
  assert.is(closest('allow_unverified', FLAGS), 'allow-unverified')
})

test('of several near words the nearest is meant', () => {
  assert.is(closest('stakes', ['stake', 'states', 'stakes_']), 'stake')
  assert.is(closest('papar', ['pap', 'papa', 'paper', 'popar']), 'papa')
})

test('a hint lists what there is where nothing is meant, and not without end', () => {
  assert.is(didYouMean('papr', FLAGS), 'did you mean `paper`?')
  assert.is(didYouMean('xyz', ['a', 'b']), 'use one of `a`, `b`')
  assert.is(didYouMean('xyz', ['a', 'b'], 'sources'), 'use one of these sources: `a`, `b`')
  assert.is(didYouMean('xyz', []), undefined)
  const many = Array.from({ length: 80 }, (_, index) => `${index}`)
  assert.match(didYouMean('xyz', many) ?? '', /`49`, …$/)
})

test('a word as long as a file is not compared', () => {
  assert.is(closest('a'.repeat(1_000_000), ['a']), undefined)
})

test.run()
