import { present } from '../../diagnostics/index.js'
import { baselineOfLine, type TypesetLine, wordsOfLine } from '../lines/typeset-line.js'
import type { TypesetSession } from '../lines/typeset-session.js'
import type { PdfmakePage, PdfmakeVector } from '../nodes/pdfmake-classes.js'

/** The page, counted from 1, of each destination in a document. */
export function destinationPages(pages: readonly PdfmakePage[]): Map<string, number> {
  const destinations = new Map<string, number>()
  pages.forEach((page, index) => {
    for (const line of linesOfPage(page))
      for (const name of [...(line.anchors ?? []), ...wordsOfLine(line).flatMap(word => word.anchors)])
        if (!destinations.has(name)) destinations.set(name, index + 1)
  })
  return destinations
}

/** Writes page numbers where the contents list reserves space for them, each with a dot leader. */
export function fillPageNumbers(
  pages: readonly PdfmakePage[],
  destinations: ReadonlyMap<string, number>,
  session: TypesetSession,
): void {
  for (const page of pages)
    for (const line of linesOfPage(page)) {
      const [word] = wordsOfLine(line)
      if (!word?.pageOf) continue
      const [number] = session.measure([{ ...word.run, text: String(destinations.get(word.pageOf) ?? '') }])
      if (!number) continue
      const x = present(line.x, 'position of a line') + word.width
      line.x = x - number.width
      line.inlines = [number]
      page.items.push({
        type: 'vector',
        item: dotLeader(x - line.maxWidth, line.x - word.fontSize / 2, baselineOfLine(line), word.colour),
      })
    }
}

const dotLeader = (from: number, to: number, y: number, lineColor: string): PdfmakeVector => ({
  type: 'line',
  ...{ x1: from, x2: Math.max(from, to), y1: y, y2: y },
  ...{ lineWidth: 0.5, lineColor, dash: { length: 0.5, space: 3 } },
})

const linesOfPage = (page: PdfmakePage): TypesetLine[] =>
  page.items.flatMap(({ type, item }) => (type === 'line' ? [item] : []))
