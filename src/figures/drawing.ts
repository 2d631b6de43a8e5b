/**
 * A figure as vector shapes, drawn in their order. Lengths are points, from the left and top edges of the drawing; colours
 * are `#rrggbb`.
 */
export interface Drawing {
  readonly width: number
  readonly height: number
  readonly shapes: readonly Shape[]
  /** Where a chart is not drawn as the brief asks. */
  readonly compromises?: readonly ChartCompromise[]
}

/** Columns that became bars, and categories without a name: there was no room for their names. */
export type ChartCompromise = 'columns-turned' | 'labels-thinned'

export type Shape = Rectangle | VectorPath | Circle | FigureText

interface PaintedShape {
  readonly fill?: string | undefined
  readonly stroke?: Stroke | undefined
}
export interface Stroke {
  readonly colour: string
  readonly width: number
  /** Lengths of dashes and of the gaps between them; a whole line without it. */
  readonly dash?: { readonly length: number; readonly space: number } | undefined
}

export interface Rectangle extends PaintedShape {
  readonly kind: 'rectangle'
  readonly x: number
  readonly y: number
  readonly width: number
  readonly height: number
}
/** Straight lines from point to point; `closed` ones are polygons. */
export interface VectorPath extends PaintedShape {
  readonly kind: 'path'
  readonly points: readonly Point[]
  readonly closed: boolean
}
export interface Circle extends PaintedShape {
  readonly kind: 'circle'
  readonly centre: Point
  readonly radius: number
}
/** One line of words. */
export interface FigureText {
  readonly kind: 'text'
  readonly text: string
  /** Left edge. */
  readonly x: number
  /** Baseline. */
  readonly y: number
  readonly width: number
  readonly face: FigureFace
  readonly colour: string
}
export interface Point {
  readonly x: number
  readonly y: number
}

/** A size and weight of the theme's type for figures. */
export interface FigureFace {
  readonly size: number
  readonly bold: boolean
}

/** What a figure is drawn with: its type, and the colours of the theme. */
export interface FigureStyle {
  readonly type: FigureType
  readonly palette: Palette
}

/** The type of a theme's figures. Lengths are points. */
export interface FigureType {
  /** Of names and events; `small` is that of scales and notes. */
  readonly size: number
  readonly small: number
  /** Nothing is set smaller where there is room for it. */
  readonly smallest: number
  /** Distances as multiples of the size: from baseline to baseline, above and below the baseline. */
  readonly leading: number
  readonly ascent: number
  readonly descent: number
  /** The width of a text, including its spaces. */
  widthOf(text: string, face: FigureFace): number
}

export interface Palette {
  readonly text: string
  readonly muted: string
  readonly accent: string
  readonly line: string
  readonly tint: string
  readonly paper: string
  /** Of the rule at the date that the facts hold for. */
  readonly warning: string
  /** Of the sides, each with a contrast of at least 3:1 against paper. */
  readonly series: readonly string[]
  /** From the least to the most severe; the colour `text` has a contrast of at least 4.5:1 on each. */
  readonly shades: readonly string[]
}

/** The space for a figure in points: the width of its column and the greatest height. */
export interface AvailableSpace {
  readonly width: number
  readonly height: number
}
