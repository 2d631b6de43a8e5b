import type { Inline } from './inlines.js'

/** Removes white space at the end of inline content and before a line break. */
export function trimTrailingSpace(inlines: readonly Inline[]): Inline[] {
  const trimmed = inlines.flatMap((inline, index) =>
    inlines[index + 1]?.kind === 'break' ? trimInlineEnd(inline) : [inline],
  )
  while (trimmed.length > 0) {
    const last = trimmed.pop()
    const kept = last ? trimInlineEnd(last) : []
    trimmed.push(...kept)
    if (kept.length > 0) break
  }
  return trimmed
}

/**
 * Separates adjacent references, which would read as one number, by a comma, or by a semicolon if one has more than a
 * number. A reference that repeats the one before it is dropped.
 */
export function separateReferences(inlines: readonly Inline[]): Inline[] {
  const joined: Inline[] = []
  for (const inline of inlines.map(separateReferencesInside)) {
    const last = joined.at(-1)
    if (inline.kind === 'reference' && last?.kind === 'reference' && inline.superscript && last.superscript) {
      if (inline.label === last.label) continue
      const text = /\D/.test(inline.label + last.label) ? '; ' : ','
      const { place } = inline
      joined.push({ kind: 'superscript', children: [{ kind: 'text', text, place }], place })
    }
    joined.push(inline)
  }
  return joined
}

function trimInlineEnd(inline: Inline): Inline[] {
  if (inline.kind === 'text') {
    const text = inline.text.replace(/ +$/, '')
    return text === '' ? [] : [{ ...inline, text }]
  }
  if (!('children' in inline)) return [inline]
  const children = trimTrailingSpace(inline.children)
  return children.length === 0 ? [] : [{ ...inline, children }]
}

function separateReferencesInside(inline: Inline): Inline {
  return 'children' in inline ? { ...inline, children: separateReferences(inline.children) } : inline
}
