import { test } from 'uvu'
import * as assert from 'uvu/assert'
import { document, figure } from '../build-document.js'
import { makePng, PNG_SIGNATURE, type PngSketch, pngChunk, pngHead } from '../pictures.js'
import { print } from '../workspace.js'
import { type Pixel, printedPixels } from './printed-pixels.js'

const WIDTH = 11
const HEIGHT = 9
const PALETTE = [200, 30, 20, 0, 120, 60, 10, 20, 220, 250, 250, 250].concat(
  Array.from({ length: 36 }, (_, index) => index * 7),
)

/** Samples that differ from pixel to pixel, with the depth's least and greatest value among them. */
const sampleAt = (x: number, y: number, channel: number, most: number) =>
  Math.round((((x * 5 + y * 3 + channel * 4) % 16) / 15) * most)

const DEPTHS = { 0: [1, 2, 4, 8, 16], 2: [8, 16], 3: [1, 2, 4, 8], 4: [8, 16], 6: [8, 16] } as const
const CHANNELS = { 0: 1, 2: 3, 3: 1, 4: 2, 6: 4 } as const
const TYPES = [0, 2, 3, 4, 6] as const

interface Expected {
  readonly name: string
  readonly sketch: PngSketch
  readonly pixels: readonly Pixel[]
}

function* allKinds(): Generator<Expected> {
  for (const colourType of TYPES)
    for (const bits of DEPTHS[colourType])
      for (const interlaced of [false, true])
        for (const hasTransparency of colourType === 4 || colourType === 6 ? [false] : [false, true])
          yield kindOf(colourType, bits, interlaced, hasTransparency)
}

function kindOf(
  colourType: (typeof TYPES)[number],
  bits: number,
  interlaced: boolean,
  hasTransparency: boolean,
): Expected {
  const most = 2 ** bits - 1
  const last = colourType === 3 ? Math.min(most, 15) : most
  const pixel = (x: number, y: number) =>
    Array.from({ length: CHANNELS[colourType] }, (_, channel) => sampleAt(x, y, channel, last))
  const clear = pixel(3, 2)
  const shown = (samples: readonly number[]): Pixel => {
    const [one = 0, two = 0, three = 0, four = most] = samples
    const part = (value: number) => Math.round((value * 255) / most)
    const isClear = hasTransparency && samples.join() === clear.join()
    if (colourType === 3) {
      const [red = 0, green = 0, blue = 0] = PALETTE.slice(3 * one)
      return [red, green, blue, hasTransparency ? ([0, 130][one] ?? 255) : 255]
    }
    if (colourType === 0 || colourType === 4)
      return [part(one), part(one), part(one), colourType === 4 ? part(two) : isClear ? 0 : 255]
    return [part(one), part(two), part(three), isClear ? 0 : part(four)]
  }
  const transparency = colourType === 3 ? [0, 130] : clear.flatMap(value => [value >> 8, value & 255])
  return {
    name: `colour type ${colourType}, ${bits} bits${interlaced ? ', interlaced' : ''}${hasTransparency ? ', tRNS' : ''}`,
    sketch: {
      ...{ width: WIDTH, height: HEIGHT, bits, colourType, interlaced, pixel },
      ...(colourType === 3 ? { palette: PALETTE.slice(0, 3 * (last + 1)) } : {}),
      ...(hasTransparency ? { transparency } : {}),
    },
    pixels: Array.from({ length: WIDTH * HEIGHT }, (_, index) =>
      shown(pixel(index % WIDTH, Math.floor(index / WIDTH))),
    ),
  }
}

const printPicture = (bytes: Uint8Array) =>
  print(document([figure('a.png', 0.5)]), {}, new Map([['a.png', bytes]]))

for (const { name, sketch, pixels } of allKinds())
  test(`prints every pixel of a PNG: ${name}`, async () => {
    const { printed, found } = await printPicture(makePng(sketch))
    assert.equal(found, [])
    assert.equal(printedPixels(printed?.pdf ?? new Uint8Array()), pixels)
  })

test('prints PNGs of one pixel, and of fewer than the passes of an interlaced one', async () => {
  for (const [width, height] of [
    [1, 1],
    [3, 1],
    [1, 5],
    [2, 2],
  ] as const) {
    const pixel = (x: number, y: number) => [40 * x, 30 * y, 200]
    const sketch = { width, height, bits: 8, colourType: 2, interlaced: true, pixel }
    const { printed, found } = await printPicture(makePng(sketch))
    assert.equal(found, [])
    const expected = Array.from({ length: width * height }, (_, index): Pixel => {
      const [red = 0, green = 0, blue = 0] = pixel(index % width, Math.floor(index / width))
      return [red, green, blue, 255]
    })
    assert.equal(printedPixels(printed?.pdf ?? new Uint8Array()), expected)
  }
})

test('takes a number beyond the palette for black, and counts only the bits of a clear colour that samples have', async () => {
  const short = makePng({ ...sketchOf(3, 2), palette: [200, 30, 20], pixel: x => [x % 4] })
  const { printed, found } = await printPicture(short)
  assert.equal(found, [])
  assert.equal(printedPixels(printed?.pdf ?? new Uint8Array()).slice(0, 2), [
    [200, 30, 20, 255],
    [0, 0, 0, 255],
  ])
  const wide = makePng({ ...sketchOf(0, 2), transparency: [0xff, 0xfd], pixel: x => [x % 4] })
  const clear = await printPicture(wide)
  assert.equal(
    printedPixels(clear.printed?.pdf ?? new Uint8Array())
      .slice(0, 4)
      .map(pixel => pixel[3]),
    [255, 0, 255, 255],
  )
})

