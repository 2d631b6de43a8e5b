import { test } from 'uvu'
import * as assert from 'uvu/assert'
import { isPictureFault } from '../../../src/typeset/pictures/picture.js'
import { readPicture } from '../../support/pictures.js'
import { makeJpeg, makePng } from '../pictures.js'

for (const [beginning, what] of [
  ['GIF89a\x01\0\x01\0', 'a GIF'],
  ['RIFF\x24\0\0\0WEBPVP8 ', 'a WebP picture'],
  ['II*\0\x08\0\0\0', 'a TIFF picture'],
  ['MM\0*\0\0\0\x08', 'a TIFF picture'],
  ['BM\x46\0\0\0\0\0\0\0', 'a BMP picture'],
  ['\0\0\0\x1cftypavif', 'an AVIF picture'],
  ['\0\0\0\x18ftypheic', 'a HEIC picture'],
  ['\xff\x0a\xff', 'a JPEG XL picture'],
  ['\0\0\0\x0cjP  \r\n', 'a JPEG 2000 picture'],
  ['%PDF-1.7', 'a PDF'],
  ['8BPS\0\x01', 'a Photoshop document'],
  ['<svg xmlns="http://www.w3.org/2000/svg">', 'an SVG drawing in which `<svg>` is not closed (line 1)'],
  [
    '<?xml version="1.0"?>\n<!-- made by hand -->\n<svg>',
    'an SVG drawing in which `<svg>` is not closed (line 3)',
  ],
  [
    'version https://git-lfs.github.com/spec/v1\noid sha256:0',
    'a pointer of Git LFS, in the place of a picture',
  ],
  ['<!DOCTYPE html><html><head>', 'a web page'],
  ['', 'an empty file'],
  ['no picture', 'not a picture that can be read'],
  ['<p>svg</p>', 'not a picture that can be read'],
] as const)
  test(`names a file for what it is: ${what}`, () => {
    const picture = readPicture(Buffer.from(beginning, 'latin1'))
    assert.ok(isPictureFault(picture))
    assert.is(picture.what, what)
  })

test('takes PNGs and JPEGs for what they are, and reads each once', () => {
  const bytes = makePng({ width: 3, height: 2, bits: 8, colourType: 0, pixel: () => [0] })
  const picture = readPicture(bytes)
  assert.not.ok(isPictureFault(picture))
  assert.is(readPicture(bytes), picture)
  assert.not.ok(isPictureFault(readPicture(makeJpeg({ levels: [0] }))))
})

test.run()
