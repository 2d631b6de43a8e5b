import type { TextRun } from '../nodes/paragraph.js'
import { addressMarks } from './bidi-addresses.js'
import { directionOf } from './direction.js'

/** A part of a text that is ordered by itself, and counts as one neutral character in the text around it. */
export interface BidiIsolate {
  readonly mark: string
}

/** A run with the isolates around it, from the outermost. */
export interface IsolatedRun {
  readonly run: TextRun
  readonly isolates: readonly BidiIsolate[]
}

/** Left-to-right, right-to-left and first-strong isolate, and their end (UAX 9, 2.4). */
const [LRI, RLI, FSI, PDI] = ['\u2066', '\u2067', '\u2068', '\u2069'] as const

/** An isolate in the direction of a language, or of its first strong character. */
export const bidiIsolate = (lang?: string): BidiIsolate => ({
  mark: lang === undefined ? FSI : directionOf(lang) === 'rtl' ? RLI : LRI,
})

/** The text of runs as input of the algorithm, and the position in it of each UTF-16 unit of each run. */
export interface BidiText {
  readonly text: string
  readonly positions: readonly (readonly number[])[]
}

/** Joins runs to the text of a paragraph, with marks around isolates; a line break ends all isolates. */
export function bidiText(isolatedRuns: readonly IsolatedRun[]): BidiText {
  const marks = addressMarks(isolatedRuns.map(({ run }) => run.text).join(''))
  let text = ''
  let end = 0
  let open: readonly BidiIsolate[] = []
  const positions = isolatedRuns.map(({ run, isolates }) => {
    const wanted = run.text === '\n' ? [] : isolates
    text += isolateMarksBetween(open, wanted)
    open = wanted
    return run.text.split('').map(unit => {
      text += marks.get(end) ?? ''
      end += 1
      text += unit
      return text.length - 1
    })
  })
  return { text, positions }
}

function isolateMarksBetween(open: readonly BidiIsolate[], wanted: readonly BidiIsolate[]): string {
  const parting = open.findIndex((one, index) => one !== wanted[index])
  const shared = parting === -1 ? open.length : parting
  const opened = wanted.slice(shared).map(({ mark }) => mark)
  return PDI.repeat(open.length - shared) + opened.join('')
}
