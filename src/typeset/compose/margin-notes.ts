import { type Document, findNodes } from '../../markup/index.js'
import { breakIntoLines } from '../lines/break-lines.js'
import { breakUnits } from '../lines/break-units.js'
import type { TypesetSession } from '../lines/typeset-session.js'
import type { Line } from '../nodes/line.js'
import { REPEATED_ARTIFACT } from '../nodes/structure-element.js'
import type { StyleSheet } from '../theme/style-sheet.js'
import { type DocumentIndex, mentionDestination } from './document-index.js'
import type { InlineComposer } from './inlines.js'

/** A column beside the text; lengths are points. */
export interface MarginColumn {
  /** The longest line of the text beside it. */
  readonly measure: number
  /** From the beginning of the text. */
  readonly x: number
  readonly width: number
  /** Between two notes. */
  readonly gap: number
  /** The lines of notes, by the destinations that they stand beside. */
  readonly notes: ReadonlyMap<string, readonly Line[]>
}

interface MarginSettings {
  readonly sheet: StyleSheet
  readonly inlines: InlineComposer
  readonly session: TypesetSession
  readonly index: DocumentIndex
  /** Points: the body of a page, and the longest line of text. */
  readonly bodyWidth: number
  readonly measure: number
}

/** Ems of the body's type: a narrower text is worth more than what could stand beside it. */
const LEAST_MEASURE_EMS = 24
/** An en space, at which a line may end. */
const LABEL_SPACE = '\u2002'
/** Leadings between two notes. */
const GAP_LEADINGS = 0.6

/**
 * The notes that stand in the margin where the text first mentions a source or a term of the glossary; undefined where the
 * theme has no margin, the document nothing for it, or the page no room. They repeat what the list of sources and the
 * glossary say, and what these do not say is not in them, so that a reader of the structure misses nothing and hears all once.
 */
export function composeMarginColumn(document: Document, settings: MarginSettings): MarginColumn | undefined {
  const { sheet, inlines, session, bodyWidth } = settings
  const { margin } = sheet.theme
  const place = document.blocks[0]?.place
  if (!margin || !place) return undefined
  const { width, gap } = margin
  const measure = Math.min(settings.measure, bodyWidth - width - gap)
  if (measure < LEAST_MEASURE_EMS * sheet.baseTextStyle.size) return undefined
  const style = sheet.textStyle(sheet.style('margin-note'), sheet.baseTextStyle)
  const notes = new Map(
    notesOf(document, settings).map(({ destination, label, text }) => {
      const around = { element: REPEATED_ARTIFACT }
      const runs = [
        ...inlines.words(label, place, { ...style, bold: true }, around),
        ...inlines.words(`${LABEL_SPACE}${text}`, place, style, around),
      ]
      return [destination, breakIntoLines(breakUnits(session.measure(runs)), width, { hyphenate: true })]
    }),
  )
  if (notes.size === 0) return undefined
  return { measure, x: measure + gap, width, gap: style.leading * GAP_LEADINGS, notes }
}

interface MarginNote {
  readonly destination: string
  readonly label: string
  readonly text: string
}

function notesOf({ blocks, sources }: Document, { sheet, index }: MarginSettings): MarginNote[] {
  const holds = sheet.theme.margin?.holds ?? []
  const listed = new Set(findNodes(blocks, 'sources').flatMap(({ entries }) => entries.map(({ id }) => id)))
  const ofSources = sources
    .filter(({ id }) => listed.has(id))
    .map(({ id, number, short }) => ({
      destination: mentionDestination(id),
      label: String(number),
      text: short,
    }))
  const ofTerms = [...index.mentionedTerms.values()]
    .flat()
    .map(({ destination, term, meaning }) => ({ destination, label: term, text: meaning }))
  return [...(holds.includes('sources') ? ofSources : []), ...(holds.includes('terms') ? ofTerms : [])]
}
