import { loadCharts } from '../figures/index.js'
import { type Document, findNodes } from '../markup/index.js'
import { type ImageAssets, loadReaders } from './pictures/open-images.js'

/**
 * Loads what few documents need, if this one does: what draws charts and what reads SVG. To be awaited before it is laid out; a
 * program that imports the library has all of it.
 */
export async function loadPartsFor(document: Document, assets: ImageAssets): Promise<void> {
  const diagrams = findNodes(document.blocks, 'diagram')
  if (diagrams.some(({ data }) => data.kind === 'chart')) await loadCharts()
  await loadReaders(findNodes(document.blocks, 'figure'), assets)
}
