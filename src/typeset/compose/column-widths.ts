import { type Place, present } from '../../diagnostics/index.js'
import { hyphenateUnit } from '../lines/break-lines.js'
import { breakUnits } from '../lines/break-units.js'
import type { TypesetSession } from '../lines/typeset-session.js'
import { type ColumnsNode, isColumns, isParagraph, isStack, type LayoutNode } from '../nodes/layout-nodes.js'
import type { Word } from '../nodes/word.js'

/** A piece of a paragraph that no line breaks. */
export interface UnbreakableText {
  readonly text: string
  readonly width: number
  readonly place: Place | undefined
}

/** Finds the unbreakable pieces of words in a row, the first of them `left` points from the edge. */
type UnbreakableSplitter = (words: readonly Word[], left: number) => UnbreakableText[]

/** The widest piece of each column, of as many columns as the first row has cells. */
export function widestByColumn(
  rows: readonly LayoutNode[][],
  session: TypesetSession,
  pieces: UnbreakableSplitter,
): UnbreakableText[] {
  const widest: UnbreakableText[] = (rows[0] ?? []).map(() => ({ text: '', width: 0, place: undefined }))
  for (const row of rows)
    row.forEach((node, column) => {
      if ((node as { colSpan?: number }).colSpan) return
      for (const word of unbreakablesIn(node, session, 0, pieces)) {
        const known = widest[column]
        if (known && word.width > known.width) widest[column] = word
      }
    })
  return widest
}

/** Every unbreakable piece in a node, its width counted from the left edge of the node. */
function unbreakablesIn(
  node: LayoutNode,
  session: TypesetSession,
  indent: number,
  pieces: UnbreakableSplitter,
): UnbreakableText[] {
  const left = indent + (node.margin?.[0] ?? 0)
  if (isParagraph(node)) return pieces(node.text.length > 0 ? session.wordsOf(node) : [], left)
  if (isStack(node)) {
    const [before, , after] = node.frame?.padding ?? [0, 0, 0, 0]
    return node.stack.flatMap(child => unbreakablesIn(child, session, left + before + after, pieces))
  }
  return isColumns(node) ? [widestInColumns(node, session, left, pieces)] : []
}

/** Columns are as wide as the one that needs most of its share makes them. */
function widestInColumns(
  node: ColumnsNode,
  session: TypesetSession,
  left: number,
  pieces: UnbreakableSplitter,
): UnbreakableText {
  const set = node.columns.reduce((sum, column) => sum + widthOf(column), 0)
  const gaps = node.columnGap * (node.columns.length - 1)
  return node.columns
    .flatMap(column =>
      unbreakablesIn(column, session, 0, pieces).map(word => ({ ...word, share: widthOf(column) / set })),
    )
    .map(({ text, width, place, share }) => ({ text, width: left + gaps + width / share, place }))
    .reduce((worse, word) => (word.width > worse.width ? word : worse), {
      text: '',
      width: 0,
      place: undefined,
    })
}

const widthOf = (column: ColumnsNode['columns'][number]): number => present(column.width, 'width of a column')

/** Words as they are broken into lines. */
export function unhyphenatedTexts(words: readonly Word[], left: number): UnbreakableText[] {
  const joined: UnbreakableText[] = []
  let open: UnbreakableText | undefined
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
export function hyphenatedTexts(words: readonly Word[], left: number): UnbreakableText[] {
  return breakUnits(words)
    .flatMap(hyphenateUnit)
    .map(({ words, widthAtLineEnd }) => ({
      text: words.map(word => word.text).join(''),
      width: left + widthAtLineEnd,
      place: words[0]?.place,
    }))
}
