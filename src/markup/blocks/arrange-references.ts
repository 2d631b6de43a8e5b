import { fieldAt } from '../../edition/index.js'
import { textOfInlines } from './block-tree.js'
import type { Inline, Note, Reference } from './inlines.js'
import { joinPlaces, type ReferenceWords } from './reference-words.js'
import { splitAtStart, splitBeforeEnd } from './split-inlines.js'

/** What is raised in running text to lead elsewhere. */
type Call = Reference | Note
/** Inlines between which calls stand, and calls that stand together. */
type Piece = { readonly inlines: Inline[] } | { readonly calls: Call[] }

/**
 * Arranges the raised references of a line of text: those of one sentence to one source stand together, at the last of them,
 * all on the same side of a stop, and what stands side by side is joined or parted by a mark.
 */
export function arrangeReferences(
  inlines: readonly Inline[],
  words: ReferenceWords,
  semicolon: string,
): Inline[] {
  if (!inlines.some(holdsCall)) return [...inlines]
  const pieces = piecesOf(
    inlines.flatMap(inline => hoisted(inline)).map(inline => arrangedInside(inline, words, semicolon)),
  )
  gather(pieces, words.style === 'end')
  return placeAtStops(pieces, words.side).flatMap(piece =>
    'inlines' in piece ? piece.inlines : separated(joined(piece.calls, words), semicolon),
  )
}

function holdsCall(inline: Inline): boolean {
  if (isCall(inline)) return true
  return 'children' in inline && inline.children.some(holdsCall)
}

const isCall = (inline: Inline): inline is Call =>
  inline.kind === 'note' || (inline.kind === 'reference' && inline.superscript)

/** References at the end of a passage in another style or language, or of a link, stand after it. */
function hoisted(inline: Inline): Inline[] {
  if (!('children' in inline) || inline.kind === 'note' || inline.kind === 'superscript') return [inline]
  const children = inline.children.flatMap(hoisted)
  const end = children.findLastIndex(child => !(child.kind === 'reference' && child.superscript)) + 1
  if (end === children.length) return [inline]
  const kept = end === 0 ? [] : [{ ...inline, children: children.slice(0, end) }]
  return [...kept, ...children.slice(end)]
}

function arrangedInside(inline: Inline, words: ReferenceWords, semicolon: string): Inline {
  return 'children' in inline && inline.kind !== 'note'
    ? { ...inline, children: arrangeReferences(inline.children, words, semicolon) }
    : inline
}

function piecesOf(inlines: readonly Inline[]): Piece[] {
  const pieces: Piece[] = []
  for (const inline of inlines) {
    const last = pieces.at(-1)
    if (isCall(inline)) {
      if (last && 'calls' in last) last.calls.push(inline)
      else pieces.push({ calls: [inline] })
    } else if (last && 'inlines' in last) last.inlines.push(inline)
    else pieces.push({ inlines: [inline] })
  }
  return pieces
}

/**
 * Moves references on to the next ones of the same item that they may stand with: in the same sentence, to the same source;
 * anywhere in the text if it has its references at its end. A reference right after a quotation says where that is from,
 * and stays there.
 */
function gather(pieces: readonly Piece[], toTheEnd: boolean): void {
  let before = ''
  let waiting: Call[] | undefined
  for (const piece of pieces) {
    if ('inlines' in piece) {
      before += piece.inlines.map(wordsOf).join('')
      if (!toTheEnd && SENTENCE_END.test(before)) waiting = undefined
      continue
    }
    const movable =
      !AFTER_QUOTATION.test(before.trimEnd()) && piece.calls.every(({ kind }) => kind === 'reference')
    if (movable) {
      if (
        waiting &&
        (toTheEnd || isOneSource([...waiting, ...piece.calls])) &&
        isOneItem(waiting, piece.calls)
      )
        piece.calls.unshift(...waiting.splice(0))
      waiting = piece.calls
    } else if (!toTheEnd) waiting = undefined
    before = STOP_AT_END.exec(before)?.[0] ?? ''
  }
}

/** A line break ends a sentence; the note that a quotation is not proved is no part of one. */
function wordsOf(inline: Inline): string {
  if (inline.kind === 'break') return '. '
  return inline.kind === 'span' && inline.style === 'unverified' ? '' : textOfInlines([inline])
}

/** A stop, marks that close, a space and no small letter: `5 p.m. and` goes on. What only looks like an end parts references at worst. */
const SENTENCE_END = /[.?!…。！？؟][\])}"'”’“»›]*(?:\s+(?![\s\p{Ll}])|(?<=[。！？])).+/su
const AFTER_QUOTATION = /["”’“»›「」』]$/u
const STOP_AT_END = /[.?!…。！？؟][\])}"'”’“»›]*$/u

