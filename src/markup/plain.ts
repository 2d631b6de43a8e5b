import type { Inline } from './blocks.js'

/** The words of a line, without references: for bookmarks and ids. */
export function textOf(inlines: readonly Inline[]): string {
  return inlines
    .map(inline => {
      if (inline.kind === 'text') return inline.text
      if (inline.kind === 'break') return ' '
      return inline.kind === 'reference' ? '' : textOf(inline.children)
    })
    .join('')
}
