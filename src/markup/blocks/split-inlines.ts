import type { Inline } from './inlines.js'

/** A piece of text, or of text in another style, that may be divided without loss. */
type Divisible = Extract<Inline, { kind: 'text' | 'strong' | 'emphasis' | 'span' }>

/** Words in another language, or on a ground of their own, stay whole. */
const isDivisible = (inline: Inline | undefined): inline is Divisible =>
  inline?.kind === 'text' ||
  inline?.kind === 'strong' ||
  inline?.kind === 'emphasis' ||
  (inline?.kind === 'span' && inline.lang === undefined && !GROUNDED.has(inline.style ?? ''))

const GROUNDED: ReadonlySet<string> = new Set(['tag', 'unverified'])

type Halves = readonly [Inline[], Inline[]]

/** Divides inlines within the first of their texts, after as many characters as `length` says. */
export function splitAtStart(inlines: readonly Inline[], length: (text: string) => number): Halves {
  const [first, ...others] = inlines
  if (!isDivisible(first)) return [[], [...inlines]]
  const [start, rest] = divide(first, inside => splitAtStart(inside, length), length)
  return [start, [...rest, ...others]]
}

/** Divides inlines within the last of their texts, at the character that `start` says. */
export function splitBeforeEnd(inlines: readonly Inline[], start: (text: string) => number): Halves {
  const last = inlines.at(-1)
  if (!isDivisible(last)) return [[...inlines], []]
  const [rest, end] = divide(last, inside => splitBeforeEnd(inside, start), start)
  return [[...inlines.slice(0, -1), ...rest], end]
}

function divide(
  inline: Divisible,
  within: (children: readonly Inline[]) => Halves,
  at: (text: string) => number,
): Halves {
  if (inline.kind === 'text') {
    const split = at(inline.text)
    return [textPart(inline, 0, split), textPart(inline, split)]
  }
  const [one, other] = within(inline.children)
  return [stylePart(inline, one), stylePart(inline, other)]
}

function textPart(inline: Extract<Inline, { kind: 'text' }>, from: number, to?: number): Inline[] {
  const text = inline.text.slice(from, to)
  return text === '' ? [] : [{ ...inline, text }]
}

const stylePart = (inline: Exclude<Divisible, { kind: 'text' }>, children: Inline[]): Inline[] =>
  children.length === 0 ? [] : [{ ...inline, children }]