const sketchOf = (colourType: number, bits: number): PngSketch => ({
  ...{ width: 8, height: 8, bits, colourType },
  pixel: x => [x],
})

const whole = makePng(sketchOf(0, 8))
const pixelsAt = whole.indexOf('IDAT')
const withByte = (at: number, value: number) => Buffer.from(whole).fill(value, at, at + 1)
const assembled = (...chunks: readonly Buffer[]) => Buffer.concat([PNG_SIGNATURE, ...chunks])
const END = pngChunk('IEND', Buffer.alloc(0))
const head = pngChunk('IHDR', pngHead(8, 8))

for (const [what, bytes, message] of [
  ['of no width', assembled(pngChunk('IHDR', pngHead(0, 8)), END), /0 × 8 pixels/],
  ['of no size', assembled(pngChunk('IHDR', pngHead(0, 0)), END), /0 × 0 pixels/],
  [
    'of a size that only its head has',
    assembled(pngChunk('IHDR', pngHead(60_000, 60_000)), END),
    /60000 × 60000/,
  ],
  ['within the limit of pixels by its head', hugeHead(7000, 7000), /fewer or more pixels/],
  ['that ends in its signature', PNG_SIGNATURE.subarray(0, 5), /cut off/],
  ['that ends in its head', whole.subarray(0, 20), /cut off/],
  ['that ends in its pixels', whole.subarray(0, pixelsAt + 12), /cut off/],
  ['without its end', whole.subarray(0, -12), /cut off/],
  ['without pixels', assembled(head, END), /cut off/],
  ['with a changed byte in its head', withByte(25, 9), /`IHDR` is damaged/],
  ['with a changed byte in its pixels', withByte(pixelsAt + 8, 7), /`IDAT` is damaged/],
  [
    'whose first chunk is another',
    assembled(pngChunk('tEXt', Buffer.from('a')), head, END),
    /without a head/,
  ],
  ['of a depth that no PNG has', makePng({ ...sketchOf(2, 4), pixel: x => [x, x, x] }), /4 bits a sample/],
  ['of an unknown colour type', makePng(sketchOf(5, 8)), /colour type 5/],
  ['without a palette', makePng(sketchOf(3, 8)), /palette/],
  [
    'with a palette that ends within a colour',
    makePng({ ...sketchOf(3, 8), palette: [1, 2, 3, 4] }),
    /palette/,
  ],
  [
    'with more transparent colours than colours',
    makePng({ ...sketchOf(3, 8), palette: [1, 2, 3], transparency: [0, 0] }),
    /transparency/,
  ],
  ['with half a clear colour', makePng({ ...sketchOf(0, 8), transparency: [0] }), /transparency/],
  ['with fewer rows', makePng({ ...sketchOf(0, 8), rows: rows => rows.subarray(9) }), /fewer or more/],
  [
    'with more rows',
    makePng({ ...sketchOf(0, 8), rows: rows => Buffer.concat([rows, rows]) }),
    /fewer or more/,
  ],
  [
    'with an unknown filter',
    makePng({ ...sketchOf(0, 8), rows: rows => rows.fill(9, 0, 1) }),
    /pixels are damaged/,
  ],
  [
    'whose pixels are not compressed',
    assembled(head, pngChunk('IDAT', Buffer.alloc(90, 1)), END),
    /pixels are damaged/,
  ],
  [
    'with a chunk that must be understood',
    makePng({ ...sketchOf(0, 8), chunks: [['ABCD', Buffer.alloc(1)]] }),
    /`ABCD`/,
  ],
  ['of an application for iOS', assembled(pngChunk('CgBI', Buffer.alloc(4)), head, END), /iOS/],
  ['that was sent as text', Buffer.concat([Buffer.from('\x89PNG\n\x1a\n', 'latin1'), head]), /line ends/],
] as const)
  test(`reports a PNG ${what}`, async () => {
    const { printed, all, found } = await printPicture(bytes)
    assert.is(printed, undefined)
    assert.equal(found, ['image-invalid'])
    assert.match(all[0]?.message ?? '', message)
  })

/** Little more than a head, which asks for more pixels than its bytes can hold. */
function hugeHead(width: number, height: number): Buffer {
  const pixels = makePng(sketchOf(0, 8)).subarray(pixelsAt - 4)
  return assembled(pngChunk('IHDR', pngHead(width, height)), pixels)
}

test('passes over what a reader of PNGs need not know, however much of it is compressed', async () => {
  const bomb = Buffer.concat([Buffer.from('name\0\0'), Buffer.alloc(100_000, 0x78)])
  const chunks = [
    ['iCCP', bomb],
    ['zTXt', bomb],
    ['abCd', Buffer.alloc(3)],
  ] as const
  const plain = await printPicture(makePng(sketchOf(0, 8)))
  const marked = await printPicture(
    Buffer.concat([makePng({ ...sketchOf(0, 8), chunks }), Buffer.from('more')]),
  )
  assert.equal(marked.found, [])
  assert.ok(Buffer.from(plain.printed?.pdf ?? []).equals(Buffer.from(marked.printed?.pdf ?? [])))
})

test.run()
