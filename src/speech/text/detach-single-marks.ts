import { fold } from './fold.js'
import type { Token } from './token.js'

/**
 * Makes tokens of the single quotation marks that stand in pairs, so that it does not matter at which level a house sets
 * the marks of a quotation within another. What has no counterpart is an apostrophe and stays in its word.
 */
export function detachSingleMarks(text: string, tokens: readonly Token[]): Token[] {
  const pairs = pairSingleMarks(text, tokens)
  if (pairs.size === 0) return [...tokens]
  return tokens.flatMap((token, at) => {
    const marks = pairs.get(at)
    return marks ? splitAtMarks(text, token, marks) : [token]
  })
}

interface SingleMark {
  readonly kind: 'opening' | 'closing'
  /** In the token's form. */
  readonly at: number
}

function pairSingleMarks(text: string, tokens: readonly Token[]): Map<number, SingleMark[]> {
  const pairs = new Map<number, SingleMark[]>()
  let open: { token: number; mark: SingleMark } | undefined
  let doubtful: { token: number; mark: SingleMark } | undefined
  const pair = (closing: { token: number; mark: SingleMark }) => {
    for (const { token, mark } of open ? [open, closing] : [])
      pairs.set(token, [...(pairs.get(token) ?? []), mark])
    open = undefined
    doubtful = undefined
  }
  const giveUp = () => {
    if (doubtful) pair(doubtful)
    open = undefined
  }
  let end = 0
  for (const [at, token] of tokens.entries()) {
    if (open && /\n\s*\n/.test(text.slice(end, token.start))) giveUp()
    end = token.end
    if (!token.form.includes("'")) continue
    const marks = [...token.form.matchAll(/'/g)]
    if (marks.length > MOST_MARKS) continue
    const shapes = text.slice(token.start, token.end).match(SINGLE_MARK) ?? []
    for (const [index, { index: offset }] of marks.entries()) {
      const mark = kindOfMark(token.form, offset, shapes[index] ?? "'")
      if (mark === 'opening') {
        giveUp()
        open = { token: at, mark: { kind: 'opening', at: offset } }
      } else if (mark && open) {
        const closing = { token: at, mark: { kind: 'closing' as const, at: offset } }
        if (mark === 'closing') pair(closing)
        else doubtful ??= closing
      }
    }
  }
  giveUp()
  return pairs
}

/** A mark after an `s` may be that of a genitive, and is taken for a closing one only where there is no other. */
function kindOfMark(form: string, at: number, shape: string): 'opening' | 'closing' | 'doubtful' | undefined {
  const [before, after] = [form.slice(0, at), form.slice(at + 1)]
  if (/^[([{¿¡]*$/.test(before) && /^[\p{L}\p{N}¿¡$€£([]/u.test(after))
    return shape === '’' || ELISION.test(after) ? undefined : 'opening'
  if (before === '' || shape === '‚' || !/^[)\]},.;:?!]*$/.test(after)) return undefined
  return /s$/i.test(before) && after === '' ? 'doubtful' : 'closing'
}

/** What an apostrophe begins: `’tis`, `’em`, `’90s`. */
const ELISION =
  /^(?:tis|twas|twere|twill|til|em|cause|cos|bout|neath|n|s|t|d|ll|re|ve|m|\d\ds?)(?![\p{L}\p{N}])/iu

const SINGLE_MARK = /[‘’‚‛‹›ʼ']/g

/** No word has more. */
const MOST_MARKS = 8

function splitAtMarks(text: string, token: Token, marks: readonly SingleMark[]): Token[] {
  const raw = text.slice(token.start, token.end)
  const places = [...raw.matchAll(SINGLE_MARK)].map(({ index }) => token.start + index)
  const pieces: Token[] = []
  let from = 0
  let start = token.start
  const add = (form: string, end: number) => {
    if (form !== '') pieces.push({ form, start, end })
  }
  for (const { kind, at } of marks) {
    const place = places[[...token.form.slice(0, at).matchAll(/'/g)].length] ?? token.end - 1
    add(token.form.slice(from, at), Math.max(place, start + 1))
    pieces.push({ form: '"', start: place, end: place + 1, single: kind })
    from = at + 1
    start = place + 1
  }
  add(token.form.slice(from), Math.max(token.end, start))
  return token.variant === undefined ? pieces : withVariant(text, pieces)
}

/** The word of a token that is broken at a line end keeps its other form. */
function withVariant(text: string, pieces: readonly Token[]): Token[] {
  return pieces.map(piece => {
    const written = fold(text.slice(piece.start, piece.end)).text.replace(/[,.;:]+$/, '')
    if (!/-\s+/.test(written)) return piece
    return { ...piece, variant: written.replace(/-\s+/g, '-') }
  })
}
