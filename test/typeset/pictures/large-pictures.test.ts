import { deflateSync, inflateSync } from 'node:zlib'
import { test } from 'uvu'
import * as assert from 'uvu/assert'
import { isPictureFault } from '../../../src/typeset/pictures/picture.js'
import { readPicture } from '../../support/pictures.js'
import { document, figure } from '../build-document.js'
import { makeJpeg, makePng, PNG_SIGNATURE, type PngSketch, pngChunk, pngHead } from '../pictures.js'
import { objectsWith, readPdf } from '../read-pdf.js'
import { print } from '../workspace.js'
import { printedPixels } from './printed-pixels.js'

/** A PNG of the same row again and again, each with its filter's number before it. */
function striped(width: number, height: number, row: Uint8Array, bits = 8, colourType = 0): Buffer {
  const rows = Buffer.alloc(height * (1 + row.length))
  for (let y = 0; y < height; y++) rows.set(row, y * (1 + row.length) + 1)
  return Buffer.concat([
    PNG_SIGNATURE,
    pngChunk('IHDR', pngHead(width, height, bits, colourType)),
    pngChunk('IDAT', deflateSync(rows, { level: 1 })),
    pngChunk('IEND', Buffer.alloc(0)),
  ])
}

const printed = (pictures: Record<string, Uint8Array>, ...figures: ReturnType<typeof figure>[]) =>
  print(document(figures), {}, new Map(Object.entries(pictures)))

const sizesIn = (pdf: Uint8Array | undefined) =>
  objectsWith(readPdf(pdf ?? new Uint8Array()), '/Subtype /Image').map(object =>
    ['Width', 'Height'].map(key => Number(new RegExp(`/${key} (\\d+)`).exec(object)?.[1])),
  )

/** The width of the text is 459 points, at 300 pixels an inch 1914. */
const SIDE = 3000
const stripes = striped(
  SIDE,
  SIDE,
  Uint8Array.from({ length: SIDE }, (_, x) => (x % 2) * 255),
)

