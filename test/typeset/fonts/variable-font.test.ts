import { test } from 'uvu'
import * as assert from 'uvu/assert'
import { Face } from '../../../src/typeset/fonts/face.js'
import { readSfntTables } from '../../../src/typeset/fonts/sfnt.js'
import { instanceFor } from '../../../src/typeset/fonts/variable-font.js'
import { BOX_GROWTH, BOX_WIDTH, tinyTtf } from '../../support/tiny-ttf.js'

type Axes = Readonly<Record<string, readonly [number, number, number]>>
const font = (axes: Axes) => tinyTtf({ characters: ' A', blank: ' ', axes })
const opened = (bytes: Uint8Array, bold = false, italics = false) => {
  const face = Face.open(bytes, 'a.ttf', { bold, italics })
  if (typeof face === 'string') throw new Error(face)
  return face
}
const widthOf = (face: Face) => face.metrics.boundingBox[2] - face.metrics.boundingBox[0]

test('sets a variable font in the weights of regular and bold, and not in that of its default', () => {
  const bytes = font({ wght: [100, 100, 900] })
  const [regular, bold] = [opened(bytes), opened(bytes, true)]
  assert.equal([regular.metrics.weight, bold.metrics.weight], [400, 700])
  assert.equal(
    [widthOf(regular), widthOf(bold)],
    [BOX_WIDTH + (BOX_GROWTH * 300) / 800, BOX_WIDTH + (BOX_GROWTH * 600) / 800],
  )
  assert.equal(
    [regular.metrics.postScriptName, bold.metrics.postScriptName],
    ['TinyTest-Thin_400wght', 'TinyTest-Thin_700wght'],
  )
  for (const face of [regular, bold])
    assert.not.ok((readSfntTables(face.bytes) as Map<string, unknown>).has('fvar'))
})

test('takes the nearest value that an axis has, italics from one for them, and defaults elsewhere', () => {
  const at = (axes: Axes, bold: boolean, italics: boolean) => {
    const tables = readSfntTables(font(axes))
    return typeof tables === 'string' ? [] : [...instanceFor(tables, { bold, italics }).axes]
  }
  assert.equal(at({ wght: [500, 500, 600] }, false, false), [['wght', 500]])
  assert.equal(at({ wght: [500, 500, 600] }, true, false), [['wght', 600]])
  assert.equal(at({ wdth: [75, 100, 125] }, true, true), [['wdth', 100]])
  const axes: Axes = { ital: [0, 0, 1], slnt: [-10, 0, 0], wght: [400, 400, 700] }
  assert.equal(at(axes, false, true), [
    ['ital', 1],
    ['slnt', 0],
    ['wght', 400],
  ])
  assert.equal(at({ slnt: [-10, 0, 0] }, false, true), [['slnt', -10]])
  assert.equal(at({ slnt: [-20, 0, 0] }, false, true), [['slnt', -12]])
  assert.equal(at({ slnt: [-20, 0, 0] }, false, false), [['slnt', 0]])
})

test('takes no variable font of which no static one may be made, or can be', () => {
  const bytes = tinyTtf({ characters: 'A', axes: { wght: [100, 100, 900] }, fsType: 0x0100 })
  assert.match(Face.open(bytes) as string, /variable font whose licence/)
})

test.run()
