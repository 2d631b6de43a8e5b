export { altText } from './alt-text.js'
export { drawDiagram } from './draw-diagram.js'
export type * from './drawing.js'
