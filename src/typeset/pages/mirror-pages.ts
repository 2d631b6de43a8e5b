import { present } from '../../diagnostics/index.js'
import { visibleSpan } from '../lines/visual-order.js'
import type { DocumentPage, PageItem, PlacedImage, PlacedLine, PlacedVector } from '../nodes/page.js'

/** The layout of pages set from left to right, mirrored: positions change sides, letters and images are not mirrored. */
export const mirrorPages = (pages: readonly DocumentPage[]): DocumentPage[] =>
  pages.map(page => ({ ...page, items: page.items.map(item => mirroredItem(item, page.pageSize.width)) }))

/** A part of a page that is mirrored; lengths are points. */
export const mirroredRectangle = <Part extends { readonly x: number; readonly width: number }>(
  part: Part,
  pageWidth: number,
): Part => ({ ...part, x: pageWidth - part.x - part.width })

function mirroredItem(item: PageItem, width: number): PageItem {
  if (item.type === 'line') return { type: 'line', item: mirroredLine(item.item, width) }
  if (item.type === 'image') return { type: 'image', item: mirroredImage(item.item, width) }
  return { type: 'vector', item: mirroredVector(item.item, width) }
}

function mirroredLine(placed: PlacedLine, width: number): PlacedLine {
  const { left, right } = visibleSpan(placed.line)
  return { ...placed, x: width - placed.x - left - right }
}

const mirroredImage = (image: PlacedImage, width: number): PlacedImage => ({
  ...image,
  x: width - image.x - image._width,
})

function mirroredVector(vector: PlacedVector, width: number): PlacedVector {
  if (vector.type === 'line')
    return {
      ...vector,
      x1: width - present(vector.x1, 'position of a line'),
      x2: width - present(vector.x2, 'position of a line'),
    }
  if (vector.points) return { ...vector, points: vector.points.map(({ x, y }) => ({ x: width - x, y })) }
  return { ...vector, x: width - (vector.x ?? 0) - (vector.w ?? 0) }
}
