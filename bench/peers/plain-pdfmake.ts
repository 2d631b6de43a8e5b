import { createRequire } from 'node:module'
import { fileURLToPath } from 'node:url'
import type { Block, Document, Inline } from '../../src/markup/index.js'
import type { Peer } from './peer.js'

const FONTS = fileURLToPath(new URL('../../fonts', import.meta.url))
const SCRIPT = fileURLToPath(new URL('print-with-pdfmake.cjs', import.meta.url))

/** pdfmake as its manual has it: a document definition and the fonts by their paths, without tags. */
export function plainPdfmake(): Peer {
  const { print } = createRequire(import.meta.url)(SCRIPT)
  return {
    name: 'plain pdfmake',
    prepare: definitionOf,
    // pdfmake changes the definition that it is given, and each is printed once.
    print: definition => print(definition, FONTS),
    command: (prepared, folder) => [SCRIPT, prepared, FONTS, folder],
  }
}

/** Points. */
const TEXT_WIDTH = 459

function definitionOf(document: Document): object {
  return {
    pageSize: 'A4',
    pageMargins: [68, 64, 68, 64],
    info: { title: document.title },
    defaultStyle: { font: 'Serif', fontSize: 10 },
    styles: {
      h1: { fontSize: 21, bold: true },
      h2: { font: 'Sans', fontSize: 12.4, bold: true, margin: [0, 10, 0, 4] },
      head: { font: 'Sans', bold: true, fontSize: 9 },
    },
    content: document.blocks.map(contentOf),
  }
}

function contentOf(block: Block): object {
  switch (block.kind) {
    case 'columns':
      return { columns: block.columns.map(blocks => ({ stack: blocks.map(contentOf) })) }
    case 'sources':
      return { ol: block.entries.map(entry => ({ text: runsOf(entry.children) })) }
    case 'masthead':
    case 'aside':
    case 'section':
      return { stack: block.children.map(contentOf), margin: [0, 4, 0, 4] }
    case 'heading':
      return { text: runsOf(block.children), style: `h${block.level}` }
    case 'paragraph':
      return { text: runsOf(block.children), margin: [0, 0, 0, 3] }
    case 'list':
      return { ul: block.items.map(item => ({ stack: item.map(contentOf) })) }
    case 'figure':
      return { image: block.source, width: TEXT_WIDTH }
    case 'quotation':
      return {
        stack: [...block.children.map(contentOf), { text: runsOf(block.attribution ?? []), fontSize: 8 }],
        margin: [16, 4, 16, 4],
      }
    case 'table':
      return {
        table: {
          headerRows: block.head.length,
          widths: block.widths.map(width => `${Math.floor((100 * width) / 5)}%`),
          body: [...block.head, ...block.body].map((row, index) =>
            row.cells.map(cell => ({
              stack: cell.children.map(contentOf),
              ...(index < block.head.length && { style: 'head' }),
            })),
          ),
        },
        layout: 'lightHorizontalLines',
      }
    default:
      throw new Error(`the benchmark has no ${block.kind}`)
  }
}

function runsOf(inlines: readonly Inline[]): object[] {
  return inlines.map(inline => {
    if (inline.kind === 'text') return { text: inline.text }
    if (inline.kind === 'strong') return { text: runsOf(inline.children), bold: true }
    if (inline.kind === 'emphasis') return { text: runsOf(inline.children), italics: true }
    if (inline.kind === 'reference')
      return { text: inline.label, fontSize: 7, link: 'https://bench.example/' }
    return 'children' in inline ? { text: runsOf(inline.children) } : { text: '\n' }
  })
}
