import { test } from 'uvu'
import * as assert from 'uvu/assert'
import {
  dictionary,
  numberSyntax,
  ObjectReference,
  textString,
} from '../../../src/typeset/file/pdf-syntax.js'
import { parsePdfValue } from '../../../src/typeset/outline/pdf-values.js'

test('texts are read as they were written, in ASCII and in all other characters', () => {
  for (const text of [
    '',
    'plain',
    'a (b) \\ c',
    'one\ntwo\r',
    'Łódź “x”',
    'ä',
    '漢字 \u{1f600}',
    '(',
    '\u0a5c',
  ]) {
    const written = textString(text)
    assert.is(parsePdfValue(written), text)
    assert.ok(/^[\0-\xff]*$/.test(written), 'a character a byte')
    assert.not.ok(
      /[\r\n]/.test(written.replace(/\\./gs, '')),
      'no end of a line that a reader could take for another',
    )
  }
})

test('a dictionary has its entries in order, and none that is undefined', () => {
  assert.is(dictionary({ Type: '/X', A: undefined, N: 2 }), '<<\n/Type /X\n/N 2\n>>')
})

test('numbers have no exponent', () => {
  assert.equal([1, 0.5, -2.25, 1e-7, 123456.789].map(numberSyntax), ['1', '0.5', '-2.25', '0', '123456.789'])
  assert.throws(() => numberSyntax(Number.NaN), /bug/)
})

test('a reference is written by its number', () => {
  assert.is(`${new ObjectReference(7)}`, '7 0 R')
})

test.run()
