import bidiFactory from 'bidi-js'
import { present } from '../../diagnostics/index.js'
import type { IsolateBoundary, TextRun } from '../nodes/layout-nodes.js'
import { bidiText, type IsolatedRun } from './bidi-text.js'
import type { TextDirection } from './direction.js'

/** The package is the function itself; its types say that it is a module with a default. */
const bidi = (bidiFactory as unknown as typeof bidiFactory.default)()

/** Letters, digits and marks without which a text from left to right needs no ordering. */
const NEEDS_ORDER =
  /[\u0590-\u08FF\u200E\u200F\u202A-\u202E\u2066-\u2069\uFB1D-\uFDFF\uFE70-\uFEFE\u{10800}-\u{10FFF}\u{1E800}-\u{1EFFF}]/u

/**
 * Gives the runs of a paragraph their levels by the Unicode Bidirectional Algorithm (UAX 9), parting them where the
 * level changes. Marks of direction have said by then what they are there for, and are left out.
 */
export function withBidiLevels(pieces: readonly IsolatedRun[], direction: TextDirection): TextRun[] {
  if (direction === 'ltr' && !pieces.some(({ run }) => NEEDS_ORDER.test(run.text)))
    return pieces.map(({ run }) => run)
  const { text, positions } = bidiText(pieces)
  const { levels } = bidi.getEmbeddingLevels(oneUnitPerCharacterClass(text), direction)
  const parts = new LevelSplitter(text, levels)
  pieces.forEach(({ run }, index) => {
    parts.add(run, present(positions[index], 'positions of a run'))
  })
  return parts.runs
}

/** A character of each class of letters, digits and symbols that stand outside of the Basic Multilingual Plane. */
const EXAMPLE_BY_CLASS: Readonly<Record<string, string>> = {
  ...{ L: 'a', R: '\u05D0', AL: '\u0627', EN: '0', AN: '\u0660', NSM: '\u0300', ON: '!', BN: '\u00AD' },
}

/** The algorithm reads a text unit by unit: characters of two are given to it as two of their class. */
function oneUnitPerCharacterClass(text: string): string {
  return text.replace(/[\u{10000}-\u{10FFFF}]/gu, character =>
    (EXAMPLE_BY_CLASS[bidi.getBidiCharTypeName(character)] ?? 'a').repeat(2),
  )
}

/** Marks that embed or end what is embedded: gone before the algorithm looks at the text around them (UAX 9, X9). */
const EMBEDDING = /[\u202A-\u202E]/
/** Letters without print and isolates: what they part stays apart when they are gone. */
const DIRECTION_MARK = /[\u061C\u200E\u200F\u2066-\u2069]/
/** Soft hyphen, joiners, zero-width space and word joiner: they go with the characters beside them. */
const BOUNDARY_NEUTRAL = /[\u00AD\u200B-\u200D\u2060]/

/** Runs as they are parted. */
class LevelSplitter {
  readonly runs: TextRun[] = []
  /** Where the last printed unit stands in the text. */
  #end = 0
  #apart: IsolateBoundary | undefined

  constructor(
    private readonly text: string,
    private readonly levels: Uint8Array,
  ) {}

  /** Adds the parts of a run whose units stand at `places` in the text. */
  add(run: TextRun, places: readonly number[]): void {
    let part: TextRun | undefined
    let waiting = ''
    for (const [index, unit] of run.text.split('').entries()) {
      const place = present(places[index], 'position of a unit')
      if (EMBEDDING.test(unit) || DIRECTION_MARK.test(unit)) continue
      if (BOUNDARY_NEUTRAL.test(unit)) {
        waiting += unit
        continue
      }
      const [level, apart] = [this.#levelAt(place), this.#partingAt(place)]
      if (part?.level === level && part.apart === apart) part.text += waiting + unit
      else {
        part = { ...run, level, apart, text: waiting + unit }
        this.runs.push(part)
      }
      waiting = ''
      this.#end = place
    }
    if (part) part.text += waiting
    else if (waiting !== '')
      this.runs.push({
        ...run,
        text: waiting,
        level: this.#levelAt(present(places[0], 'position of a unit')),
      })
  }

  /** Isolates and letters without print that are gone keep apart what they would, where their level is the lowest. */
  #partingAt(place: number): IsolateBoundary | undefined {
    const [before, after] = [this.#levelAt(this.#end), this.#levelAt(place)]
    for (let index = this.#end + 1; index < place; index++) {
      const level = this.#levelAt(index)
      if (level < before && level < after && DIRECTION_MARK.test(this.text[index] ?? ''))
        this.#apart = { level }
    }
    return this.#apart
  }

  #levelAt(place: number): number {
    return present(this.levels[place], 'level of a unit')
  }
}
