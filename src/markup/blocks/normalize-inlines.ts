import type { Inline } from './inlines.js'

/** Drops white space at the end of a line and before a break. */
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
 * References that follow one another would read as one number: a comma parts them, or a semicolon where one
 * says more than a number. What was just said is not said again.
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
