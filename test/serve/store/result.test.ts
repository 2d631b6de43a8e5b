import { createHash } from 'node:crypto'
import * as fc from 'fast-check'
import { test } from 'uvu'
import * as assert from 'uvu/assert'
import { decodeResult, encodeResult } from '../../../src/serve/store/result.js'

const HEAD = { ok: true, findings: [], title: 'Dépôt' }
const FILES = [Buffer.from('one'), Buffer.alloc(0), Buffer.from('three')]

test('a result comes back as it was, and the same one has the same bytes', () => {
  const bytes = encodeResult(HEAD, FILES)
  const { head, files } = decodeResult(bytes) ?? {}
  assert.equal(head, HEAD)
  assert.equal(files?.map(String), ['one', '', 'three'])
  assert.ok(encodeResult({ ...HEAD }, [...FILES]).equals(bytes))
  assert.equal(decodeResult(encodeResult({}, [])), { head: {}, files: [] })
})

test('whatever the head and the files are, they come back', () => {
  const heads = fc.dictionary(fc.string(), fc.jsonValue())
  const contents = fc.array(fc.uint8Array({ maxLength: 50 }), { maxLength: 5 })
  fc.assert(
    fc.property(heads, contents, (head, files) => {
      const { head: read, files: same } = decodeResult(encodeResult(head, files)) ?? {}
      assert.equal(JSON.stringify(read), JSON.stringify(head))
      assert.equal(
        same?.map(file => file.toString('hex')),
        files.map(file => Buffer.from(file).toString('hex')),
      )
    }),
  )
})

test('a result with any bit changed, cut short or made longer is none', () => {
  const bytes = encodeResult(HEAD, FILES)
  for (const index of bytes.keys()) {
    const damaged = Buffer.from(bytes)
    damaged[index] = (damaged[index] ?? 0) ^ 1
    assert.is(decodeResult(damaged), undefined, `byte ${index}`)
    assert.is(decodeResult(bytes.subarray(0, index)), undefined, `the first ${index} bytes`)
  }
  assert.is(decodeResult(Buffer.concat([bytes, Buffer.from('x')])), undefined)
})

test('bytes of somebody else are no result, even with the right mark and hash', () => {
  fc.assert(fc.property(fc.uint8Array(), bytes => assert.is(decodeResult(Buffer.from(bytes)), undefined)))
  for (const json of HOSTILE) assert.is(decodeResult(forged(json)), undefined, json.slice(0, 60))
  assert.ok(decodeResult(forged('{"head":{},"files":[]}')))
})

const HOSTILE = [
  '',
  '{',
  'null',
  '[]',
  '{"head":null,"files":[]}',
  '{"head":"text","files":[]}',
  '{"head":{},"files":{}}',
  '{"head":{},"files":[-1]}',
  '{"head":{},"files":[1]}',
  '{"head":{},"files":[1.5]}',
  '{"head":{},"files":["1"]}',
  '{"head":{},"files":[1e300]}',
  '{"head":{},"files":[9007199254740991,-9007199254740991]}',
  `${'['.repeat(200_000)}`,
]

/** A JSON of one's own choice in the place of the true one. */
function forged(json: string): Buffer {
  const text = Buffer.from(json)
  const length = Buffer.alloc(4)
  length.writeUInt32BE(text.length)
  const content = Buffer.concat([length, text])
  const digest = createHash('sha256').update(content).digest()
  return Buffer.concat([encodeResult({}, []).subarray(0, 8), digest, content])
}

test('a length beyond the end is no result', () => {
  const content = Buffer.from([0xff, 0xff, 0xff, 0xff])
  const digest = createHash('sha256').update(content).digest()
  assert.is(decodeResult(Buffer.concat([Buffer.from('BWRESULT'), digest, content])), undefined)
})

test.run()
