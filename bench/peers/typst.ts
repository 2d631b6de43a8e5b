import { createRequire } from 'node:module'
import { fileURLToPath } from 'node:url'
import type { Block, Document, Inline } from '../../src/markup/index.js'
import type { Peer } from './peer.js'

const FONTS = fileURLToPath(new URL('../../fonts', import.meta.url))
const SCRIPT = fileURLToPath(new URL('print-with-typst.cjs', import.meta.url))

/** Typst in this process, its caches emptied after each document; undefined where it is not installed. */
export function typst(): Peer | undefined {
  const opened = open()
  if (!opened) return undefined
  return {
    name: 'Typst',
    prepare: sourceOf,
    print: async source => opened(String(source)),
    command: (prepared, folder) => [SCRIPT, prepared, FONTS, folder],
  }
}

function open(): ((source: string) => Uint8Array) | undefined {
  try {
    return createRequire(import.meta.url)(SCRIPT).open(FONTS)
  } catch {
    return undefined
  }
}

function sourceOf(document: Document): string {
  const { title, running } = document
  return [
    `#set document(title: ${quoted(title)})`,
    '#set page(paper: "a4", margin: (x: 68pt, y: 64pt), numbering: "1 of 1",',
    `  header: context if here().page() > 1 { text(8pt, ${quoted(running.title)}) })`,
    '#set text(font: "Source Serif 4", size: 10pt, lang: "en")',
    '#set par(leading: 0.62em, spacing: 0.9em)',
    '#show heading: set text(font: "Source Sans 3")',
    ...document.blocks.map(markupOf),
  ].join('\n\n')
}

function markupOf(block: Block): string {
  switch (block.kind) {
    case 'columns':
      return block.columns.flat().map(markupOf).join('\n\n')
    case 'sources':
      return block.entries.map(entry => `+ ${wordsOf(entry.children)}`).join('\n')
    case 'masthead':
    case 'section':
      return block.children.map(markupOf).join('\n\n')
    case 'aside':
      return `#block(fill: luma(240), inset: 8pt, width: 100%)[${block.children.map(markupOf).join('\n\n')}]`
    case 'heading':
      return `${'='.repeat(block.level)} ${wordsOf(block.children)}`
    case 'paragraph':
      return wordsOf(block.children)
    case 'list':
      return block.items.map(item => `- ${item.map(markupOf).join('\n\n  ')}`).join('\n')
    case 'figure':
      return `#image(${quoted(block.source)}, width: 100%)`
    case 'quotation':
      return `#quote(block: true, attribution: [${wordsOf(block.attribution ?? [])}])[${block.children.map(markupOf).join('\n\n')}]`
    case 'table': {
      const cells = (rows: typeof block.head) =>
        rows.flatMap(row => row.cells.map(cell => `[${cell.children.map(markupOf).join('\n\n')}]`)).join(', ')
      const columns = block.widths.map(width => `${width}fr`).join(', ')
      return `#table(columns: (${columns}), stroke: (y: 0.4pt), table.header(${cells(block.head)}), ${cells(block.body)})`
    }
    default:
      throw new Error(`the benchmark has no ${block.kind}`)
  }
}

function wordsOf(inlines: readonly Inline[]): string {
  return inlines
    .map(inline => {
      if (inline.kind === 'text') return inline.text.replace(/[#*_$@<>[\]\\`~=+/-]/g, '\\$&')
      if (inline.kind === 'strong') return `#strong[${wordsOf(inline.children)}]`
      if (inline.kind === 'emphasis') return `#emph[${wordsOf(inline.children)}]`
      if (inline.kind === 'reference') return `#super[#link("https://bench.example/")[${inline.label}]]`
      return 'children' in inline ? wordsOf(inline.children) : '\\'
    })
    .join('')
}

const quoted = (text: string) => JSON.stringify(text)
