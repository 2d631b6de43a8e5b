import { inflateSync } from 'node:zlib'
import { test } from 'uvu'
import * as assert from 'uvu/assert'
import { printPng } from '../../../src/export/png/print-png.js'
import { writePng } from '../../../src/export/png/write-png.js'
import * as b from '../../typeset/build-document.js'
import { print } from '../../typeset/workspace.js'

const document = b.document([
  b.h(1, 'One'),
  b.p('Words'),
  { kind: 'page-break', place: b.nowhere },
  b.p('More'),
])

/** The chunks of a PNG, by type. */
function chunksOf(bytes: Uint8Array): Map<string, Buffer> {
  const file = Buffer.from(bytes)
  const chunks = new Map<string, Buffer>()
  for (let at = 8; at < file.length; ) {
    const length = file.readUInt32BE(at)
    chunks.set(file.toString('latin1', at + 4, at + 8), file.subarray(at + 8, at + 8 + length))
    at += length + 12
  }
  return chunks
}

test('each page is a picture of its size, in sRGB, and the same the second time', async () => {
  const { printed } = await print(document)
  const pdf = printed?.pdf ?? new Uint8Array()
  const pictures = await printPng(pdf, 72)
  assert.is(pictures.length, 2)
  const again = await printPng(pdf, 72)
  pictures.forEach((picture, page) => {
    assert.ok(Buffer.from(picture).equals(again[page] ?? new Uint8Array()))
    const chunks = chunksOf(picture)
    const [width, height] = [chunks.get('IHDR')?.readUInt32BE(0), chunks.get('IHDR')?.readUInt32BE(4)]
    assert.ok(Math.abs((width ?? 0) - 595) <= 1 && Math.abs((height ?? 0) - 842) <= 1, `${width} × ${height}`)
    assert.ok(chunks.has('sRGB'))
    assert.is(chunks.get('pHYs')?.readUInt32BE(0), 2835)
    const rows = inflateSync(chunks.get('IDAT') ?? Buffer.alloc(0))
    assert.is(rows.length, (height ?? 0) * (3 * (width ?? 0) + 1))
    assert.ok(
      rows.subarray(1, 40).every(byte => byte === 255),
      'paper is white',
    )
    assert.ok(
      rows.some(byte => byte < 100),
      'and letters are dark',
    )
  })
})

test('twice the resolution is twice the pixels', async () => {
  const { printed } = await print(document)
  const [picture] = await printPng(printed?.pdf ?? new Uint8Array(), 144)
  const width =
    chunksOf(picture ?? new Uint8Array())
      .get('IHDR')
      ?.readUInt32BE(0) ?? 0
  assert.ok(Math.abs(width - 1190) <= 2, String(width))
})

test('colours are written in the order of PNG', () => {
  const chunks = chunksOf(writePng({ width: 1, height: 1, data: Uint8Array.from([10, 20, 30, 255]) }, 150))
  assert.equal([...inflateSync(chunks.get('IDAT') ?? Buffer.alloc(0))], [0, 10, 20, 30])
})

test.run()
