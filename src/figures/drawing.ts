/**
 * The vector vocabulary of figures. Lengths are points, from the left and the top edge of the drawing; colours are
 * `#rrggbb`. What stands first is drawn first.
 */
export interface Drawing {
  readonly width: number
  readonly height: number
  readonly shapes: readonly Shape[]
}

export type Shape = Rectangle | VectorPath | Circle | FigureText

interface PaintedShape {
  readonly fill?: string | undefined
  readonly stroke?: Stroke | undefined
}
export interface Stroke {
  readonly colour: string
  readonly width: number
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

/** A cut of the theme's type for figures. */
export interface FigureFace {
  readonly size: number
  readonly bold: boolean
}

/** What a figure is drawn with: its type, and the colours of the theme. */
export interface FigureStyle {
  readonly type: FigureTypography
  readonly palette: Palette
}

/** The type of a theme's figures. Lengths are points. */
export interface FigureTypography {
  /** Of names and events, and of what is less: scales and notes. */
  readonly size: number
  readonly small: number
  /** Of a line, as a multiple of its size: from baseline to baseline, above and below the baseline. */
  readonly leading: number
  readonly ascent: number
  readonly descent: number
  /** Of a text as wide as its words and spaces are together. */
  widthOf(text: string, face: FigureFace): number
}

export interface Palette {
  readonly text: string
  readonly muted: string
  readonly accent: string
  readonly line: string
  readonly tint: string
  readonly paper: string
  /** Of the sides in an affair, each at least 3:1 against paper. */
  readonly series: readonly string[]
  /** From the slightest to the gravest; letters in `text` are at least 4.5:1 on each. */
  readonly shades: readonly string[]
}

/** The room that a figure has: the width of its column, and the most that it may be high, in points. */
export interface AvailableSpace {
  readonly width: number
  readonly height: number
}
