import type { Range } from '../../diagnostics/index.js'
import type { ProseBlock } from './prose-block.js'

/** Where a text calls a note: `[^1]`. */
export interface NoteCall extends Range {
  readonly label: string
}

/** The calls of notes in inline Markdown, in order; escaped ones are text. */
export function findNoteCalls(text: string): NoteCall[] {
  if (!text.includes('[^')) return []
  return Array.from(text.matchAll(CALL), ({ 0: { length }, 1: label, index }) =>
    label === undefined ? [] : [{ label, start: index, end: index + length }],
  ).flat()
}

const CALL = /\\[\s\S]|\[\^([^\]\s[]{1,100})\]/g

/** The texts of the notes of a prose text, by their labels; of two with one label the first. */
export function noteTextsOf(blocks: readonly ProseBlock[]): ReadonlyMap<string, readonly ProseBlock[]> {
  const texts = new Map<string, readonly ProseBlock[]>()
  for (const block of blocks) {
    if (block.kind === 'note' && !texts.has(block.label)) texts.set(block.label, block.blocks)
    if (block.kind === 'list')
      for (const [label, text] of block.items.flatMap(item => [...noteTextsOf(item)]))
        if (!texts.has(label)) texts.set(label, text)
  }
  return texts
}
