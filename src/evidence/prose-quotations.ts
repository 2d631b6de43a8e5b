import type { Range } from '../diagnostics/index.js'
import { hasLetter, tokenise } from './tokens.js'

/** The quotations of a prose text, and the marks that are never closed. */
export interface ProseQuotations {
  /** Characters between the outermost marks; only quotations of four words or more. */
  readonly quotations: readonly Range[]
  readonly unbalanced: readonly Range[]
}

/**
 * Finds what a prose text puts in quotation marks: `“…”`, `"…"`, `„…“`, `«…»` and curly `‘…’`. An apostrophe is none,
 * nor is the mark of inches after a figure. A quotation that runs on is taken a paragraph at a time. The text comes
 * with its Markdown masked.
 */
export function findQuotations(text: string): ProseQuotations {
  const quotations: Range[] = []
  const unbalanced: Range[] = []
  let open: Mark[] = []
  const take = (start: number, end: number) => {
    if (countWords(text.slice(start, end)) >= FEWEST_WORDS) quotations.push({ start, end })
  }
  for (const mark of marksOf(text)) {
    if (mark.kind === 'break') {
      const [outer] = open
      const runsOn = outer && OPENS_AGAIN.test(text.slice(mark.at + mark.length))
      if (runsOn) take(outer.at + 1, mark.at)
      else
        for (const left of open)
          if (left.character !== '‘') unbalanced.push({ start: left.at, end: left.at + 1 })
      open = []
      continue
    }
    const match =
      mark.kind === 'open' ? -1 : open.findLastIndex(({ character }) => closes(character, mark.character))
    if (match >= 0) {
      const [left] = open.splice(match)
      if (match === 0 && left) take(left.at + 1, mark.at)
    } else if (mark.kind !== 'close') open.push(mark)
    else if (open.length === 0 && isStray(text, mark)) unbalanced.push({ start: mark.at, end: mark.at + 1 })
  }
  return { quotations, unbalanced: unbalanced.sort((a, b) => a.start - b.start) }
}

/** What the design asks to be proved: shorter ones are words or titles. */
const FEWEST_WORDS = 4
const OPENS_AGAIN = /^\s*[“"«„]/

interface Mark {
  readonly kind: 'open' | 'close' | 'either' | 'break'
  readonly character: string
  readonly at: number
  readonly length: number
}

function* marksOf(text: string): Iterable<Mark> {
  for (const match of text.matchAll(/\n[ \t]*\n\s*|["“”„«»‘’]/g)) {
    const [character] = match
    const mark = { character, at: match.index, length: character.length }
    if (character.startsWith('\n')) yield { ...mark, kind: 'break' }
    else {
      const kind = kindOf(character, text.slice(0, match.index), text.slice(match.index + 1, match.index + 3))
      if (kind) yield { ...mark, kind }
    }
  }
  yield { kind: 'break', character: '\n', at: text.length, length: 0 }
}

function kindOf(character: string, before: string, after: string): 'open' | 'close' | 'either' | undefined {
  const startsWord = /(?:^|[\s([{—–\-*_/"“„«‘])$/.test(before)
  const endsWord = /^(?:$|[^\p{L}\p{N}])/u.test(after)
  if (character === '“') return startsWord || !endsWord ? 'open' : 'either'
  if (character === '„' || character === '«') return 'open'
  if (character === '‘') return startsWord ? 'open' : undefined
  if (character === '’') return endsWord && !startsWord ? 'close' : undefined
  if (character !== '"') return 'close'
  if (startsWord && !/^(?:\s|$)/.test(after)) return 'open'
  return 'close'
}

/** A closing mark without an opening one, but for apostrophes and inches. */
function isStray(text: string, mark: Mark): boolean {
  return mark.character !== '’' && !(mark.character === '"' && /\d/.test(text.charAt(mark.at - 1)))
}

function closes(open: string, close: string): boolean {
  if (open === '„') return close === '“' || close === '”'
  if (open === '“') return close === '”'
  if (open === '«') return close === '»'
  if (open === '‘') return close === '’'
  return close === '"'
}

function countWords(text: string): number {
  return tokenise(text).filter(token => hasLetter(token.form)).length
}
