import type { LayoutNode } from '../nodes/layout-nodes.js'
import type { FootNote } from '../nodes/paragraph.js'
import type { KeepRules } from './keep-rules.js'
import type { NodeHeights } from './node-heights.js'
import type { PageBuilder } from './page-builder.js'

/** Content beside other content, `x` points from the left of both. */
export interface SidePart {
  readonly x: number
  readonly width: number
  place(): void
}

/** What placing one kind of node asks of placing all others. Lengths are points. */
export interface Placer {
  readonly builder: PageBuilder
  readonly heights: NodeHeights
  readonly keepRules: KeepRules
  readonly bodyHeight: number
  /** Places a node with its margins; `minHeight` is that of its frame, where neighbours ask for one. */
  place(node: LayoutNode, minHeight?: number): void
  /** Runs `place` where nothing may be broken by a page. */
  unbroken(place: () => void): void
  /** Runs `place` for what a page before has shown already: no destination is on it again. */
  repeat(place: () => void): void
  /** Places contents side by side, each beginning at the same height, and continues below all of them. */
  sideBySide(parts: readonly SidePart[]): void
  /** Whether a height and the beginnings of the notes that it calls have room on the page. */
  hasRoom(height: number, notes: readonly FootNote[]): boolean
  /** Goes on to a page with room where there is none on this one and others may have it; tells whether it did so. */
  makeRoom(height: number, notes: readonly FootNote[]): boolean
}
