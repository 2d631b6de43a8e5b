import type { Place } from '../../diagnostics/index.js'
import { hyphenateUnit, unbrokenLines } from '../lines/break-lines.js'
import { breakUnits } from '../lines/break-units.js'
import type { TypesetSession } from '../lines/typeset-session.js'
import type { ColumnsNode, LayoutNode, TableRowNode } from '../nodes/layout-nodes.js'
import type { Word } from '../nodes/word.js'

/** A piece of a paragraph that no line breaks. */
export interface UnbreakableText {
  readonly text: string
  readonly width: number
  readonly place: Place | undefined
}

/** Finds the unbreakable pieces of words in a row, the first of them `left` points from the edge. */
type UnbreakableSplitter = (words: readonly Word[], left: number) => UnbreakableText[]

/** The widest piece of each of `count` columns, in the cells of one column. */
export function widestByColumn(
  rows: readonly TableRowNode[],
  count: number,
  session: TypesetSession,
  pieces: UnbreakableSplitter,
): UnbreakableText[] {
  const widest: UnbreakableText[] = Array.from({ length: count }, () => ({
    text: '',
    width: 0,
    place: undefined,
  }))
  for (const row of rows)
    for (const { node, column, columnSpan } of row) {
      if (columnSpan > 1) continue
      for (const word of unbreakablesIn(node, session, 0, pieces)) {
        const known = widest[column]
        if (known && word.width > known.width) widest[column] = word
      }
    }
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
  if (node.kind === 'paragraph') return pieces(node.text.length > 0 ? session.wordsOf(node) : [], left)
  if (node.kind === 'stack') {
    const [before, , after] = node.frame?.padding ?? [0, 0, 0, 0]
    return node.stack.flatMap(child => unbreakablesIn(child, session, left + before + after, pieces))
  }
  return node.kind === 'columns' ? [widestInColumns(node, session, left, pieces)] : []
}

/** Columns are as wide as the one that needs most of its share makes them. */
function widestInColumns(
  node: ColumnsNode,
  session: TypesetSession,
  left: number,
  pieces: UnbreakableSplitter,
): UnbreakableText {
  const set = node.columns.reduce((sum, { width }) => sum + width, 0)
  const gaps = node.gap * (node.columns.length - 1)
  return node.columns
    .flatMap(column =>
      unbreakablesIn(column.node, session, 0, pieces).map(word => ({ ...word, share: column.width / set })),
    )
    .map(({ text, width, place, share }) => ({ text, width: left + gaps + width / share, place }))
    .reduce((worse, word) => (word.width > worse.width ? word : worse), {
      text: '',
      width: 0,
      place: undefined,
    })
}

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

/** Whole lines, as long as their author makes them. */
export function unbrokenTexts(words: readonly Word[], left: number): UnbreakableText[] {
  return unbrokenLines(words).map(line => ({
    text: line.words.map(word => word.text).join(''),
    width: left + line.width,
    place: line.words[0]?.place,
  }))
}
