import { parseDocument } from 'htmlparser2'
import { test } from 'uvu'
import * as assert from 'uvu/assert'
import { present } from '../../../src/diagnostics/index.js'
import { drawDiagramForTwin, drawingToSvg, escapeMarkup } from '../../../src/export/pictures/index.js'
import type { Drawing } from '../../../src/figures/index.js'
import type { Diagram } from '../../../src/markup/index.js'
import { wordsIn } from '../../figures/sketch.js'
import { actorMap, stakesMatrix, timeline } from '../../typeset/build-document.js'
import { styleOf } from '../../typeset/workspace.js'

const settings = styleOf()
const OPTIONS = { label: 'What it shows', lang: 'en', direction: 'ltr' } as const
const drawing: Drawing = {
  width: 100,
  height: 40.123,
  shapes: [
    { kind: 'rectangle', x: 0, y: 1, width: 20, height: 10.005, fill: '#eef2f7' },
    {
      kind: 'path',
      points: [
        { x: 0, y: 0 },
        { x: 5, y: 5 },
      ],
      closed: false,
      stroke: { colour: '#1d3c63', width: 0.8, dash: { length: 2, space: 1 } },
    },
    {
      kind: 'circle',
      centre: { x: 7, y: 8 },
      radius: 3,
      fill: '#ffffff',
      stroke: { colour: '#54595f', width: 1 },
    },
    {
      kind: 'text',
      text: 'Fish & "chips" <b>',
      x: 10,
      y: 20,
      width: 60,
      face: { size: 8, bold: true },
      colour: '#1a1a1a',
    },
  ],
}

test('a drawing is one element, described for those who cannot see it', () => {
  const svg = drawingToSvg(drawing, {
    ...OPTIONS,
    label: 'Say "<no>"',
    families: ["Bob's Sans", 'sans-serif'],
  })
  assert.match(
    svg,
    /^<svg xmlns="http:\/\/www\.w3\.org\/2000\/svg" viewBox="0 0 100 40\.12" width="100" height="40\.12" role="img"/,
  )
  assert.match(svg, 'aria-label="Say &quot;&lt;no&gt;&quot;" lang="en" xml:lang="en" direction="ltr"')
  assert.match(svg, `font-family="'Bobs Sans', 'sans-serif'"`)
})

test('each shape is drawn where it is, in its colours', () => {
  const svg = drawingToSvg(drawing, OPTIONS)
  assert.match(svg, '<rect x="0" y="1" width="20" height="10.01" fill="#eef2f7"/>')
  assert.match(
    svg,
    '<path d="M0 0L5 5" fill="none" stroke="#1d3c63" stroke-width="0.8" stroke-dasharray="2 1"/>',
  )
  assert.match(svg, '<circle cx="7" cy="8" r="3" fill="#ffffff" stroke="#54595f" stroke-width="1"/>')
})

test('words are text as wide as they were measured, and no markup', () => {
  const svg = drawingToSvg(drawing, OPTIONS)
  assert.match(
    svg,
    '<text x="10" y="20" font-size="8" font-weight="bold" textLength="60" lengthAdjust="spacingAndGlyphs" fill="#1a1a1a">Fish &amp; &quot;chips&quot; &lt;b&gt;</text>',
  )
})

test('colours are painted as the page that holds the figure asks for', () => {
  const svg = drawingToSvg(drawing, {
    ...OPTIONS,
    paint: (property, colour) => `data-${property}="${colour.slice(1)}"`,
  })
  assert.match(svg, 'data-fill="eef2f7"')
  assert.match(svg, 'data-stroke="1d3c63"')
  assert.not.match(svg, '#')
})

test('where words run from right to left, they begin at their right edge', () => {
  assert.match(drawingToSvg(drawing, { ...OPTIONS, lang: 'ar', direction: 'rtl' }), '<text x="70"')
})

test('what markup cannot say is left out', () => {
  assert.is(escapeMarkup('a\u0000b\u001B\uD800c\n\uFFFFd😀'), 'abc\nd😀')
})

for (const [name, make] of Object.entries({ timeline, actorMap, stakesMatrix }))
  test(`the ${name} is drawn anew for a narrow column, in type of the same size`, () => {
    const block = make(wordsIn('en')) as Diagram
    const [wide, narrow] = [420, 190].map(width =>
      present(drawDiagramForTwin(block, settings, width), 'a drawing'),
    )
    assert.is(wide?.width, 420)
    assert.is(narrow?.width, 190)
    const sizes = (made = drawing) =>
      made.shapes.flatMap(shape => (shape.kind === 'text' ? [shape.face.size] : []))
    assert.equal(Math.min(...sizes(narrow)), Math.min(...sizes(wide)))
    for (const shape of narrow?.shapes ?? [])
      if (shape.kind === 'text') assert.ok(shape.x >= -0.01 && shape.x + shape.width <= 190.01, shape.text)
  })

test('in Arabic a figure is the mirror image', () => {
  const block = timeline(wordsIn('en')) as Diagram
  const left = present(drawDiagramForTwin(block, settings, 420), 'a drawing')
  const arabic = { ...block, words: { ...block.words, lang: 'ar' } }
  const right = present(drawDiagramForTwin(arabic, settings, 420), 'a drawing')
  const firstCircle = (made: Drawing) => made.shapes.find(shape => shape.kind === 'circle')
  const [one, other] = [firstCircle(left), firstCircle(right)]
  assert.ok(one?.kind === 'circle' && other?.kind === 'circle')
  if (one?.kind === 'circle' && other?.kind === 'circle')
    assert.ok(Math.abs(one.centre.x - (420 - other.centre.x)) < 25)
})

test('a whole figure is well-formed', () => {
  const block = stakesMatrix(wordsIn('en')) as Diagram
  const svg = drawingToSvg(present(drawDiagramForTwin(block, settings, 300), 'a drawing'), OPTIONS)
  const { children } = parseDocument(svg, { xmlMode: true })
  assert.is(children.length, 1)
})

test.run()
