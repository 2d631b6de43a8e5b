import { test } from 'uvu'
import * as assert from 'uvu/assert'
import { isSafeLink } from '../../../src/markup/html/safe-html.js'
import { removeControlCharacters } from '../../../src/markup/html/source-map.js'

test('a link leads to the web, to mail or to a telephone, and to nothing else', () => {
  for (const href of ['https://a', 'HTTP://a.example/b', 'mailto:a', 'tel:1', 'tel:+1', 'tel:(0)1'])
    assert.ok(isSafeLink(href), href)
  for (const href of [
    'https://',
    'https:///a',
    'http:a',
    'mailto:',
    'mailto: a',
    'tel:a',
    'ftp://a',
    ' https://a',
  ])
    assert.not.ok(isSafeLink(href), href)
})

test('all control characters but white space are removed', () => {
  const removed = [0x00, 0x01, 0x02, 0x08, 0x0b, 0x0e, 0x1f, 0x7f]
  const kept = [0x09, 0x0a, 0x0c, 0x0d, 0x20, 0x7e, 0x80]
  assert.is(removeControlCharacters(String.fromCharCode(...removed)), '')
  assert.is(removeControlCharacters(String.fromCharCode(...kept)), String.fromCharCode(...kept))
})

test.run()
