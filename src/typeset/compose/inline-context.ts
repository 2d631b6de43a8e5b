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
}

/** Adds an element inside another; an artifact has no elements inside it. */
export const addInlineElement = (
  around: StructureElement | Artifact,
  type: StructureType,
  place: Place,
  attributes?: ElementAttributes,
): StructureElement | Artifact =>
  around instanceof StructureElement ? around.add(type, place, attributes) : around

/** Ems of the words around them: how large raised words are, and how far above the baseline they stand. */
export const SUPERSCRIPT_SCALE = 0.66
export const superscriptShift = ({ size }: Pick<TextRun, 'size'>): number => size * 0.34
