import type { PageText } from '../pages/page-text.js'

/** Shares of pages that are used, and how many of them are those of annexes. */
export interface PageFigures {
  readonly fills: readonly number[]
  readonly annexPages: number
}

/** Pages as lines of `x y size font | text`, in points from the upper left corner of each; with what is known of them. */
export function outlinePages(pages: readonly PageText[], figures?: PageFigures): string {
  const firstAnnex = pages.length - (figures?.annexPages ?? 0)
  return pages
    .map((lines, index) => {
      const name = `page ${index + 1}${index < firstAnnex ? '' : ', of an annex'}`
      return pageLines(name, lines, figures?.fills[index])
    })
    .join('\n')
}

function pageLines(name: string, lines: PageText, fill: number | undefined): string {
  const shown = lines.map(({ x, y, size, font, text }) => {
    const place = [x, y, size].map(length => length.toFixed(1).padStart(6)).join('')
    return `${place}  ${font} | ${text}\n`
  })
  const filled = fill === undefined ? '' : `${Math.round(fill * 100)} % full\n`
  return `${name}\n${shown.join('')}${filled}`
}
