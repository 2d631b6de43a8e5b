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
  line.x = width - (line.x ?? 0) - left - right
}

function mirrorImage(image: PdfmakePlacedImage, width: number): void {
  image.x = width - image.x - image._width
}

function mirrorVector(vector: PdfmakeVector, width: number): void {
  if (vector.type === 'line') {
    vector.x1 = width - (vector.x1 ?? 0)
    vector.x2 = width - (vector.x2 ?? 0)
  } else if (vector.points) for (const point of vector.points) point.x = width - point.x
  else vector.x = width - (vector.x ?? 0) - (vector.w ?? 0)
}
