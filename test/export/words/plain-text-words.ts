import { Findings } from '../../../src/diagnostics/index.js'
import { printPlainText } from '../../../src/export/text/print-plain-text.js'
import type { TwinReader } from './twin-reader.js'
import { splitWords, withoutScheme } from './words.js'

/** Plain text as people read it. */
export const PLAIN_TEXT_READER: TwinReader = {
  format: 'txt',
  print: async content => printPlainText(content, new Findings().report),
  words: async twins => twins.map(bytes => plainTextWords(readPlainText(Buffer.from(bytes).toString()))),
}

const plainTextWords = (text: string): string[] =>
  splitWords(text).flatMap(word => (word === '-' ? [] : [withoutScheme(word)]))

const PART = /\n\n-{20}\n\n/
const COLUMN_RULE = /^ *-{3,}(?: {2}-{3,})+$/
const ROW_RULE = /^(?:- ){17}-$/

/** The words in the order of the PDF: notes where they are called, tables cell by cell, and no lines that are drawn. */
function readPlainText(text: string): string {
  const parts = text.split(PART)
  const end = parts.length > 1 ? (parts.pop() ?? '') : ''
  const notes = parts.length > 1 ? notesIn(parts.pop() ?? '') : new Map<string, string>()
  const body = parts.join('\n\n')
  const read = readLines(body.split('\n'))
  const noted = read.replace(/\[([a-z]+)\]/g, (call, label: string) => `${call} ${notes.get(label) ?? ''} `)
  return `${noted.replace(/\s*<(?:https?:|mailto:|tel:)[^\s>]*>/g, '')}\n${end}`
}

function notesIn(text: string): Map<string, string> {
  const notes = text.split(/\n(?=\[[a-z]+\] )/)
  return new Map(
    notes.flatMap(note => {
      const [, label = '', words = ''] = /^\[([a-z]+)\] ([\s\S]*)$/.exec(note.trim()) ?? []
      return label === '' ? [] : [[label, words] as const]
    }),
  )
}

function readLines(all: readonly string[]): string {
  const isBox = (at: number) => /^\|(?: |$)/.test(all[at] ?? '')
  // One line by itself that begins with a bar is words.
  const lines = all.map((line, at) =>
    isBox(at) && (isBox(at - 1) || isBox(at + 1)) ? line.replace(/^\| ?/, '') : line,
  )
  const read: string[] = []
  for (let at = 0; at < lines.length; at++) {
    const line = lines[at] ?? ''
    if (ROW_RULE.test(line.trim())) {
      const end = endOfRows(lines, at)
      read.push(stackedWords(lines.slice(at + 1, end)))
      at = end
    } else if (COLUMN_RULE.test(line)) {
      const end = endOfColumns(lines, at)
      const head: string[] = []
      const left = indentOf(line)
      while (!isEnd(read.at(-1)) && indentOf(read.at(-1) ?? '') >= left) head.unshift(read.pop() ?? '')
      read.push(columnWords(head, lines.slice(at, end + 1)))
      at = end
    } else if (!isDrawn(lines, at)) read.push(withoutBullet(line))
  }
  return read.join('\n')
}

/** A line that no words are in: below a heading and as long, of a rule, or to write on. */
function isDrawn(lines: readonly string[], at: number): boolean {
  const line = lines[at] ?? ''
  const drawn = line.trim()
  if (/^ {26}-{20}$/.test(line) || /^_{12,}$/.test(drawn)) return true
  if (!/^(?:={3,}|-{3,}|~{3,})$/.test(drawn) || !isEnd(lines[at + 1])) return false
  let widest = 0
  for (let above = at - 1; !isEnd(lines[above]); above--) {
    widest = Math.max(widest, (lines[above] ?? '').trim().length)
    if (drawn.length === Math.max(3, widest)) return true
  }
  return false
}

const indentOf = (line: string): number => line.length - line.trimStart().length
const withoutBullet = (line: string): string => line.replace(/^( *)- /, '$1  ')
const isEnd = (line: string | undefined) => line === undefined || line.trim() === ''

const endOfRows = (lines: readonly string[], from: number): number =>
  lines.findIndex((line, at) => at > from && ROW_RULE.test(line.trim()) && isEnd(lines[at + 1]))

const endOfColumns = (lines: readonly string[], from: number): number =>
  lines.findIndex((line, at) => at > from && COLUMN_RULE.test(line) && isEnd(lines[at + 1]))

/** The head, and rows up to the last rule: cell by cell. */
function columnWords(head: readonly string[], [rule = '', ...others]: readonly string[]): string {
  const spans = [...rule.matchAll(/-+/g)].map(({ index, 0: { length } }) => [index, index + length] as const)
  const isLoose = others.some(isEnd)
  const body = others.flatMap(line => (COLUMN_RULE.test(line) ? (isLoose ? [''] : []) : [line]))
  const rows = isLoose
    ? body
        .join('\n')
        .split(/\n\s*\n/)
        .map(row => row.split('\n'))
    : body.map(row => [row])
  const cells = (lines: readonly string[]) =>
    spans.map(([from, to], column) => {
      const end = column === spans.length - 1 ? undefined : to
      return lines.map(line => line.slice(from, end)).join(' ')
    })
  return [head, ...rows].flatMap(cells).join('\n')
}

/** Rows of cells with labels, which the first row has all of; they are the head of the table. */
function stackedWords(lines: readonly string[]): string {
  const base = Math.min(
    ...lines.filter(line => !isEnd(line)).map(line => line.length - line.trimStart().length),
  )
  const rows: string[][] = [[]]
  for (const line of lines.map(each => each.slice(base)))
    if (ROW_RULE.test(line.trim())) rows.push([])
    else rows.at(-1)?.push(line)
  const [first, ...others] = rows.map(labelledCells)
  return [first?.labels, first?.words, ...others.map(row => row.words)].join('\n')
}

function labelledCells(lines: readonly string[]): { labels: string; words: string } {
  const labels: string[] = []
  const words: string[] = []
  for (const line of lines) {
    const [, label, said = ''] = /^(\S.*?)(?:\u00a0?:)(?: {2}(.*))?$/.exec(line) ?? []
    if (label !== undefined) {
      labels.push(label)
      words.push(said)
    } else if (/^\S/.test(line)) labels.push(line)
    else words.push(line)
  }
  return { labels: labels.join(' '), words: readLines(words) }
}
