export { drawDiagramForTwin } from './draw-diagram-for-twin.js'
export { drawingToSvg, quotedFamily, type SvgOptions } from './drawing-to-svg.js'
export { escapeMarkup } from './escape-markup.js'
