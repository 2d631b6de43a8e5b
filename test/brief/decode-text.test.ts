import { test } from 'uvu'
import * as assert from 'uvu/assert'
import { decodeText } from '../../src/brief/index.js'
import { Findings } from '../../src/diagnostics/index.js'
import { summary } from './helpers.js'

function decode(bytes: Uint8Array, limit?: number) {
  const findings = new Findings()
  const file = decodeText(bytes, 'brief.yaml', findings.report, limit)
  return { text: file?.text, found: findings.all.map(summary), findings: findings.all }
}
const latin1 = (text: string) => Buffer.from(text, 'latin1')

test('UTF-8 is read with and without its mark', () => {
  assert.is(decode(Buffer.from('título: “á” 😀')).text, 'título: “á” 😀')
  assert.is(decode(Buffer.from('\ufefftitle: a')).text, 'title: a')
  assert.is(decode(Buffer.from('title: a\ufeffb')).text, 'title: a\ufeffb')
  assert.is(decode(new Uint8Array()).text, '')
})

test('a replacement character that stands for itself is text', () => {
  assert.equal(decode(Buffer.from('a \ufffd b')), { text: 'a \ufffd b', found: [], findings: [] })
})

test('the first byte that is not UTF-8 is pointed at', () => {
  assert.equal(decode(latin1('title: ok\nissue: caf\xe9 \xe9')).found, ['2:11 file-encoding'])
  assert.equal(decode(Buffer.concat([Buffer.from('é\ufffd\n'), Uint8Array.of(0xc3)])).found, [
    '2:1 file-encoding',
  ])
  assert.match(decode(latin1('\xe9')).findings[0]?.message ?? '', '`0xE9`')
})

test('a truncated sequence, a surrogate and an overlong form are not UTF-8', () => {
  for (const bytes of [
    [0xe2, 0x82],
    [0xed, 0xa0, 0x80],
    [0xc0, 0xaf],
    [0xf5, 0x80, 0x80, 0x80],
  ])
    assert.equal(decode(Uint8Array.of(0x61, ...bytes)).found, ['1:2 file-encoding'])
})

test('UTF-16 in both orders is named', () => {
  const little = Buffer.from('\ufefftitle: a', 'utf16le')
  for (const bytes of [little, Buffer.from(little).swap16()]) {
    const { found, findings } = decode(bytes)
    assert.equal(found, ['1:1 file-encoding'])
    assert.match(findings[0]?.message ?? '', 'UTF-16')
  }
})

test('a NUL byte makes a file binary, wherever it comes before a wrong byte', () => {
  assert.equal(decode(Buffer.from('ab\n\0')).found, ['2:1 file-encoding'])
  assert.equal(decode(Uint8Array.of(0x61, 0xff, 0)).found, ['1:2 file-encoding'])
  assert.equal(decode(Buffer.from('title: a', 'utf16le')).found, ['1:2 file-encoding'])
})

test('a file above the limit is refused before it is decoded', () => {
  assert.equal(decode(new Uint8Array(50 * 1024 * 1024).fill(0xff)).found, ['1:1 file-too-large'])
  assert.is(decode(Buffer.from('abc'), 3).text, 'abc')
  assert.equal(decode(Buffer.from('abcd'), 3).found, ['1:1 file-too-large'])
})

test.run()
