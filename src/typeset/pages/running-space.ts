import type { PdfmakeMargins } from '../nodes/pdfmake-classes.js'
import { type BannerBox, heightOfRows } from './banner.js'
import { heightOfRunningLines, type RunningLines } from './running-lines.js'

/** Points at the edge of the paper that office printers do not reach. */
export const PAPER_EDGE = 20

/** Ems of the body's type: from the body to the rule of a running head or foot. */
const RULE_DISTANCE_EMS = 0.9
/** Ems of the running lines: from their lines to their rule, and to a marking. */
const HEAD_GAP_EMS = 0.45
const FOOT_GAP_EMS = 0.5
const BANNER_GAP_EMS = 0.6
/** Ems of the running lines by which a masthead begins below the place of their first line: where their capitals do. */
const MASTHEAD_DROP_EMS = 0.35

/** The sizes of type on which distances depend, and the rule of running heads and feet, in points. */
export interface RunningSizes {
  readonly body: number
  readonly running: number
  readonly rule: number
}

/** What stands at an edge of a page. */
export interface EdgeContent {
  readonly banners: readonly (readonly BannerBox[])[]
  readonly lines: RunningLines
}

/** Points from the body to the rule of a running head or foot. */
export const ruleDistance = ({ body }: RunningSizes): number => body * RULE_DISTANCE_EMS

/** Points from the body to the first line of a running head, or from the body to that of a foot. */
export const headDistance = (sizes: RunningSizes, lines: RunningLines): number =>
  ruleDistance(sizes) + sizes.rule + sizes.running * HEAD_GAP_EMS + heightOfRunningLines(lines)
export const footDistance = (sizes: RunningSizes): number =>
  ruleDistance(sizes) + sizes.rule + sizes.running * FOOT_GAP_EMS

/** Points by which a masthead begins above the top margin, as the first page has no running head. */
export const mastheadRaise = (sizes: RunningSizes, lines: RunningLines): number =>
  headDistance(sizes, lines) - sizes.running * MASTHEAD_DROP_EMS

/** Margins that leave room for what stands above and below the body. */
export function marginsAround(
  margins: PdfmakeMargins,
  { head, foot }: { readonly head: EdgeContent; readonly foot: EdgeContent },
  sizes: RunningSizes,
): PdfmakeMargins {
  const atEdge = ({ banners }: EdgeContent) =>
    PAPER_EDGE + (banners.length > 0 ? heightOfRows(banners) + sizes.running * BANNER_GAP_EMS : 0)
  const top = atEdge(head) + headDistance(sizes, head.lines)
  const bottom = atEdge(foot) + footDistance(sizes) + heightOfRunningLines(foot.lines)
  return { ...margins, top: Math.max(margins.top, top), bottom: Math.max(margins.bottom, bottom) }
}
