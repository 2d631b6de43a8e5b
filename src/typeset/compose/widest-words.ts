import type { Place } from '../../diagnostics/index.js'
import type { Fonts } from '../fonts/open-fonts.js'
import { partsOfUnit } from '../layout/lines.js'
import { wordsOf } from '../layout/measure.js'
import { type ColumnsNode, isColumns, isLeaf, isStack, type LayoutNode } from '../layout/nodes.js'
import { unitsOf } from '../layout/units.js'
import type { Word } from '../layout/word.js'

/** A piece of a paragraph that no line breaks. */
export interface WideWord {
  readonly text: string
  readonly width: number
  readonly place: Place | undefined
}

/** Finds the unbreakable pieces of words in a row, the first of them `left` points from the edge. */
type Pieces = (words: readonly Word[], left: number) => WideWord[]

/** The widest piece of each column, of as many columns as the first row has cells. */
export function widestWords(rows: readonly LayoutNode[][], fonts: Fonts, pieces: Pieces): WideWord[] {
  const widest: WideWord[] = (rows[0] ?? []).map(() => ({ text: '', width: 0, place: undefined }))
  for (const row of rows)
    row.forEach((node, column) => {
      if ((node as { colSpan?: number }).colSpan) return
      for (const word of wordsIn(node, fonts, 0, pieces)) {
        const known = widest[column]
        if (known && word.width > known.width) widest[column] = word
      }
    })
  return widest
}

/** Every unbreakable piece in a node, its width counted from the left edge of the node. */
function wordsIn(node: LayoutNode, fonts: Fonts, indent: number, pieces: Pieces): WideWord[] {
  const left = indent + (node.margin?.[0] ?? 0)
  if (isLeaf(node)) return pieces(node.text.length > 0 ? wordsOf(node, fonts) : [], left)
  if (isStack(node)) {
    const [before, , after] = node.frame?.padding ?? [0, 0, 0, 0]
    return node.stack.flatMap(child => wordsIn(child, fonts, left + before + after, pieces))
  }
  return isColumns(node) ? [widestInColumns(node, fonts, left, pieces)] : []
}

/** Columns are as wide as the one that needs most of its share makes them. */
function widestInColumns(node: ColumnsNode, fonts: Fonts, left: number, pieces: Pieces): WideWord {
  const set = node.columns.reduce((sum, column) => sum + (column.width ?? 0), 0)
  const gaps = node.columnGap * (node.columns.length - 1)
  return node.columns
    .flatMap(column =>
      wordsIn(column, fonts, 0, pieces).map(word => ({ ...word, share: (column.width ?? 0) / set })),
    )
    .map(({ text, width, place, share }) => ({ text, width: left + gaps + width / share, place }))
    .reduce((worse, word) => (word.width > worse.width ? word : worse), {
      text: '',
      width: 0,
      place: undefined,
    })
}

/** Words as they are broken into lines. */
export function joinedWords(words: readonly Word[], left: number): WideWord[] {
  const joined: WideWord[] = []
  let open: WideWord | undefined
  for (const word of words) {
    const text: string = (open?.text ?? '') + word.text
    const width: number = (open?.width ?? left) + word.width
    if (word.noNewLine) open = { text, width, place: open?.place ?? word.place }
    else {
      joined.push({ text, width: width - word.trailingCut, place: open?.place ?? word.place })
      open = undefined
    }
  }
  return joined
}

/** The parts into which words are hyphenated where they are wider than their column can be. */
export function partsOfWords(words: readonly Word[], left: number): WideWord[] {
  return unitsOf(words)
    .flatMap(partsOfUnit)
    .map(({ words, bare }) => ({
      text: words.map(word => word.text).join(''),
      width: left + bare,
      place: words[0]?.place,
    }))
}
