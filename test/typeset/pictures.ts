import { crc32, deflateSync } from 'node:zlib'

/** A PNG of one colour with an alpha channel, which pdfkit decodes in the background. */
export function png(size: number, shade: number): Uint8Array {
  const header = Buffer.alloc(13)
  header.writeUInt32BE(size, 0)
  header.writeUInt32BE(size, 4)
  header.set([8, 6, 0, 0, 0], 8)
  const row = Buffer.concat([Buffer.from([0]), Buffer.alloc(size * 4, shade)])
  const pixels = deflateSync(Buffer.concat(Array.from({ length: size }, () => row)))
  const chunks = [['IHDR', header] as const, ['IDAT', pixels] as const, ['IEND', Buffer.alloc(0)] as const]
  return Buffer.concat([
    Buffer.from('\x89PNG\r\n\x1a\n', 'latin1'),
    ...chunks.map(([type, data]) => chunk(type, data)),
  ])
}
function chunk(type: string, data: Buffer): Buffer {
  const body = Buffer.concat([Buffer.from(type), data])
  const [length, sum] = [Buffer.alloc(4), Buffer.alloc(4)]
  length.writeUInt32BE(data.length)
  sum.writeUInt32BE(crc32(body))
  return Buffer.concat([length, body, sum])
}

/** The head of a JPEG, which is all that is read of one: 1 channel is grey, 3 are RGB, 4 are CMYK. */
export function jpegHead(channels: 1 | 3 | 4): Uint8Array {
  const components = Array.from({ length: channels }, (_, index) => [index + 1, 0x11, 0]).flat()
  const frame = [8, 0, 4, 0, 4, channels, ...components]
  return Buffer.from([0xff, 0xd8, 0xff, 0xc0, 0, frame.length + 2, ...frame, 0xff, 0xd9])
}
