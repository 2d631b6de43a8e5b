import type { Place } from '../../diagnostics/index.js'
import type { Block } from '../../markup/index.js'
import type { Artifact, MarkedContent } from './structure-element.js'

/** A stretch of text in one style: everything that measuring and drawing ask of it. */
export interface TextRun {
  readonly text: string
  readonly place: Place
  /** Its place in reading order, or the artifact that it is of. */
  readonly markedContent: MarkedContent | Artifact
  /** BCP 47. */
  readonly lang: string
  /** Embedding level by the Unicode Bidirectional Algorithm: odd levels run from right to left. */
  readonly level: number
  /** Shared by runs that no end of an isolate or mark of direction separates whose level is lower than both theirs. */
  readonly apart: IsolateBoundary | undefined
  readonly family: string
  readonly bold: boolean
  readonly italics: boolean
  /** Points. */
  readonly size: number
  /** Points from baseline to baseline. */
  readonly leading: number
  readonly colour: string
  /** Printed in capitals, and read as it is written. */
  readonly inCapitals?: boolean
  /** Its digits stand under those of other lines. */
  readonly tabular?: boolean
  /** Points between characters. */
  readonly letterSpacing: number
  /** Points above the baseline. */
  readonly baselineShift: number
  readonly align: 'left' | 'right' | 'center'
  /** Colour behind the words. */
  readonly background: string | undefined
  readonly underline: boolean
  /** Web address. */
  readonly url: string | undefined
  /** Name of a destination in the document. */
  readonly goto: string | undefined
  /** Names of destinations at the run's first word. */
  readonly anchors: readonly string[]
  /** Destination whose page number the run prints. */
  readonly pageOf: string | undefined
  /** It stands between two texts, and is not printed where a line ends there. */
  readonly isSeparator?: boolean
  /** It is a reference to a source, which should stand in one line. */
  readonly isReference?: boolean
  /** The note at the foot of the page that the run calls. */
  readonly note?: FootNote | undefined
}

/** What separates a run from the one before it; its level is lower than that of both. */
export interface IsolateBoundary {
  readonly level: number
}

/** A note that begins at the foot of the page that calls it. */
export interface FootNote {
  readonly paragraph: ParagraphNode
  /** Stands left of its first line, and ends `gap` points before it. */
  readonly label: ParagraphNode
  readonly gap: number
}

/** Points: left, top, right, bottom. Those above and below are multiplied by the spacing of the layout. */
export type Margin = readonly [number, number, number, number]

/** What all nodes have in common. */
export interface LayoutNodeBase {
  readonly margin?: Margin
  /** Never broken by a page, where it is not higher than one. */
  readonly keepTogether?: boolean
  /** Never separated by a page break from the node after it. */
  readonly keepWithNext?: boolean
  /** It begins a page, unless that would leave one empty. */
  readonly beginsPage?: boolean
  /**
   * In text that flows through columns: it is as wide as all of them, at the head or foot of a page (`float`) or where it stands
   * in the text (`band`).
   */
  readonly spans?: 'float' | 'band'
  /**
   * In text that flows through columns: where it has no room, it stands at the head of the next column, and text goes on before it.
   * Points that it keeps from what stands below it then.
   */
  readonly floats?: number
  /** Destinations at the first line of text. */
  readonly anchors?: readonly string[]
  /** The blocks of the document that the node is, or is a part of, the outermost first. */
  readonly blocks?: readonly Block[]
}

/** An entry of the file's outline. */
export interface Bookmark {
  readonly title: string
  readonly level: number
}

export interface ParagraphNode extends LayoutNodeBase {
  readonly kind: 'paragraph'
  readonly text: readonly TextRun[]
  /** Leads to the first line. */
  readonly outline?: Bookmark
  /** Set in lines of even length, and never hyphenated. */
  readonly balanceLines?: boolean
}
