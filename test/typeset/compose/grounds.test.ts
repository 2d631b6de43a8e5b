import { test } from 'uvu'
import * as assert from 'uvu/assert'
import { Findings } from '../../../src/diagnostics/index.js'
import type { Block } from '../../../src/markup/index.js'
import { composePages } from '../../../src/typeset/compose-pages.js'
import type { LayoutNode } from '../../../src/typeset/nodes/layout-nodes.js'
import { layOut } from '../../../src/typeset/typeset.js'
import * as b from '../build-document.js'
import { styleOf } from '../workspace.js'

const ASSETS = { read: () => undefined }

/** The colours of the grounds that boxes of a document draw, the outer before the inner. */
function groundsOf(...blocks: Block[]): string[] {
  const fillsIn = (node: LayoutNode): string[] =>
    node.kind === 'stack'
      ? [...(node.frame?.fill === undefined ? [] : [node.frame.fill]), ...node.stack.flatMap(fillsIn)]
      : []
  return composePages(b.document(blocks), styleOf(), ASSETS).parts.flatMap(({ content }) => fillsIn(content))
}

test('a box as white as the paper draws no ground, which would cover what stands across the page', () => {
  assert.equal(groundsOf(b.aside('recommendation', b.p('x'))), [])
  assert.equal(groundsOf(b.aside('card', b.aside('recommendation', b.p('x')))), [])
  const { colours } = styleOf().theme
  assert.equal(groundsOf(b.aside('note', b.p('x'))), [colours.tint])
  assert.equal(groundsOf(b.aside('note', b.aside('recommendation', b.p('x')))), [colours.tint, colours.paper])
})

test('its words stand where they would with a ground', () => {
  const linesOf = (paper: string) => {
    const style = styleOf()
    const theme = { ...style.theme, colours: { ...style.theme.colours, paper } }
    const { report } = new Findings()
    const laidOut = layOut(
      b.document([b.aside('recommendation', b.p('x'))]),
      { ...style, theme },
      ASSETS,
      report,
    )
    return laidOut?.asData().pages.map(({ lines }) => lines.map(({ x, y }) => [x, y]))
  }
  assert.equal(linesOf('#ffffff'), linesOf('#fffffe'))
})

test.run()
