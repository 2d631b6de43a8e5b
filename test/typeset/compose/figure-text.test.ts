import { test } from 'uvu'
import * as assert from 'uvu/assert'
import type { ComposeContext } from '../../../src/typeset/compose/context.js'
import { indexDocument } from '../../../src/typeset/compose/document-index.js'
import { FigureTextSetter } from '../../../src/typeset/compose/figure-text.js'
import { InlineComposer } from '../../../src/typeset/compose/inlines.js'
import { TypesetSession } from '../../../src/typeset/lines/typeset-session.js'
import { StructureElement } from '../../../src/typeset/nodes/structure-element.js'
import { FontFallback } from '../../../src/typeset/text/font-fallback.js'
import type { TextSettings } from '../../../src/typeset/theme/style-settings.js'
import { StyleSheet } from '../../../src/typeset/theme/style-sheet.js'
import { nowhere } from '../build-document.js'
import { fonts, themeNamed } from '../workspace.js'

const TAG = new StructureElement('Figure', nowhere)

function typeIn(lang: string, look: TextSettings = {}): FigureTextSetter {
  const theme = themeNamed('default')
  const figure = { ...theme.styles.figure, ...look }
  const sheet = new StyleSheet({ ...theme, styles: { ...theme.styles, figure } }, 10)
  const glyphs = new FontFallback(fonts, sheet.families, () => assert.unreachable())
  const inlines = new InlineComposer(sheet, glyphs, lang, indexDocument({ blocks: [] }))
  const context: Pick<ComposeContext, 'sheet' | 'inlines' | 'session' | 'textStyle' | 'lang'> = {
    ...{ sheet, inlines, session: new TypesetSession(fonts), lang },
    textStyle: sheet.baseTextStyle,
  }
  return new FigureTextSetter(context as ComposeContext, nowhere)
}

const TEXTS = [
  'Order signed',
  'AVAST Tölzer',
  'Ἀθῆναι',
  'נמל חיפה',
  'ميناء حيفا',
  'Σ 24–25 % (MoT) of נמל',
  'a  b',
]

for (const [where, type] of [
  ['a document from left to right', typeIn('en')],
  ['a document from right to left', typeIn('he')],
  ['a theme that spaces capitals', typeIn('en', { caps: true, tracking: 0.05 })],
  ['a theme of another family', typeIn('en', { family: 'body' })],
] as const)
  test(`words are as wide as they are measured, in ${where}`, () => {
    for (const text of TEXTS)
      for (const face of [
        { size: type.size, bold: true },
        { size: type.small, bold: false },
      ]) {
        const width = type.widthOf(text, face)
        const [line] = type.line(
          {
            ...{ kind: 'text', x: 3, y: 20 },
            text,
            width,
            face,
            colour: '#000000',
          },
          TAG,
        )
        assert.ok(
          line && Math.abs(line.line.width - width) < 0.05,
          `${text}: ${line?.line.width}, not ${width}`,
        )
      }
  })

test('a line stands with its baseline where it is put', () => {
  const type = typeIn('en')
  const face = { size: 8, bold: false }
  const [line] = type.line(
    {
      kind: 'text',
      text: 'Order',
      x: 3,
      y: 20,
      width: 9,
      face,
      colour: '#000000',
    },
    TAG,
  )
  assert.is(line?.x, 3)
  assert.is((line?.y ?? 0) + (line?.line.ascent ?? 0), 20)
})

test('type has the sizes of the theme, none below its smallest, and leaves room for its letters', () => {
  const { size, small, leading, ascent, descent } = typeIn('en')
  const { figure } = themeNamed('default').styles
  assert.equal(
    [size, small],
    [10 * (figure.size ?? 0), 10 * figure.small].map(points => Math.max(points, 8)),
  )
  assert.ok(Math.abs(ascent + descent - 1) < 1e-9 && leading >= 1)
})

test.run()
