import { test } from 'uvu'
import * as assert from 'uvu/assert'
import { parseWordingKey } from '../../../src/brief/index.js'
import { load } from '../helpers.js'

const AUDIENCES = ['public', 'de', 'my.board', 'one-page']

for (const [key, meant] of [
  ['default', 'all, own'],
  ['public', 'public, own'],
  ['es', 'all, es'],
  ['pt-BR', 'all, pt-BR'],
  ['zh-Hant-TW', 'all, zh-Hant-TW'],
  ['nds', 'all, nds'],
  ['public.es', 'public, es'],
  ['one-page.sr-Latn', 'one-page, sr-Latn'],
  ['my.board', 'my.board, own'],
  ['my.board.fr', 'my.board, fr'],
  // an audience goes before a language
  ['de', 'de, own'],
  ['de.de', 'de, de'],
  ['public.de', 'public, de'],
  ['de-CH', 'all, de-CH'],
  ['', undefined],
  ['.', undefined],
  ['.es', undefined],
  ['public.', undefined],
  ['default.es', undefined],
  ['press', undefined],
  ['press.es', undefined],
  ['ES', undefined],
  ['english', undefined],
  ['e', undefined],
  ['es_MX', undefined],
  ['es-', undefined],
  ['de-a-b', undefined],
  ['es-419-419', undefined],
  ['constructor', undefined],
] as const)
  test(`the key \`${key}\` of a wording is ${meant ? `for ${meant}` : 'none'}`, () => {
    const parsed = parseWordingKey(key, AUDIENCES)
    const said = parsed && `${parsed.audience ?? 'all'}, ${parsed.lang ?? 'own'}`
    assert.is(said, meant)
  })

test('a key that is none is answered by what it may have been meant for', () => {
  const hintFor = (key: string) => {
    const [finding] = load(`title: T\nas_of: 2025\nissue: {default: A, ${key}: B}\n`).findings
    return `${finding?.message}: ${finding?.hints.join()}`
  }
  assert.match(hintFor('pubic.es'), 'unknown audience `pubic.es`: did you mean `public.es`?')
  assert.match(hintFor('pubic'), 'unknown audience `pubic`: did you mean `public`?')
  assert.match(hintFor('ES'), 'did you mean `es`?')
  assert.match(
    hintFor('public.spanish'),
    'the key `public.spanish` in `issue` ends with no language: write a code',
  )
})

test.run()
