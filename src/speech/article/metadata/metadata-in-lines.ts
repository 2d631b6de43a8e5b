import { parseDateline } from '../../language/text.js'
import type { ArticleMetadata } from '../article.js'
import type { ParagraphText } from '../paragraph-text.js'
import { parseAuthors, parseByline } from './byline.js'
import { mergeMetadata, type PartialMetadata, singleLine, webAddress } from './metadata.js'
import { isDateLine, parseDay } from './publication-date.js'

/** Lines at the top and at the bottom that may say who wrote an article, when, and where it stands. */
const TOP_LINES = 10
const BOTTOM_LINES = 5

/** Reads what the first and last lines of an article say of it. */
export function metadataInLines(
  passages: readonly ParagraphText[],
  titleAt: number | undefined,
): ArticleMetadata {
  const lines = passages.flatMap(({ lines }, at) => (at === titleAt ? lines.slice(1) : lines))
  const edge =
    lines.length > TOP_LINES + BOTTOM_LINES
      ? [...lines.slice(0, TOP_LINES), ...lines.slice(-BOTTOM_LINES)]
      : lines
  const short = edge.filter(line => line.length <= 200)
  const first = (read: (line: string) => string | undefined) =>
    short.map(read).find(found => found !== undefined)
  return mergeMetadata(...short.map(labelledMetadata), {
    author: short.map(parseByline).find(names => names !== undefined),
    issued:
      first(publishedDate) ?? first(datedLine) ?? lines.slice(0, TOP_LINES).map(datelineDate).find(Boolean),
    url: first(line => webAddress(line)),
  })
}

/** A line such as `Source: https://…` or `Author: Jane Doe`. */
function labelledMetadata(line: string): PartialMetadata {
  const [, label = '', value = ''] = /^([a-z]+(?: (?:date|at|from|on))?)\s?:\s*(\S.*)$/i.exec(line) ?? []
  switch (label.toLowerCase()) {
    case 'title':
    case 'headline':
      return { title: singleLine(value) }
    case 'author':
    case 'authors':
    case 'byline':
      return { author: parseAuthors(value) }
    case 'publisher':
    case 'publication':
    case 'source': {
      const url = webAddress(value)
      return url
        ? { url }
        : { publisher: value.length <= 60 && !/[.!?]$/.test(value) ? singleLine(value) : undefined }
    }
    case 'url':
    case 'link':
    case 'original':
    case 'via':
      return { url: webAddress(value) }
    default:
      return {}
  }
}

/** When an article first appeared, which goes before when it was changed. */
function publishedDate(line: string): string | undefined {
  return /^(?:first |originally )?(?:published|posted|date|filed)\b/i.test(line) && isDateLine(line)
    ? parseDay(line)
    : undefined
}

function datedLine(line: string): string | undefined {
  return isDateLine(line) || parseByline(line) ? parseDay(line) : undefined
}

/** The day on which a report was written, where it begins with place and day: `GENEVA, Feb. 20, 2025 (Reuters) - `. */
function datelineDate(line: string): string | undefined {
  return parseDay(parseDateline(line) ?? '')
}
