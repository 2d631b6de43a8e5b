import { test } from 'uvu'
import * as assert from 'uvu/assert'
import { isPictureFault } from '../../../src/typeset/pictures/picture.js'
import { readPicture } from '../../support/pictures.js'
import { document, figure } from '../build-document.js'
import { exifSegment, jpegSegment, makeJpeg, makePng } from '../pictures.js'
import { objectsWith, readPdf } from '../read-pdf.js'
import { print } from '../workspace.js'

const APP1 = 0xe1
const ADOBE = [0xee, Buffer.from('Adobe\0\x64\0\0\0\0\x02', 'latin1')] as const
const printPicture = (bytes: Uint8Array) =>
  print(document([figure('a.jpg', 0.5)]), {}, new Map([['a.jpg', bytes]]))
const dictionaryOf = (pdf: Uint8Array | undefined) =>
  objectsWith(readPdf(pdf ?? new Uint8Array()), '/Subtype /Image')[0] ?? ''

test('prints grey, coloured, extended and progressive JPEGs', async () => {
  for (const [levels, frame, space] of [
    [[90], 0xc0, 'DeviceGray'],
    [[90, 60, 200], 0xc0, 'DeviceRGB'],
    [[90, 60, 200], 0xc1, 'DeviceRGB'],
    [[90], 0xc2, 'DeviceGray'],
  ] as const) {
    const { printed, found } = await printPicture(makeJpeg({ levels, frame }))
    assert.equal(found, [])
    assert.match(dictionaryOf(printed?.pdf), `/ColorSpace /${space}`)
  }
})

test('turns the inks of a JPEG round only where Adobe says that they are, and claims no PDF/A for them', async () => {
  for (const [segments, decodes] of [
    [[ADOBE], true],
    [[], false],
  ] as const) {
    const { printed, found } = await printPicture(makeJpeg({ levels: [10, 20, 30, 40], segments }))
    assert.equal(found, ['not-accessible'])
    assert.is(/\/Decode \[1 0 1 0 1 0 1 0\]/.test(dictionaryOf(printed?.pdf)), decodes)
  }
})

test('says that three colours are red, green and blue where only their names say so', async () => {
  const bytes = makeJpeg({ levels: [90, 60, 200] })
  const frame = bytes.indexOf(Buffer.from([0xff, 0xc0]))
  for (const [index, letter] of [...'RGB'].entries()) bytes.write(letter, frame + 10 + 3 * index)
  const { printed } = await printPicture(bytes)
  const pdf = readPdf(printed?.pdf ?? new Uint8Array())
  assert.is(objectsWith(pdf, '/ColorTransform 0').length, 1)
})

test('keeps what decoding needs of a JPEG, and not where it was taken nor what follows it', async () => {
  const place = [APP1, Buffer.from('Exif\0\0harbour wall, 51.1 N')] as const
  const note = [0xfe, Buffer.from('taken from the ferry')] as const
  const bytes = Buffer.concat([makeJpeg({ levels: [90], segments: [place, note] }), Buffer.from('a film')])
  const { printed, found } = await printPicture(bytes)
  assert.equal(found, [])
  const plain = await printPicture(makeJpeg({ levels: [90] }))
  assert.ok(Buffer.from(plain.printed?.pdf ?? []).equals(Buffer.from(printed?.pdf ?? [])))
})

test('knows from Exif data how a picture stands, in both orders of bytes, in JPEG and PNG', () => {
  for (let orientation = 0; orientation <= 9; orientation++)
    for (const littleEndian of [false, true]) {
      const exif = exifSegment(orientation, littleEndian)
      const pictures = [
        makeJpeg({ levels: [90], segments: [[APP1, exif]] }),
        makePng({
          width: 2,
          height: 2,
          bits: 8,
          colourType: 0,
          pixel: () => [0],
          chunks: [['eXIf', exif.subarray(6)]],
        }),
      ]
      for (const bytes of pictures) {
        const picture = readPicture(bytes)
        const expected = orientation >= 1 && orientation <= 8 ? orientation : 1
        assert.is(isPictureFault(picture) ? picture.what : picture.orientation, expected)
      }
    }
})

const whole = makeJpeg({ levels: [90, 60, 200], width: 64, height: 64 })
const without = (marker: number) => {
  const start = whole.indexOf(Buffer.from([0xff, marker]))
  const end = start + 2 + whole.readUInt16BE(start + 2)
  return Buffer.concat([whole.subarray(0, start), whole.subarray(end)])
}

for (const [what, bytes, message] of [
  ['cut off in its middle', whole.subarray(0, whole.length - 20), /cut off/],
  ['without its end', whole.subarray(0, -2), /cut off/],
  ['cut off in a segment', whole.subarray(0, 40), /cut off/],
  ['of two bytes', whole.subarray(0, 2), /cut off/],
  ['cut off, with a whole picture in its Exif data', withThumbnail(), /cut off/],
  ['without quantization tables', without(0xdb), /tables/],
  ['without a frame', without(0xc0), /damaged/],
  ['with zeros in place of a segment', Buffer.from(whole).fill(0, 2, 30), /damaged/],
  ['of no height', makeJpeg({ levels: [90], height: 0 }), /8 × 0/],
  ['of more pixels than any page has', makeJpegHead(65_000, 65_000), /65000 × 65000/],
  ['with 12 bits a sample', makeJpeg({ levels: [90], frame: 0xc1, bits: 12 }), /12 bits/],
  ['without loss', makeJpeg({ levels: [90], frame: 0xc3 }), /lossless/],
  ['with arithmetic coding', makeJpeg({ levels: [90], frame: 0xc9 }), /arithmetic/],
  ['of two colours', makeJpeg({ levels: [90, 90] }), /2 colours/],
] as const)
  test(`reports a JPEG ${what}`, async () => {
    const { printed, all, found } = await printPicture(bytes)
    assert.is(printed, undefined)
    assert.equal(found, ['image-invalid'])
    assert.match(all[0]?.message ?? '', message)
  })

function withThumbnail(): Buffer {
  const thumbnail = jpegSegment(APP1, Buffer.concat([Buffer.from('Exif\0\0'), makeJpeg({ levels: [9] })]))
  return Buffer.concat([whole.subarray(0, 2), thumbnail, whole.subarray(2, -20)])
}

function makeJpegHead(width: number, height: number): Buffer {
  const bytes = makeJpeg({ levels: [90] })
  const frame = bytes.indexOf(Buffer.from([0xff, 0xc0]))
  bytes.writeUInt16BE(height, frame + 5)
  bytes.writeUInt16BE(width, frame + 7)
  return bytes
}

test.run()
