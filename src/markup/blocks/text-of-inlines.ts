import type { Inline } from './blocks.js'

/** The words of a line, without references: for bookmarks and ids. */
export function textOfInlines(inlines: readonly Inline[]): string {
  return inlines
    .map(inline => {
      if (inline.kind === 'text') return inline.text
      if (inline.kind === 'break') return ' '
      return inline.kind === 'reference' ? '' : textOfInlines(inline.children)
    })
    .join('')
}
