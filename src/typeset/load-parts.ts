import { loadCharts } from '../figures/index.js'
import { type Document, findNodes, pictureOf } from '../markup/index.js'
import { isSvg } from './pictures/is-svg.js'
import type { ImageAssets } from './pictures/open-images.js'
import { loadSvg } from './pictures/read-picture.js'

/**
 * Loads what few documents need, if this one does: what draws charts and what reads SVG. To be awaited before it is laid out; a
 * program that imports the library has all of it.
 */
export async function loadPartsFor(document: Document, assets: ImageAssets): Promise<void> {
  const figures = findNodes(document.blocks, 'figure')
  const diagrams = findNodes(document.blocks, 'diagram')
  if (diagrams.some(({ data }) => data.kind === 'chart')) await loadCharts()
  if (figures.some(figure => isSvg(assets.read(pictureOf(figure)) ?? new Uint8Array()))) await loadSvg()
}
