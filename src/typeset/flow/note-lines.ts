import type { Line } from '../nodes/line.js'
import type { FootNote } from '../nodes/paragraph.js'

/** The notes that lines call, in reading order. */
export function notesOfLines(lines: readonly Line[]): readonly FootNote[] {
  const notes: FootNote[] = []
  for (const { words } of lines)
    for (const { note } of words) if (note && notes.at(-1) !== note) notes.push(note)
  return notes
}
