import { test } from 'uvu'
import * as assert from 'uvu/assert'
import { writeVector } from '../../../src/typeset/draw/write-vector.js'
import { GraphicsState } from '../../../src/typeset/file/graphics-state.js'
import type { PdfFile } from '../../../src/typeset/file/pdf-file.js'
import type { PdfmakeVector } from '../../../src/typeset/nodes/pdfmake-classes.js'

/** The operators that one vector after another is written with, each as one piece of content. */
function written(...vectors: readonly PdfmakeVector[]): string[] {
  const pieces: string[] = []
  const document = { page: {}, addContent: (piece: string) => pieces.push(piece) }
  const graphicsState = new GraphicsState()
  for (const vector of vectors) writeVector({ ...document, graphicsState } as unknown as PdfFile, vector)
  return pieces.map(piece => piece.replaceAll('\n', ' '))
}

const rect = { type: 'rect', x: 1, y: 2, w: 3, h: 4 } as const

test('is filled, stroked, or both, and in black if nothing is said', () => {
  assert.equal(
    written(
      { ...rect, color: '#ff0000', lineWidth: 0 },
      { ...rect, lineColor: '#00ff00', lineWidth: 2 },
      { ...rect, color: '#0000ff', lineColor: '#00ff00' },
      rect,
    ),
    [
      '1 0 0 rg 1 2 3 4 re f',
      '0 1 0 RG 2 w 1 2 3 4 re S',
      '0 0 1 rg 0 1 0 RG 1 w 1 2 3 4 re B',
      '0 0 0 RG 1 w 1 2 3 4 re S',
    ],
  )
})

test('a colour that is there already is not asked for again', () => {
  const filled = { ...rect, color: '#ff0000', lineWidth: 0 }
  assert.equal(written(filled, filled), ['1 0 0 rg 1 2 3 4 re f', '1 2 3 4 re f'])
})

test('lines go from point to point, and back to the first where they are closed', () => {
  const points = [
    { x: 0, y: 0 },
    { x: 5, y: 0.12345 },
  ]
  assert.equal(
    written(
      { type: 'line', x1: 1, y1: 2, x2: 3, y2: 4 },
      { type: 'polyline', points },
      { type: 'polyline', points, closePath: true },
    ),
    ['0 0 0 RG 1 w 1 2 m 3 4 l S', '0 0 0 RG 1 w 0 0 m 5 0.123 l S', '0 0 0 RG 1 w 0 0 m 5 0.123 l h S'],
  )
})

test('dashes end with the vector', () => {
  assert.equal(written({ type: 'line', x1: 0, y1: 0, x2: 9, y2: 0, dash: { length: 0.5, space: 3 } }), [
    '0 0 0 RG 1 w [0.5 3] 0 d 0 0 m 9 0 l S [] 0 d',
  ])
})

test('an ellipse is four curves through its quarters', () => {
  const [ellipse = ''] = written({
    type: 'ellipse',
    x: 10,
    y: 20,
    r1: 2,
    r2: 3,
    color: '#000000',
    lineWidth: 0,
  })
  assert.match(ellipse, /^0 0 0 rg 12 20 m /)
  const ends = [...ellipse.matchAll(/(\S+ \S+) c/g)].map(([, end]) => end)
  assert.equal(ends, ['10 23', '8 20', '10 17', '12 20'])
  assert.match(ellipse, / h f$/)
})

test.run()
