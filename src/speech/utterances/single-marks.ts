import type { Range } from '../../diagnostics/index.js'
import type { QuotedSpan } from '../text/quotation-marks.js'

/** The characters between two single marks, or from one to the end of its paragraph. */
export interface SingleSpan extends QuotedSpan {
  readonly isCurly: boolean
  /** The closing mark stands after punctuation, as it does at the end of speech, and can be no apostrophe. */
  readonly isSpeech: boolean
}

/**
 * Pairs the single marks `'…'` and `‘…’` of a paragraph. An apostrophe is none of them: neither within a word (`don't`), nor
 * before a shortened one (`'tis`, `'90s`), nor after a plural (`the dockers' vote`) where a better one follows.
 */
export function pairSingleMarks(text: string, paragraph: Range, next?: Range): SingleSpan[] {
  const marks = [...singleMarks(text, paragraph)]
  const spans: SingleSpan[] = []
  const lastClosing = marks.findLastIndex(isClosing)
  for (let at = 0; at < marks.length; at++) {
    const open = marks[at]
    if (open?.kind !== 'open') continue
    const close = closingIndex(marks, at)
    const mark = marks[close]
    if (mark) {
      spans.push({ ...spanOf(open, mark.at), runsOn: false, isSpeech: mark.kind === 'speech' })
      at = close
    } else if (next && goesOnIn(text, next, open.character) && at > lastClosing) {
      spans.push({ ...spanOf(open, paragraph.end), runsOn: true, isSpeech: true })
      break
    }
  }
  return spans
}

interface SingleMark {
  /** `speech` closes after punctuation, `plural` after an s, where it may be an apostrophe. */
  readonly kind: 'open' | 'speech' | 'word' | 'plural'
  readonly character: string
  readonly at: number
}

/** The mark that closes the one at an index: the first that can be no apostrophe, or else the last that may be one. */
function closingIndex(marks: readonly SingleMark[], open: number): number {
  const curly = marks[open]?.character === '‘'
  let plural = -1
  for (let at = open + 1; at < marks.length; at++) {
    const mark = marks[at]
    if (!mark || mark.kind === 'open') break
    if (curly !== (mark.character === '’')) continue
    if (mark.kind === 'plural') plural = at
    else if (mark.kind === 'word' || mark.kind === 'speech') return at
  }
  return plural
}

function isClosing({ kind }: SingleMark): boolean {
  return kind === 'speech' || kind === 'word'
}

function spanOf(open: SingleMark, end: number): { start: number; end: number; isCurly: boolean } {
  return { start: open.at + 1, end, isCurly: open.character === '‘' }
}

/** Whether the next paragraph repeats the opening mark. */
function goesOnIn(text: string, { start, end }: Range, character: string): boolean {
  return text
    .slice(start, Math.min(end, start + 20))
    .trimStart()
    .startsWith(character)
}

function* singleMarks(text: string, { start, end }: Range): Iterable<SingleMark> {
  for (const found of text.slice(start, end).matchAll(/['‘’]/g)) {
    const at = start + found.index
    const [character] = found
    const before = at === start ? '' : text.charAt(at - 1)
    if (character === "'" && (before === "'" || text.charAt(at + 1) === "'")) continue
    const after = text.slice(at + 1, Math.min(end, at + 8))
    const startsWord = before === '' || /[\s([{—–\-*_/"“„«:]/.test(before)
    const endsWord = /^(?:$|[^\p{L}\p{N}])/u.test(after)
    if (character !== '’' && startsWord && !/^(?:$|\s)/.test(after)) {
      if (character === '‘' || !SHORTENED.test(after)) yield { kind: 'open', character, at }
    } else if (character !== '‘' && endsWord && !startsWord) {
      if (/[,.?!…—–;:)\]”"»]/.test(before)) yield { kind: 'speech', character, at }
      else if (/s/i.test(before) && /^\s+[\p{Ll}\d]/u.test(after)) yield { kind: 'plural', character, at }
      else if (!DROPPED_END.test(text.slice(Math.max(start, at - 4), at)))
        yield { kind: 'word', character, at }
    }
  }
}

/** Words that begin with an apostrophe: `'tis`, `'em`, `'90s`. */
const SHORTENED = /^(?:tis|twas|twill|em|til|till|cause|bout|round|n|cos|\d\ds?)(?![\p{L}\p{N}])/iu

/** Words that end with one: `rock 'n' roll`, `goin' home`, `o' the`. */
const DROPPED_END = /(?:^|[^\p{L}])(?:o|n|an|th|wi|ol)$|\p{L}in$/iu
