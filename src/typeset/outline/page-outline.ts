import type { PageText } from '../pages/page-text.js'

/** Pages as lines of `x y size font | text`, in points from the upper left corner of each. */
export function outlinePages(pages: readonly PageText[]): string {
  return pages.map(pageLines).join('\n')
}

function pageLines(lines: PageText, index: number): string {
  const shown = lines.map(({ x, y, size, font, text }) => {
    const place = [x, y, size].map(length => length.toFixed(1).padStart(6)).join('')
    return `${place}  ${font} | ${text}\n`
  })
  return `page ${index + 1}\n${shown.join('')}`
}
