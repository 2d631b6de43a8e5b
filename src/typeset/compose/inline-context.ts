import type { Place } from '../../diagnostics/index.js'
import type { TextRun } from '../nodes/paragraph.js'
import {
  type Artifact,
  type ElementAttributes,
  StructureElement,
  type StructureType,
} from '../nodes/structure-element.js'
import type { BidiIsolate } from '../text/bidi-text.js'

/** What inlines inherit from those around them, besides their text style. */
export interface InlineContext
  extends Pick<
    TextRun,
    | 'lang'
    | 'align'
    | 'baselineShift'
    | 'background'
    | 'underline'
    | 'url'
    | 'goto'
    | 'anchors'
    | 'pageOf'
    | 'isSeparator'
    | 'isReference'
  > {
  /** The innermost element that they belong to. */
  readonly element: StructureElement | Artifact
  readonly isolates: readonly BidiIsolate[]
  /** They are figures, which run from left to right in every language. */
  readonly isOfFigures?: boolean
}

/** Adds an element inside another; an artifact has no elements inside it. */
export const addInlineElement = (
  around: StructureElement | Artifact,
  type: StructureType,
  place: Place,
  attributes?: ElementAttributes,
): StructureElement | Artifact =>
  around instanceof StructureElement ? around.add(type, place, attributes) : around

/** Points: smaller marks are hard to read, and to hit. */
const LEAST_RAISED_SIZE = 7
/** Ems of the words around them. */
const RAISED_SCALE = 0.66
export const raisedSize = (size: number): number =>
  Math.max(size * RAISED_SCALE, Math.min(size, LEAST_RAISED_SIZE))

/** Ems from the baseline to the head of what is raised, and the height of capitals and figures. */
const RAISED_HEAD = 0.776
const CAPITAL_HEIGHT = 0.66
/** Points from the baseline to that of raised words: their heads stand as high above the line whatever their size, within the leading. */
export const superscriptShift = ({ size }: Pick<TextRun, 'size'>): number =>
  Math.max(0, size * RAISED_HEAD - raisedSize(size) * CAPITAL_HEIGHT)
