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

test('a hint lists the known words where none is meant', () => {
  assert.is(didYouMean('papr', FLAGS), 'did you mean `paper`?')
  assert.is(didYouMean('xyz', ['a', 'b']), 'use one of `a`, `b`')
  assert.is(didYouMean('xyz', ['a', 'b'], 'sources'), 'use one of these sources: `a`, `b`')
  assert.is(didYouMean('xyz', []), undefined)
})

test('a word of three letters may have one edit, a longer one two, and a shorter one none', () => {
  assert.is(closest('out', ['our']), 'our')
  assert.is(closest('out', ['orr']), undefined)
  assert.is(closest('outs', ['ourz']), 'ourz')
  assert.is(closest('outs', ['aurs']), 'aurs')
  assert.is(closest('outs', ['arrs']), undefined)
  assert.is(closest('ou', ['out']), undefined)
  assert.is(closest('ou', ['ou']), undefined)
})

test('a swap of neighbours is one edit', () => {
  assert.is(closest('uot', ['out']), 'out')
  assert.is(closest('tuo', ['out']), undefined)
})

test('a hint lists fifty words and says that there are more', () => {
  const names = (count: number) => Array.from({ length: count }, (_, index) => `${index}`)
  assert.match(didYouMean('xyz', names(50)) ?? '', /`49`$/)
  assert.match(didYouMean('xyz', names(51)) ?? '', /`49`, …$/)
})

test('a word of sixty characters is compared, a longer one is not', () => {
  assert.is(closest(`${'a'.repeat(59)}b`, ['a'.repeat(60)]), 'a'.repeat(60))
  assert.is(closest(`${'a'.repeat(60)}b`, ['a'.repeat(61)]), undefined)
})

test('a word as long as a file is not compared', () => {
  assert.is(closest('a'.repeat(1_000_000), ['a']), undefined)
})

test.run()
