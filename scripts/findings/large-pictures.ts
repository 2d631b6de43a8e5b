import { crc32, deflateSync } from 'node:zlib'

/** A grey PNG of that many black pixels on each side. */
export function blackPng(size: number): Uint8Array {
  const head = Buffer.alloc(13)
  head.writeUInt32BE(size, 0)
  head.writeUInt32BE(size, 4)
  head.writeUInt8(8, 8)
  const rows = Buffer.alloc(size * (1 + size))
  return Buffer.concat([
    Buffer.from('\x89PNG\r\n\x1a\n', 'latin1'),
    pngPart('IHDR', head),
    pngPart('IDAT', deflateSync(rows)),
    pngPart('IEND', Buffer.alloc(0)),
  ])
}

function pngPart(type: string, data: Uint8Array): Buffer {
  const body = Buffer.concat([Buffer.from(type), data])
  const [length, sum] = [Buffer.alloc(4), Buffer.alloc(4)]
  length.writeUInt32BE(data.length)
  sum.writeUInt32BE(crc32(body))
  return Buffer.concat([length, body, sum])
}

/** A grey JPEG of that many pixels on each side and bytes of compressed data, which nothing but a viewer decodes. */
export function heavyJpeg(size: number, bytes: number): Uint8Array {
  return Buffer.concat([
    Buffer.from([0xff, 0xd8]),
    jpegPart(0xdb, [0, ...Array<number>(64).fill(8)]),
    jpegPart(0xc0, [8, size >> 8, size & 255, size >> 8, size & 255, 1, 1, 0x11, 0]),
    jpegPart(0xc4, [0x00, 1, ...Array<number>(15).fill(0), 0]),
    jpegPart(0xc4, [0x10, 1, ...Array<number>(15).fill(0), 0]),
    jpegPart(0xda, [1, 1, 0, 0, 63, 0]),
    Buffer.alloc(bytes),
    Buffer.from([0xff, 0xd9]),
  ])
}

function jpegPart(marker: number, data: readonly number[]): Buffer {
  const length = data.length + 2
  return Buffer.from([0xff, marker, length >> 8, length & 255, ...data])
}
