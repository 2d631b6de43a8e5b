import type { Drawing } from '../../figures/index.js'
import type { Diagram } from '../../markup/index.js'
import { type DocumentStyle, drawToWidth } from '../../typeset/index.js'

/** A figure as a twin shows it: anew for the width in points that a twin has for it, so that its words stay as large. */
export const drawDiagramForTwin = (
  diagram: Diagram,
  style: Pick<DocumentStyle, 'theme' | 'fonts' | 'typeSize'>,
  widthInPoints: number,
): Drawing | undefined => drawToWidth(diagram, style, widthInPoints)
