import { parseArgs } from 'node:util'
import { batch } from './batch.js'
import { cold } from './cold.js'
import { figures } from './figures.js'
import { growth, memory } from './growth.js'
import { plainPdfmake } from './peers/plain-pdfmake.js'
import { typst } from './peers/typst.js'
import { openPipeline } from './pipeline.js'
import type { Figure } from './rounds.js'

/**
 * How fast documents are printed, against peers on the same words in the same run: `npm run bench`, with `--json`
 * for programs. Typst is compared with where `npm install --prefix bench` has brought it in.
 */
const { values } = parseArgs({ options: { json: { type: 'boolean' }, only: { type: 'string' } } })
const wanted = (part: string) => values.only === undefined || values.only === part

async function warmRows() {
  const { warm } = await import('./warm.js')
  return warm(pipeline, peers)
}

function tables(): string {
  const plain = (rows: readonly { name: string }[]) => rows.find(({ name }) => name === 'plain pdfmake')
  const ratio = (figure: Figure, base: Figure | undefined) =>
    base ? `${(base.median / figure.median).toFixed(2)} ×` : ''
  const baseWarm = plain(results.warm) as { document: Figure } | undefined
  const baseCold = plain(results.cold) as { process: Figure } | undefined
  const basePerEdition = results.batch.find(({ name }) => name === 'plain pdfmake')?.msPerEdition
  return [
    table(
      ['documents of 4 pages, warm', 'pages', 'ms', 'least–most', 'a second', 'plain pdfmake'],
      results.warm.map(({ name, pages, document }) => [
        name,
        String(pages),
        ms(document.median),
        span(document),
        (1000 / document.median).toFixed(1),
        ratio(document, baseWarm?.document),
      ]),
    ),
    table(
      ['one document of 4 pages, cold', 'ms', 'least–most', 'plain pdfmake'],
      results.cold.map(({ name, process }) => [
        name,
        ms(process.median),
        span(process),
        ratio(process, baseCold?.process),
      ]),
    ),
    table(
      ['the same words, warm', 'pages', 'ms', 'least–most', 'without figures'],
      results.figures.map(({ name, pages, document, ratio }) => [
        name,
        String(pages),
        ms(document.median),
        span(document),
        `${ratio.median.toFixed(2)} ×`,
      ]),
    ),
    table(
      ['one document', 'ms a page', 'against the first', 'peak MB'],
      results.growth.map(({ pages, msPerPage, peakMemory }) => [
        `${pages} pages`,
        ms(msPerPage),
        `${(msPerPage / (results.growth[0]?.msPerPage ?? 1)).toFixed(2)} ×`,
        peakMemory.toFixed(0),
      ]),
    ),
    table(
      ['a batch', 'editions', 'ms each', 'a second', 'plain pdfmake', 'in all', 'peak MB'],
      results.batch.map(({ name, editions, msPerEdition, peakMemory }) => [
        name,
        String(editions),
        msPerEdition.toFixed(2),
        (1000 / msPerEdition).toFixed(1),
        basePerEdition ? `${(basePerEdition / msPerEdition).toFixed(2)} ×` : '',
        `${((msPerEdition * editions) / 1000).toFixed(1)} s`,
        peakMemory?.toFixed(0) ?? '',
      ]),
    ),
    table(
      ['one process', 'MB held'],
      results.memory.map(({ documents, memory: held }) => [`${documents} documents`, held.toFixed(0)]),
    ),
  ]
    .filter(text => text !== '')
    .join('\n')
}

const ms = (value: number) => value.toFixed(1)
const span = ({ least, most }: Figure) => `${ms(least)}–${ms(most)}`

function table(head: readonly string[], rows: readonly (readonly string[])[]): string {
  if (rows.length === 0) return ''
  const widths = head.map((cell, column) =>
    Math.max(cell.length, ...rows.map(row => row[column]?.length ?? 0)),
  )
  const line = (row: readonly string[]) =>
    row
      .map((cell, column) =>
        column === 0 ? cell.padEnd(widths[0] ?? 0) : cell.padStart(widths[column] ?? 0),
      )
      .join('  ')
  return `${[head, ...rows].map(line).join('\n')}\n`
}

const pipeline = await openPipeline()
const peers = [plainPdfmake(), typst()].filter(peer => peer !== undefined)
const results = {
  warm: wanted('warm') ? await warmRows() : [],
  cold: wanted('cold') ? await cold(pipeline, peers) : [],
  batch: wanted('batch') ? await batch(pipeline, peers) : [],
  figures: wanted('figures') ? await figures(pipeline) : [],
  growth: wanted('growth') ? growth() : [],
  memory: wanted('memory') ? memory() : [],
}
process.stdout.write(values.json ? `${JSON.stringify(results, undefined, 2)}\n` : tables())
