import type { BatchRow } from './batch.js'
import { MORE } from './command-line.js'
import type { FiguresRow } from './figures.js'
import type { GrowthRow, MemoryRow } from './growth.js'
import type { LayoutRow } from './layouts.js'
import type { PictureRow } from './picture.js'
import type { Comparison } from './rounds.js'
import { comparisonTable, milliseconds, table, times } from './table.js'
import type { WarmRow } from './warm.js'

/** What each part of the benchmark gives. */
export interface BenchResults {
  readonly warm: readonly WarmRow[]
  readonly commandLine: readonly Comparison[]
  readonly cold: readonly Comparison[]
  readonly growth: readonly GrowthRow[]
  readonly memory: readonly MemoryRow[]
  readonly layouts: readonly LayoutRow[]
  readonly picture: readonly PictureRow[]
  readonly figures: readonly FiguresRow[]
  readonly twins: readonly Comparison[]
  readonly batch: readonly BatchRow[]
}

/** The tables of what was measured, their headings saying what; `peers` are the programs that the others are compared with. */
export function tablesOf(results: Partial<BenchResults>, peers: readonly string[]): string {
  const { warm = [], commandLine = [], cold = [], growth = [], memory = [] } = results
  const { layouts = [], picture = [], figures = [], twins = [], batch = [] } = results
  return [
    comparisonTable('a document of 4 pages, block tree to bytes, warm', warm, peers, {
      pages: row => String(row.pages),
      tags: row => (row.tagged ? 'yes' : 'no'),
    }),
    comparisonTable(`an edition more of 4 pages on the command line, of ${MORE}`, commandLine, peers),
    comparisonTable('one document of 4 pages, a process of its own', cold, peers),
    growthTable(growth),
    table(
      ['one process after so many editions', 'MB held', 'of them by JavaScript'],
      memory.map(({ editions, resident, heap }) => [String(editions), resident.toFixed(0), heap.toFixed(0)]),
    ),
    table(
      ['a layout of the same 4 pages with another spacing', 'CPU ms', 'least', 'wall ms', 'CPU × the first'],
      layouts.map(({ name, cpu, wall, share }) => [
        name,
        ...[cpu.median, cpu.least, wall.median].map(milliseconds),
        times(share),
      ]),
    ),
    table(
      ['a process that prints a PNG of 36 megapixels', 'CPU s', 'wall s', 'peak MB', 'PDF MB'],
      picture.map(({ name, cpu, wall, peakMemory, file }) => [
        name,
        (cpu / 1000).toFixed(2),
        (wall / 1000).toFixed(2),
        peakMemory.toFixed(0),
        file.toFixed(2),
      ]),
    ),
    comparisonTable('a document with three figures, block tree to bytes, warm', twins, ['PDF']),
    comparisonTable('an edition from the brief, warm', figures, ['without figures'], {
      pages: row => String(row.pages),
    }),
    table(
      ['a mail merge, all cores', 'editions', 'CPU ms each', 'wall ms each', 'wall s in all', 'peak MB'],
      batch.map(({ name, editions, process }) => [
        name,
        String(editions),
        (process.cpu / editions).toFixed(2),
        (process.wall / editions).toFixed(2),
        (process.wall / 1000).toFixed(1),
        process.peakMemory.toFixed(0),
      ]),
    ),
  ]
    .filter(text => text !== '')
    .join('\n')
}

function growthTable(rows: readonly GrowthRow[]): string {
  return table(
    ['one long document', 'pages', 'CPU ms a page', 'wall ms a page', 'CPU × its shortest', 'peak MB'],
    rows.map(({ name, pages, page, peakMemory }) => {
      const shortest = rows.find(row => row.name === name)
      return [
        name,
        String(pages),
        page.cpu.toFixed(2),
        page.wall.toFixed(2),
        shortest ? (page.cpu / shortest.page.cpu).toFixed(2) : '',
        peakMemory.toFixed(0),
      ]
    }),
  )
}
