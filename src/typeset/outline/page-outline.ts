import type { PageText } from '../pages/page-text.js'

/** Pages as lines of `x y size font | text`, in points from the upper left corner of each; with the shares of them that are used. */
export function outlinePages(pages: readonly PageText[], fills: readonly number[] = []): string {
  return pages.map((lines, index) => pageLines(lines, index, fills[index])).join('\n')
}

function pageLines(lines: PageText, index: number, fill: number | undefined): string {
  const shown = lines.map(({ x, y, size, font, text }) => {
    const place = [x, y, size].map(length => length.toFixed(1).padStart(6)).join('')
    return `${place}  ${font} | ${text}\n`
  })
  const filled = fill === undefined ? '' : `${Math.round(fill * 100)} % full\n`
  return `page ${index + 1}\n${shown.join('')}${filled}`
}
