import { test } from 'uvu'
import * as assert from 'uvu/assert'
import { readPicture } from '../../../src/typeset/pictures/read-picture.js'
import * as b from '../../typeset/build-document.js'
import { exifSegment, makeJpeg, makePng, pngChunk } from '../../typeset/pictures.js'
import { type DocxParts, elements, partsOfBlocks, printBlocks } from './read-docx.js'

const withPicture = (file: string, bytes: Uint8Array) => ({ images: new Map([[file, bytes]]) })
const mediaOf = (docx: DocxParts): Uint8Array[] =>
  Object.keys(docx.files)
    .filter(path => path.startsWith('word/media/'))
    .map(path => docx.files[path] ?? new Uint8Array())
const blue = { width: 4, height: 2, bits: 8, colourType: 2, pixel: () => [0, 0, 200] }

test('a PNG is kept with its pixels, and without what it says of who made it', async () => {
  const plain = makePng(blue)
  const end = plain.length - 12
  const said = pngChunk('tEXt', Buffer.from('Author\0Secret'))
  const bytes = Buffer.concat([plain.subarray(0, end), said, plain.subarray(end)])
  const [only] = mediaOf(await partsOfBlocks([b.figure('a.png', 1)], withPicture('a.png', bytes)))
  assert.ok(Buffer.from(only ?? []).equals(plain))
})

test('a photograph is kept as it is, and without where it was taken', async () => {
  const bytes = makeJpeg({
    levels: [120, 128, 128],
    segments: [[0xe1, Buffer.from('Exif\0\0MM\0*\0\0\0\x08\0\0Secret')]],
  })
  const [only] = mediaOf(await partsOfBlocks([b.figure('a.jpg', 1)], withPicture('a.jpg', bytes)))
  assert.is(only?.[0], 0xff)
  assert.not.match(Buffer.from(only ?? []).toString('latin1'), 'Secret')
})

test('a photograph that lies on its side is turned upright', async () => {
  const bytes = makeJpeg({
    levels: [120, 128, 128],
    width: 16,
    height: 8,
    segments: [[0xe1, exifSegment(6)]],
  })
  const docx = await partsOfBlocks([b.figure('a.jpg', 1)], withPicture('a.jpg', bytes))
  const picture = readPicture(mediaOf(docx)[0] ?? new Uint8Array(), { fonts: new Map(), families: [] })
  assert.equal('width' in picture && [picture.width, picture.height], [8, 16])
  const extent = elements(docx.document, 'wp:extent')[0]?.attributes
  assert.is(Number(extent?.get('cy')), 2 * Number(extent?.get('cx')))
})

test('a drawing becomes a picture', async () => {
  const svg =
    '<svg xmlns="http://www.w3.org/2000/svg" viewBox="0 0 40 20"><!-- Secret --><rect width="40" height="20" fill="#00f"/></svg>'
  const media = mediaOf(await partsOfBlocks([b.figure('a.svg', 1)], withPicture('a.svg', Buffer.from(svg))))
  assert.equal(
    media.map(bytes => bytes[0]),
    [0x89],
  )
})

test('a JPEG in the colours of print is found where it is named, as Word cannot hold it', async () => {
  const { docx, all } = await printBlocks(
    [b.figure('a.jpg', 1)],
    withPicture('a.jpg', makeJpeg({ levels: [1, 2, 3, 4] })),
  )
  assert.is(docx, undefined)
  assert.equal(
    all.map(({ code, place }) => [code, place]),
    [['picture-not-in-word', b.nowhere]],
  )
})

test.run()