test('scales a PNG down to 300 pixels an inch at its size on the page, and says so', async () => {
  const { printed: first, all, found } = await printed({ 'a.png': stripes }, figure('a.png', 0.5))
  assert.equal(found, ['image-scaled-down'])
  assert.match(
    all[0]?.message ?? '',
    /`a.png` has 3000 × 3000 pixels, and is printed with 957 × 957 \(300 an inch/,
  )
  assert.equal(sizesIn(first?.pdf), [[957, 957]])
  const greys = printedPixels(first?.pdf ?? new Uint8Array()).map(([grey]) => grey)
  assert.is(greys.length, 957 * 957)
  assert.ok(greys.every(grey => grey > 150 && grey < 215))
  const again = await printed({ 'a.png': Buffer.from(stripes) }, figure('a.png', 0.5))
  assert.ok(Buffer.from(first?.pdf ?? []).equals(Buffer.from(again.printed?.pdf ?? [])))
})

test('asks for the pixels of the widest place that shows a picture', async () => {
  const { printed: wide, found } = await printed(
    { 'a.png': stripes },
    figure('a.png', 0.1),
    figure('a.png', 0.6),
    figure('a.png', 0.3),
  )
  assert.equal(found, ['image-scaled-down'])
  assert.equal(sizesIn(wide?.pdf), [[1149, 1149]])
})

test('leaves alone what is not much larger than its place, what is small at any place, and pixels of one bit', async () => {
  const sharp = striped(2800, 2800, new Uint8Array(2800))
  const small = striped(1900, 1900, new Uint8Array(1900))
  const scan = striped(SIDE, SIDE, new Uint8Array(SIDE / 8).fill(0x55), 1)
  const { printed: pages, found } = await printed(
    { 'sharp.png': sharp, 'small.png': small, 'scan.png': scan },
    figure('sharp.png', 1),
    figure('small.png', 0.05),
    figure('scan.png', 0.3),
  )
  assert.equal(found, [])
  assert.equal(sizesIn(pages?.pdf).sort(), [
    [1900, 1900],
    [2800, 2800],
    [3000, 3000],
  ])
})

test('measures a picture that is stored on its side as it stands upright', async () => {
  const tiff = Buffer.from('4d4d002a0000000800010112000300000001000600000000', 'hex')
  const png = striped(4000, 1500, new Uint8Array(4000))
  const turned = Buffer.concat([png.subarray(0, 33), pngChunk('eXIf', tiff), png.subarray(33)])
  const { printed: pages } = await printed({ 'a.png': turned }, figure('a.png', 0.2))
  // 1500 pixels are 91.8 points wide, for which 383 are enough.
  assert.equal(sizesIn(pages?.pdf), [[1021, 383]])
})

const heavy = (side: number, parts: number) =>
  makeJpeg({
    ...{ levels: [100], width: side, height: side },
    segments: Array.from({ length: parts }, () => [0xe0, Buffer.from('JFIF\0'.padEnd(65_000, 'x'))] as const),
  })

test('prints a JPEG with all of its pixels, and says what that costs if it is much', async () => {
  const pictures = { 'a.jpg': heavy(2400, 80), 'light.jpg': heavy(2400, 2), 'small.jpg': heavy(800, 80) }
  const { printed: pages, all } = await printed(
    pictures,
    figure('a.jpg', 0.5),
    figure('light.jpg', 0.5),
    figure('small.jpg', 0.5),
  )
  assert.equal(
    all.map(({ code, message, hints }) => [code, message, ...hints]),
    [
      [
        'image-large',
        '`a.jpg` makes the PDF 5.3 MB larger: it is printed with all of its 2400 × 2400 pixels',
        'scale it down to 957 × 957 (300 an inch at its size on the page)',
      ],
    ],
  )
  assert.equal(
    sizesIn(pages?.pdf)
      .map(([width]) => width)
      .sort(),
    [2400, 2400, 800],
  )
})

test('reports a large PNG whose pixels are damaged', async () => {
  const row = new Uint8Array(SIDE)
  const fewer = striped(SIDE, SIDE - 1, row)
  const head = pngChunk('IHDR', pngHead(SIDE, SIDE))
  const short = Buffer.concat([PNG_SIGNATURE, head, fewer.subarray(33)])
  const { printed: pages, found } = await printed({ 'a.png': short }, figure('a.png', 0.2))
  assert.is(pages, undefined)
  assert.equal(found, ['image-invalid'])
})

test('decodes a picture once for all editions that show it in the same size', async () => {
  const picture = readPicture(stripes)
  if (isPictureFault(picture)) throw new Error(picture.what)
  const encode = async (side: number) => {
    const encoded = await picture.encode({ width: side, height: side })
    if (isPictureFault(encoded)) throw new Error(encoded.what)
    return encoded
  }
  const first = await encode(30)
  assert.is(await encode(30), first)
  assert.is((await encode(40)).width, 40)
  assert.equal(await encode(30), first)
})

const KINDS = [
  [0, 2],
  [0, 8],
  [0, 16],
  [2, 8],
  [2, 16],
  [3, 4],
  [4, 8],
  [4, 16],
  [6, 8],
  [6, 16],
] as const
const CHANNELS: Readonly<Record<number, number>> = { 0: 1, 2: 3, 3: 1, 4: 2, 6: 4 }

for (const [colourType, bits] of KINDS)
  test(`scales a PNG of colour type ${colourType} and ${bits} bits the same, interlaced or not`, async () => {
    const most = 2 ** bits - 1
    const channels = CHANNELS[colourType] ?? 0
    // Quarters of one colour each, so that halves of the size keep them.
    const pixel = (x: number, y: number) =>
      Array.from({ length: channels }, (_, channel) =>
        channel === 3 || (colourType === 4 && channel === 1)
          ? most
          : Math.round((((x >> 3) * 2 + (y >> 3) + channel) % 4) * (most / 3)),
      )
    const palette = Array.from({ length: 16 }, (_, index) => [17 * index, 0, 255 - 17 * index]).flat()
    const sketch: PngSketch = {
      ...{ width: 16, height: 16, bits, colourType, pixel },
      ...(colourType === 3 ? { palette } : {}),
    }
    const [whole, interlaced] = await Promise.all(
      [false, true].map(async isInterlaced => {
        const picture = readPicture(makePng({ ...sketch, interlaced: isInterlaced }))
        const encoded = isPictureFault(picture) ? picture : await picture.encode({ width: 4, height: 4 })
        if (isPictureFault(encoded)) throw new Error(encoded.what)
        return encoded
      }),
    )
    assert.equal(whole, interlaced)
    assert.equal([whole?.width, whole?.height, whole?.alpha], [4, 4, undefined])
    const colours = [...inflateSync(whole?.data ?? new Uint8Array())]
    const expected = Array.from({ length: 16 }, (_, index) => {
      const samples = pixel((index % 4) * 4, (index >> 2) * 4)
      if (colourType === 3) return palette.slice(3 * (samples[0] ?? 0)).slice(0, 3)
      return samples
        .slice(0, colourType === 2 || colourType === 6 ? 3 : 1)
        .map(sample => Math.round((sample * 255) / most))
    }).flat()
    assert.equal(colours, expected)
  })

test.run()
