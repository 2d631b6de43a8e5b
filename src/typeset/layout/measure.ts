import type { Face } from '../fonts/face.js'
import { type Fonts, faceFor } from '../fonts/open-fonts.js'
import type { Shaped } from '../fonts/shaped.js'
import type { PDFDocument } from '../pdfmake-classes.js'
import type { Leaf, Run, Stack, Word } from './nodes.js'
import { DocMeasure, StyleContextStack, TextBreaker } from './pdfmake.js'

const SOFT_HYPHEN = '\u00AD'
/** Places to break, or not to, that print nothing: zero-width space, word joiner. */
const INVISIBLE = /[\u200B\u2060]/g

/** Measures runs as they are, where pdfmake would look every property up in a stack of styles for every word. */
export class Measure extends DocMeasure {
  readonly #fonts: Fonts

  constructor(document: PDFDocument, fonts: Fonts) {
    super(document, {}, {}, null, {})
    this.#fonts = fonts
  }

  override measureLeaf(leaf: Leaf): Leaf {
    const words = measureRuns(leaf.text, this.#fonts)
    return Object.assign(leaf, {
      _inlines: words,
      _minWidth: words.reduce((width, word) => Math.max(width, word.width - word.trailingCut), 0),
      _maxWidth: words.reduce((width, word) => width + word.width, 0),
    })
  }

  override measureVerticalContainer(stack: Stack): Stack {
    if (stack.marker) stack.marker._inlines = measureRuns(stack.marker.runs, this.#fonts)
    return super.measureVerticalContainer(stack)
  }
}

const noStyles = new StyleContextStack({}, {})

/** Breaks runs into the pieces between which a line may end (Unicode Standard Annex 14), and measures each. */
export function measureRuns(runs: readonly Run[], fonts: Fonts): Word[] {
  let previous = ''
  return new TextBreaker().getBreaks(runs, noStyles).map(piece => {
    const font = faceOf(piece, fonts)
    const text = piece.text.replace(INVISIBLE, '')
    const width = widthOf(text, piece, font)
    const bare = text.trimEnd() === text || text.endsWith('\u00A0') ? text : text.replace(/ +$/, '')
    const first = piece.anchors.join() !== previous
    previous = piece.anchors.join()
    return {
      ...piece,
      text,
      width,
      height: piece.leading,
      font,
      fontSize: piece.size,
      alignment: piece.align,
      anchors: first ? piece.anchors : [],
      leadingCut: 0,
      trailingCut: width - widthOf(bare, piece, font),
    }
  })
}

/** The width of a word in points; a soft hyphen at its end has none, as it prints only at the end of a line. */
export function widthOf(text: string, run: Run, font: Face): number {
  const { width, letters } = shapeRun(text.endsWith(SOFT_HYPHEN) ? text.slice(0, -1) : text, run, font)
  return (width / 1000) * run.size + run.tracking * letters
}

/** The glyphs of a word of a run. */
export function shapeRun(text: string, run: Pick<Run, 'lang' | 'level' | 'tracking'>, font: Face): Shaped {
  return font.shape(text, {
    lang: run.lang,
    rightToLeft: run.level % 2 === 1,
    apart: run.tracking !== 0,
  })
}

function faceOf(run: Run, fonts: Fonts): Face {
  const face = faceFor(fonts, run)
  if (!face) throw new Error(`family ${run.family} was not checked before layout`)
  return face
}
