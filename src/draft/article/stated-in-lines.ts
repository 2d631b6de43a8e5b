import { datelineOf } from '../language/dateline.js'
import type { Stated } from './article.js'
import { authorsIn, bylineOf } from './byline.js'
import type { Passage } from './passage.js'
import { firstStated, type MayState, oneLine, webAddress } from './stated.js'
import { dayIn, isDateLine } from './written-date.js'

/** Lines at the top and at the bottom that may say who wrote an article, when, and where it stands. */
const TOP = 10
const BOTTOM = 5

/** Reads what the first and last lines of an article say of it. */
export function statedInLines(passages: readonly Passage[], titleAt: number | undefined): Stated {
  const lines = passages.flatMap(({ lines }, at) => (at === titleAt ? lines.slice(1) : lines))
  const edge = lines.length > TOP + BOTTOM ? [...lines.slice(0, TOP), ...lines.slice(-BOTTOM)] : lines
  const short = edge.filter(line => line.length <= 200)
  const first = (read: (line: string) => string | undefined) =>
    short.map(read).find(found => found !== undefined)
  return firstStated(...short.map(labelled), {
    author: short.map(bylineOf).find(names => names !== undefined),
    issued: first(published) ?? first(dated) ?? lines.slice(0, TOP).map(writtenOn).find(Boolean),
    url: first(line => webAddress(line)),
  })
}

/** A line such as `Source: https://…` or `Author: Jane Doe`. */
function labelled(line: string): MayState {
  const [, label = '', value = ''] = /^([a-z]+(?: (?:date|at|from|on))?)\s?:\s*(\S.*)$/i.exec(line) ?? []
  switch (label.toLowerCase()) {
    case 'title':
    case 'headline':
      return { title: oneLine(value) }
    case 'author':
    case 'authors':
    case 'byline':
      return { author: authorsIn(value) }
    case 'publisher':
    case 'publication':
    case 'source': {
      const url = webAddress(value)
      return url
        ? { url }
        : { publisher: value.length <= 60 && !/[.!?]$/.test(value) ? oneLine(value) : undefined }
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
function published(line: string): string | undefined {
  return /^(?:first |originally )?(?:published|posted|date|filed)\b/i.test(line) && isDateLine(line)
    ? dayIn(line)
    : undefined
}

function dated(line: string): string | undefined {
  return isDateLine(line) || bylineOf(line) ? dayIn(line) : undefined
}

/** The day on which a report was written, where it begins with place and day: `GENEVA, Feb. 20, 2025 (Reuters) - `. */
function writtenOn(line: string): string | undefined {
  return dayIn(datelineOf(line) ?? '')
}
