import type { Inline } from '../../markup/index.js'

type Leaf = Extract<Inline, { kind: 'text' }>

/** What belongs to the character before it. */
const CONTINUATION = /^[\p{M}\p{Emoji_Modifier}]+/u

/** Moves marks at the beginning of a text to the end of the one before, so that no change of style parts a character. */
export function attachMarks(inlines: readonly Inline[]): readonly Inline[] {
  const changed = new Map<Inline, string>()
  let before: Leaf | undefined
  for (const leaf of leavesOf(inlines)) {
    const marks = leaf.kind === 'text' ? (CONTINUATION.exec(leaf.text)?.[0] ?? '') : ''
    if (leaf.kind !== 'text') before = undefined
    else if (before && marks !== '') {
      changed.set(before, (changed.get(before) ?? before.text) + marks)
      changed.set(leaf, leaf.text.slice(marks.length))
    }
    if (leaf.kind === 'text' && leaf.text.length > marks.length) before = leaf
  }
  return changed.size === 0 ? inlines : withTexts(inlines, changed)
}

function* leavesOf(inlines: readonly Inline[]): Generator<Inline> {
  for (const inline of inlines)
    if ('children' in inline && inline.kind !== 'note') yield* leavesOf(inline.children)
    else yield inline
}

const withTexts = (inlines: readonly Inline[], texts: ReadonlyMap<Inline, string>): Inline[] =>
  inlines.map(inline => {
    if ('children' in inline) return { ...inline, children: withTexts(inline.children, texts) }
    const text = texts.get(inline)
    return inline.kind === 'text' && text !== undefined ? { ...inline, text } : inline
  })
