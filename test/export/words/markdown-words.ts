import { execFileSync, spawnSync } from 'node:child_process'
import { mkdtempSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { Findings } from '../../../src/diagnostics/index.js'
import { printMarkdown } from '../../../src/export/markdown/print-markdown.js'
import type { TwinReader } from './twin-reader.js'
import { splitWords } from './words.js'

export const hasPandoc = spawnSync('pandoc', ['--version']).status === 0

/** Markdown as Pandoc reads it. */
export const MARKDOWN_READER: TwinReader = {
  format: 'md',
  lacks: hasPandoc ? undefined : 'no pandoc',
  print: async content => printMarkdown(content, new Findings().report),
  words: async twins => readMarkdown(twins),
}

/** A node of Pandoc's tree. */
interface PandocNode {
  readonly t: string
  readonly c?: unknown
}

const SEPARATOR = 'ZqSeparatorOfFilesZq'

/** The words of each file; all are read by one process, each by itself. */
export function readMarkdown(files: readonly Uint8Array[]): string[][] {
  const folder = mkdtempSync(join(tmpdir(), 'markdown-'))
  try {
    const separator = join(folder, 'separator.md')
    writeFileSync(separator, `${SEPARATOR}\n`)
    const paths = files.flatMap((bytes, index) => {
      const path = join(folder, `${index}.md`)
      writeFileSync(path, bytes)
      return [path, separator]
    })
    const options = { encoding: 'utf8', maxBuffer: 1e9 } as const
    const json = execFileSync('pandoc', ['-f', 'markdown', '-t', 'json', '--file-scope', ...paths], options)
    const { blocks } = JSON.parse(json) as { blocks: PandocNode[] }
    const text = textOf(blocks)
    return text.split(SEPARATOR).slice(0, -1).map(splitWords)
  } finally {
    rmSync(folder, { recursive: true })
  }
}

const textOf = (nodes: unknown): string => (nodes as PandocNode[]).map(textOfNode).join('')
const spaced = (text: string) => ` ${text} `

/** The members of a node, whose content is an array of them. */
function textOfNode({ t, c }: PandocNode): string {
  const parts = (c ?? []) as unknown[]
  switch (t) {
    case 'Str':
      return c as string
    case 'Space':
    case 'SoftBreak':
    case 'LineBreak':
      return ' '
    case 'Emph':
    case 'Strong':
    case 'Superscript':
      return textOf(c)
    case 'Quoted':
      return quotedText((parts[0] as PandocNode).t, textOf(parts[1]))
    case 'Link':
      return isLinkToSource({ t, c }) ? spaced(textOf(parts[1])) : textOf(parts[1])
    case 'Span':
      return textOf(parts[1])
    case 'Note':
      return noteText(c as PandocNode[])
    case 'Plain':
    case 'Para':
      return spaced(textOf(c))
    case 'Header':
      return spaced(textOf(parts[2]))
    case 'BulletList':
      return spaced((c as unknown[]).map(textOf).join(' '))
    case 'OrderedList': {
      const [start] = parts[0] as [number]
      return (parts[1] as unknown[]).map((item, index) => ` ${start + index}. ${textOf(item)} `).join('')
    }
    case 'DefinitionList':
      return (c as [unknown, unknown[]][])
        .map(([term, bodies]) => ` ${textOf(term)} ${bodies.map(textOf).join(' ')} `)
        .join('')
    case 'BlockQuote':
      return spaced(textOf(c))
    case 'Div':
      return spaced(textOf(parts[1]))
    case 'Table':
      return tableText(parts)
    case 'RawInline':
    case 'RawBlock':
      if ((parts[1] as string).startsWith('<!--')) return ''
      break
    case 'HorizontalRule':
      return ' '
  }
  return ` ${t} that nobody wrote: ${JSON.stringify(c)} `
}

/** Straight marks are escaped, so that only curly ones are read as marks of quotation. */
const quotedText = (marks: string, text: string): string =>
  marks === 'DoubleQuote' ? `“${text}”` : `‘${text}’`

/** A note on a source says what is printed on the page, as a link or a first part, and then the source. */
function noteText(blocks: readonly PandocNode[]): string {
  const [first] = blocks
  const inlines = (first?.c ?? []) as PandocNode[]
  const [link] = inlines
  return spaced(link && isLinkToSource(link) ? textOfNode(link) : textOf(blocks))
}

const isLinkToSource = ({ t, c }: PandocNode): boolean =>
  t === 'Link' && ((c as unknown[])[2] as [string])[0].startsWith('#source-')

/** Caption, head and body: [attributes, [short, caption], columns, [_, rows], bodies, foot]. */
function tableText(parts: readonly unknown[]): string {
  const [, caption] = parts[1] as [unknown, unknown]
  const rowsText = (rows: unknown) =>
    (rows as [unknown, unknown[][]][])
      .map(([, cells]) => cells.map(cell => spaced(textOf(cell[4]))).join(''))
      .join('')
  const [, head] = parts[3] as [unknown, unknown]
  const bodies = parts[4] as unknown[][]
  return ` ${textOf(caption)} ${rowsText(head)} ${bodies.map(body => `${rowsText(body[2])} ${rowsText(body[3])}`).join(' ')} `
}
