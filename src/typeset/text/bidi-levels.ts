import bidiFactory from 'bidi-js'
import { present } from '../../diagnostics/index.js'
import type { IsolateBoundary, TextRun } from '../nodes/paragraph.js'
import { bidiText, type IsolatedRun } from './bidi-text.js'
import type { TextDirection } from './direction.js'

/** The package is the function itself; its types say that it is a module with a default. */
const bidi = (bidiFactory as unknown as typeof bidiFactory.default)()

/** Letters, digits and marks without which a text from left to right needs no ordering. */
const NEEDS_ORDER =
  /[\u0590-\u08FF\u200E\u200F\u202A-\u202E\u2066-\u2069\uFB1D-\uFDFF\uFE70-\uFEFE\u{10800}-\u{10FFF}\u{1E800}-\u{1EFFF}]/u

/**
 * Gives the runs of a paragraph their embedding levels by the Unicode Bidirectional Algorithm (UAX 9), splitting a run where
 * the level changes. Marks of direction are removed after that.
 */
export function withBidiLevels(isolatedRuns: readonly IsolatedRun[], direction: TextDirection): TextRun[] {
  if (direction === 'ltr' && !isolatedRuns.some(({ run }) => NEEDS_ORDER.test(run.text)))
    return isolatedRuns.map(({ run }) => run)
  const { text, positions } = bidiText(isolatedRuns)
  const { levels } = bidi.getEmbeddingLevels(oneUnitPerCharacterClass(text), direction)
  const parts = new LevelSplitter(text, levels)
  isolatedRuns.forEach(({ run }, index) => {
    parts.add(run, present(positions[index], 'positions of a run'))
  })
  return parts.runs
}

/** For each class of characters outside of the Basic Multilingual Plane, a character of the class inside it. */
const EXAMPLE_BY_CLASS: Readonly<Record<string, string>> = {
  ...{ L: 'a', R: '\u05D0', AL: '\u0627', EN: '0', AN: '\u0660', NSM: '\u0300', ON: '!', BN: '\u00AD' },
}

/** The algorithm reads a text unit by unit: characters of two are given to it as two of their class. */
function oneUnitPerCharacterClass(text: string): string {
  return text.replace(/[\u{10000}-\u{10FFFF}]/gu, character =>
    (EXAMPLE_BY_CLASS[bidi.getBidiCharTypeName(character)] ?? 'a').repeat(2),
  )
}

/** Marks that begin or end an embedding: removed before the algorithm resolves the text around them (UAX 9, X9). */
const EMBEDDING = /[\u202A-\u202E]/
/** Invisible directional letters and isolates: they separate the characters around them even when they are removed. */
const DIRECTION_MARK = /[\u061C\u200E\u200F\u2066-\u2069]/
/** Soft hyphen, joiners, zero-width space and word joiner: they go with the characters beside them. */
const BOUNDARY_NEUTRAL = /[\u00AD\u200B-\u200D\u2060]/

/** Splits runs where the level changes. */
class LevelSplitter {
  readonly runs: TextRun[] = []
  /** The position of the last printed unit in the text. */
  #end = 0
  #boundary: IsolateBoundary | undefined

  constructor(
    private readonly text: string,
    private readonly levels: Uint8Array,
  ) {}

  /** Adds the parts of a run whose units are at `places` in the text. */
  add(run: TextRun, places: readonly number[]): void {
    let part: { -readonly [Key in keyof TextRun]: TextRun[Key] } | undefined
    let waiting = ''
    for (const [index, unit] of run.text.split('').entries()) {
      const place = present(places[index], 'position of a unit')
      if (EMBEDDING.test(unit) || DIRECTION_MARK.test(unit)) continue
      if (BOUNDARY_NEUTRAL.test(unit)) {
        waiting += unit
        continue
      }
      const [level, apart] = [this.#levelAt(place), this.#boundaryAt(place)]
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

  /** A removed mark of direction separates the units before and after it if its level is lower than theirs. */
  #boundaryAt(place: number): IsolateBoundary | undefined {
    const [before, after] = [this.#levelAt(this.#end), this.#levelAt(place)]
    for (let index = this.#end + 1; index < place; index++) {
      const level = this.#levelAt(index)
      if (level < before && level < after && DIRECTION_MARK.test(this.text[index] ?? ''))
        this.#boundary = { level }
    }
    return this.#boundary
  }

  #levelAt(place: number): number {
    return present(this.levels[place], 'level of a unit')
  }
}