const isOneSource = (calls: readonly Call[]): boolean =>
  new Set(calls.map(call => (call.kind === 'reference' ? call.source : undefined))).size === 1

/** Texts of several items may share a line, as in a list of names; each keeps its own references. */
const isOneItem = (some: readonly Call[], others: readonly Call[]): boolean =>
  new Set([...some, ...others].map(itemOf)).size === 1

/** The item of the brief that a reference is of, such as `stakes[0]`. */
function itemOf({ place }: Call): string {
  const at = fieldAt(place)
  return /^\w+(?:\[\d+\])?/.exec(at?.via ?? at?.field ?? '')?.[0] ?? ''
}

function placeAtStops(pieces: readonly Piece[], side: 'after' | 'before'): Piece[] {
  const placed: Piece[] = []
  let rest: Inline[] | undefined
  pieces.forEach((piece, index) => {
    if ('inlines' in piece) {
      placed.push({ inlines: rest ?? piece.inlines })
      rest = undefined
      return
    }
    const [before, next] = [placed.at(-1), pieces[index + 1]]
    if (piece.calls.length === 0 || piece.calls.every(({ kind }) => kind === 'note')) {
      placed.push(piece)
    } else if (side === 'before' && before && 'inlines' in before) {
      const [text, stop] = splitBeforeEnd(before.inlines, lastStop)
      placed.splice(-1, 1, { inlines: text }, piece, { inlines: stop })
    } else if (side === 'after' && next && 'inlines' in next) {
      const isPointed = before && 'inlines' in before && textOfInlines(before.inlines).endsWith('.')
      const [stop, text] = splitAtStart(next.inlines, words =>
        isPointed && words.startsWith('.') ? 0 : lengthOfStop(words),
      )
      placed.push({ inlines: stop }, piece)
      rest = text
    } else placed.push(piece)
  })
  return placed
}

/** Characters of the stop that a text begins with. */
const lengthOfStop = (text: string): number =>
  /^(?:[.,;:!?…]+(?![\p{L}\p{N}])|[。、，；：！？،؛؟]+)/u.exec(text)?.[0].length ?? 0

/** Where the stop at the end of a text begins, with the space before it; the point of an abbreviation belongs to the word. */
function lastStop(text: string): number {
  const stop = /[\s\u00a0\u202f]*[.,;:!?…。、，；：！？،؛؟]+$/u.exec(text)
  if (!stop) return text.length
  return stop[0] === '.' && ABBREVIATION.test(text) ? text.length : stop.index
}

const ABBREVIATION = /(?:(?<![\p{L}\p{N}])\p{L}|\betc|\bal|\bcf|\bJ\.-C)\.$/u

/** Calls side by side, of which those to one source are one reference. */
function joined(calls: readonly Call[], words: ReferenceWords): Call[] {
  const kept: Call[] = []
  for (const call of calls) {
    const same = kept.findIndex(
      one =>
        call.kind === 'reference' &&
        one.kind === 'reference' &&
        one.source === call.source &&
        one.prefix === call.prefix,
    )
    const one = kept[same]
    if (call.kind === 'reference' && one?.kind === 'reference') kept[same] = union(one, call, words)
    else kept.push(call)
  }
  return kept.every(isBareNumber) ? kept.sort((one, other) => Number(one.label) - Number(other.label)) : kept
}

const isBareNumber = ({ kind, label }: Call): boolean => kind === 'reference' && /^\d+$/.test(label)

function union(one: Reference, other: Reference, words: ReferenceWords): Reference {
  const content = { ...one, places: joinPlaces(one.places, other.places) }
  return {
    ...content,
    label: words.raised(content),
    spoken: words.spoken(content),
    first: one.first || other.first,
  }
}

/** A comma parts calls that would read as one, or a semicolon if one of them has more than a number. */
function separated(calls: readonly Call[], semicolon: string): Inline[] {
  return calls.flatMap((call, index) => {
    const before = calls[index - 1]
    return before ? [separator(before, call, semicolon), call] : [call]
  })
}

function separator(one: Call, other: Call, semicolon: string): Inline {
  const isShort = ({ kind, label }: Call) => kind === 'note' || /^\d+$/.test(label)
  const text = isShort(one) && isShort(other) ? ',' : semicolon
  const { place } = other
  return { kind: 'superscript', children: [{ kind: 'text', text, place }], place }
}
