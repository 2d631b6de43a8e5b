import { present } from '../../diagnostics/index.js'
import { visibleSpan } from '../lines/visual-order.js'
import type {
  PdfmakeLine,
  PdfmakePage,
  PdfmakePageItem,
  PdfmakePlacedImage,
  PdfmakeVector,
} from '../nodes/pdfmake-classes.js'

/** Mirrors the layout of pages set from left to right: positions change sides, letters and images are not mirrored. */
export function mirrorPages(pages: readonly PdfmakePage[]): void {
  for (const { items, pageSize } of pages) for (const item of items) mirrorItem(item, pageSize.width)
}

function mirrorItem({ type, item }: PdfmakePageItem, width: number): void {
  if (type === 'line') mirrorLine(item, width)
  else if (type === 'image') mirrorImage(item, width)
  else mirrorVector(item, width)
}

function mirrorLine(line: PdfmakeLine, width: number): void {
  const { left, right } = visibleSpan(line)
  line.x = width - present(line.x, 'position of a line') - left - right
}

function mirrorImage(image: PdfmakePlacedImage, width: number): void {
  image.x = width - image.x - image._width
}

function mirrorVector(vector: PdfmakeVector, width: number): void {
  if (vector.type === 'line') {
    vector.x1 = width - present(vector.x1, 'position of a line')
    vector.x2 = width - present(vector.x2, 'position of a line')
  } else if (vector.points) for (const point of vector.points) point.x = width - point.x
  else vector.x = width - (vector.x ?? 0) - (vector.w ?? 0)
}
