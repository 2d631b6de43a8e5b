import { type Range, shorten } from '../../../diagnostics/index.js'
import { findLinks } from '../../notation/links.js'
import {
  allProseBlocks,
  type ProseBlock,
  type ProseNote,
  proseParagraphText,
} from '../../notation/prose-block.js'
import type { ProseLine } from '../../notation/prose-lines.js'
import { findNoteCalls, type NoteCall } from '../../notation/prose-notes.js'
import { rangeInLines } from '../../notation/range-in-lines.js'
import type { BlockFault } from './long-blocks.js'

/**
 * What is wrong with the notes of long prose: calls without a text, texts without a call, both where none can stand, and second calls,
 * as a note stands at the foot of one page.
 */
export function faultsOfNotes(blocks: readonly ProseBlock[], hintFor: SuggestLabel): BlockFault[] {
  const all = [...allProseBlocks(blocks)]
  const notes = all.flatMap(block => (block.kind === 'note' ? [block] : []))
  const labels = new Set(notes.map(({ label }) => label))
  const placed = all.flatMap(block => callsOf(block))
  const inNotes = notes.flatMap(({ blocks: text }) => [...allProseBlocks(text)].flatMap(callsOf))
  const isInNote = ({ start }: Range) => inNotes.some(call => call.start === start)
  const called = new Set(placed.filter(call => !isInNote(call)).map(({ label }) => label))
  const set = new Set<string>()
  return [
    ...placed.flatMap(call => {
      const within = isInNote(call) ? 'the text of a note' : call.within
      if (within !== undefined) return [misplacedCall(call, within)]
      if (!labels.has(call.label)) return [callWithoutText(call, hintFor(call.label, [...labels]))]
      if (set.has(call.label)) return [secondCall(call)]
      set.add(call.label)
      return []
    }),
    ...notes.flatMap((note, index) => faultsOfText(note, notes.slice(0, index), called)),
  ].sort((a, b) => a.start - b.start)
}

/** A hint for a label that has no text: the one that was probably meant. */
export type SuggestLabel = (label: string, known: readonly string[]) => string | undefined

/** A call in characters of the text, and what it stands in that no note can be called from. */
interface PlacedCall extends NoteCall {
  readonly within: string | undefined
}

function callsOf(block: ProseBlock): PlacedCall[] {
  switch (block.kind) {
    case 'paragraph':
      return callsIn(block.lines, undefined)
    case 'heading':
      return callsIn(block.lines, 'a heading')
    case 'table':
      return [
        ...block.head.cells.flatMap(cell => callsIn([cell], 'the head of a table')),
        ...block.rows.flatMap(({ cells }) => cells.flatMap(cell => callsIn([cell], undefined))),
      ]
    case 'picture':
      return [
        ...callsIn([block.alt], 'an alternative text'),
        ...(block.caption ? callsIn([block.caption], 'a caption') : []),
      ]
    default:
      return []
  }
}

function callsIn(lines: readonly ProseLine[], within: string | undefined): PlacedCall[] {
  const text = proseParagraphText({ lines })
  const calls = findNoteCalls(text)
  const links = calls.length > 0 ? findLinks(text) : []
  return calls.map(call => {
    const isInLink = links.some(({ start, end }) => start <= call.start && call.end <= end)
    return {
      label: call.label,
      ...rangeInLines(lines, call),
      within: within ?? (isInLink ? 'the words of a link' : undefined),
    }
  })
}

const shown = (label: string) => `\`[^${shorten(label)}]\``

function misplacedCall({ label, start, end }: PlacedCall, within: string): BlockFault {
  return {
    ...{ start, end },
    code: 'note-misplaced',
    message: `${shown(label)} calls a note from ${within}`,
    hint:
      within === 'the text of a note' ? 'say it in the same note' : 'call it in the text below or beside it',
  }
}

function callWithoutText({ label, start, end }: PlacedCall, meant: string | undefined): BlockFault {
  return {
    ...{ start, end },
    code: 'note-without-text',
    message: `the note ${shown(label)} has no text`,
    hint: meant ?? `write \`[^${shorten(label)}]: …\` below, in the same text; \`\\[\` is a bracket`,
  }
}

function secondCall({ label, start, end }: PlacedCall): BlockFault {
  return {
    ...{ start, end },
    code: 'note-called-twice',
    message: `the note ${shown(label)} is called above already`,
    hint: 'call it once, or give what is said here a note of its own',
  }
}

function faultsOfText(
  note: ProseNote,
  before: readonly ProseNote[],
  called: ReadonlySet<string>,
): BlockFault[] {
  const { start, end, label, blocks } = note
  const faults: BlockFault[] = []
  if (before.some(other => other.label === label))
    faults.push({
      ...{ start, end },
      code: 'duplicate-note',
      message: `there is another text of the note ${shown(label)} above`,
      hint: 'give one of them a label of its own, and call it by that',
    })
  else if (!called.has(label))
    faults.push({
      ...{ start, end },
      code: 'note-without-call',
      message: `nothing calls the note ${shown(label)}`,
      hint: `write \`[^${shorten(label)}]\` after the word that it belongs to`,
    })
  if (blocks.length === 0)
    faults.push({
      ...{ start, end },
      code: 'note-without-text',
      message: `the note ${shown(label)} holds no words`,
      hint: 'write its text after the colon',
    })
  if (blocks.some(({ kind }) => kind !== 'paragraph'))
    faults.push({
      ...{ start, end },
      code: 'prose-block',
      message: `the note ${shown(label)} holds more than paragraphs`,
      hint: 'write it as sentences; other blocks stand in the text',
    })
  return faults
}
