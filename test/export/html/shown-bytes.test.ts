import { test } from 'uvu'
import * as assert from 'uvu/assert'
import { present } from '../../../src/diagnostics/index.js'
import { readPicture } from '../../../src/typeset/pictures/read-picture.js'
import * as b from '../../typeset/build-document.js'
import { exifSegment, makeJpeg, png, pngChunk } from '../../typeset/pictures.js'
import { fonts } from '../../typeset/workspace.js'
import { printPage, select } from './support.js'

/** The picture of a page, as it is in its file. */
async function shown(file: string, bytes: Uint8Array): Promise<{ type: string; data: Buffer }> {
  const page = await printPage([b.h(1, 'T'), b.figure(file, 1)], { images: new Map([[file, bytes]]) })
  const [, type = '', data = ''] =
    /^data:([^;]+);base64,(.*)$/.exec(select(page, 'img')[0]?.attribs.src ?? '') ?? []
  return { type, data: Buffer.from(data, 'base64') }
}

const SECRET = 'taken by Ann at 52 north'

test('a PNG loses its texts', async () => {
  const plain = Buffer.from(png(16, 90))
  const told = pngChunk('tEXt', Buffer.from(`Comment\0${SECRET}`))
  const at = plain.indexOf('IDAT') - 4
  const { type, data } = await shown(
    'a.png',
    Buffer.concat([plain.subarray(0, at), told, plain.subarray(at)]),
  )
  assert.is(type, 'image/png')
  assert.equal(data, plain)
})

for (const orientation of [1, 6])
  test(`a JPEG of orientation ${orientation} loses what its camera says, and is still turned`, async () => {
    const segments = [
      [0xe1, exifSegment(orientation)],
      [0xfe, Buffer.from(SECRET)],
    ] as const
    const given = makeJpeg({ levels: [90, 128, 128], width: 16, height: 8, segments })
    assert.ok(given.includes(SECRET))
    const { type, data } = await shown('a.jpg', given)
    assert.is(type, 'image/jpeg')
    assert.not.ok(data.includes(SECRET))
    const read = present(readPicture(data, { fonts, families: [] }), 'picture')
    assert.ok('orientation' in read && read.orientation === orientation)
  })

test('a drawing loses its comments and its metadata', async () => {
  const svg = `<svg xmlns="http://www.w3.org/2000/svg" width="10" height="10"><!-- ${SECRET} --><metadata>${SECRET}</metadata><rect width="10" height="10"/></svg>`
  const { type, data } = await shown('a.svg', Buffer.from(svg))
  assert.is(type, 'image/svg+xml')
  assert.is(
    data.toString(),
    '<svg xmlns="http://www.w3.org/2000/svg" width="10" height="10"><rect width="10" height="10"/></svg>',
  )
})

test.run()
