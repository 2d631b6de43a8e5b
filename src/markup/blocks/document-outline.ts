import type { Block, Document, Figure, Section } from './blocks.js'
import type { ChartData } from './charts.js'
import type { DiagramData, TimelineEvent } from './diagrams.js'
import type { Inline } from './inlines.js'

/** A document as a readable text, one line a block: kind, style, words. */
export function outlineDocument(document: Document): string {
  const { title, lang, banners, running, overlay, sources } = document
  const head = [
    `document "${title}" [${lang}]${banners.map(({ text }) => ` banner "${text}"`).join('')}`,
    `running ${[running.organisation, running.audience, running.title, running.page_of, ...running.notes].map(text => `"${text}"`).join(' | ')}`,
    ...overlay.map(text => `overlay "${text}"`),
    ...sources.map(({ number, id }) => `source ${number} = ${id}`),
  ]
  return `${[...head, ...document.blocks.flatMap(block => blockLines(block, 0))].join('\n')}\n`
}

function blockLines(block: Block, depth: number): string[] {
  const inside = (blocks: readonly Block[], deeper = 1) =>
    blocks.flatMap(child => blockLines(child, depth + deeper))
  const line = (text: string, deeper = 0) => `${'  '.repeat(depth + deeper)}${text}`
  const styled = 'style' in block && block.style !== undefined ? `${block.kind}.${block.style}` : block.kind
  const named = 'id' in block && block.id !== undefined ? `${styled} #${block.id}` : styled
  switch (block.kind) {
    case 'section':
      return [line(`${named}${pagesOf(block)}`), ...inside(block.children)]
    case 'heading':
      return [line(`h${block.level} #${block.id}: ${outlineInlines(block.children)}`)]
    case 'paragraph':
      return [
        line(
          `${named}${block.number === undefined ? '' : ` ${block.number}.`}: ${outlineInlines(block.children)}`,
        ),
      ]
    case 'list':
      return [
        line(block.ordered ? `ordered ${named}` : named),
        ...block.items.flatMap(item => [line('-', 1), ...inside(item, 2)]),
      ]
    case 'definitions':
      return [
        line(named),
        ...block.entries.flatMap(({ term, body }) => [
          line(`= ${outlineInlines(term)}`, 1),
          ...inside(body, 2),
        ]),
      ]
    case 'table':
      return [
        line(
          `${named} ${block.isFitted ? 'auto' : block.widths.join(':')}${block.caption ? ` ${outlineInlines(block.caption)}` : ''}`,
        ),
        ...[...block.head, ...block.body].flatMap(row => [
          line(row.isTotal ? 'row total' : 'row', 1),
          ...row.cells.flatMap(({ header, span, rows, align, children }) => [
            line(
              `cell${header ? ` ${header}-header` : ''}${span > 1 ? ` span ${span}` : ''}${rows > 1 ? ` rows ${rows}` : ''}${align ? ` ${align}` : ''}`,
              2,
            ),
            ...inside(children, 3),
          ]),
        ]),
        ...(block.foot ? [line('foot', 1), ...inside(block.foot, 2)] : []),
      ]
    case 'quotation':
      return [
        line(`${named}${block.lang === undefined ? '' : ` [${block.lang}]`}`),
        ...inside(block.children),
        ...(block.attribution ? [line(`by ${outlineInlines(block.attribution)}`, 1)] : []),
      ]
    case 'figure':
      return [
        line(
          `${named} ${block.source} ${block.width} "${block.alt}" ${outlineInlines(block.caption ?? [])}`.trimEnd(),
        ),
        ...titleLines(block).map(text => line(text, 1)),
      ]
    case 'diagram':
      return [
        line(`${named.replace('diagram', block.data.kind)} ${outlineInlines(block.caption ?? [])}`.trimEnd()),
        ...[...titleLines(block), ...diagramLines(block.data)].map(text => line(text, 1)),
      ]
    case 'aside':
    case 'masthead':
      return [line(named), ...inside(block.children)]
    case 'columns':
      return [
        line(`columns ${block.widths.join(':')}${block.flow === undefined ? '' : ` flow ${block.flow}`}`),
        ...block.columns.flatMap(column => [line('column', 1), ...inside(column, 2)]),
      ]
    case 'parallel':
      return [
        line(`parallel ${block.widths.join(':')}`),
        ...block.columns.flatMap(({ lang, children }) => [
          line(`column [${lang}]`, 1),
          ...inside(children, 2),
        ]),
      ]
    case 'sources':
      return [
        line(named),
        ...block.entries.map(entry =>
          line(`${block.numbered ? `${entry.number} ` : ''}${outlineInlines(entry.children)}`, 1),
        ),
      ]
    default:
      return [line(named)]
  }
}

const pagesOf = ({ page }: Section): string =>
  page === undefined ? '' : page === 'annex' ? ' as annex' : ` on ${page} pages`

const titleLines = ({ title, credit }: Pick<Figure, 'title' | 'credit'>): string[] => [
  ...(title ? [`title ${outlineInlines(title)}`] : []),
  ...(credit ? [`credit ${outlineInlines(credit)}`] : []),
]

/** What a figure shows, one line an event, an actor or a stake. */
function diagramLines(data: DiagramData): string[] {
  switch (data.kind) {
    case 'timeline':
      return [
        ...(data.calendar ? [`calendar as of ${data.calendar.asOf ?? '-'}`] : []),
        ...data.events.map(event => eventLine(event, data.calendar !== undefined)),
        ...(data.calendar?.steps ?? []).map(step => `due ${eventLine(step, true)}`),
      ]
    case 'actor-map':
      return [
        ...(data.stanceOn ? [`on ${data.stanceOn.text}`] : []),
        ...data.actors.map(
          ({ name, side, influence, support, priority }) =>
            `${name.text} [${side ?? '-'}] ${influence ?? '-'} ${support ?? '-'} (${priority})`,
        ),
      ]
    case 'stakes-matrix':
      return data.stakes.map(({ number, stake, who, likelihood, impact, priority }) => {
        const names = who.map(name => name.text).join(', ')
        return `${number} ${stake.text} [${names}] ${likelihood ?? '-'} ${impact ?? '-'} (${priority})`
      })
    case 'chart':
      return chartLines(data)
  }
}

/** A line for the columns of a chart, and one for each of its rows. */
function chartLines({ form, by, categories, series }: ChartData): string[] {
  const names = series.map(({ name, unit }) => (unit === undefined ? name.text : `${name.text} [${unit}]`))
  return [
    `${form} ${by.text} | ${names.join(' | ')}`,
    ...categories.map(({ label, date }, row) =>
      [date ?? label.text, ...series.map(({ values }) => values[row] ?? '-')].join(' | '),
    ),
  ]
}

/** An axis has no lanes. */
function eventLine({ date, label, lane, priority }: TimelineEvent, hasLanes: boolean): string {
  const row = hasLanes && lane ? ` [${lane.text}]` : ''
  return `${date ?? '-'} ${label.text}${row} (${priority})`
}

/** A line's words, with its markup in a short form: `**strong**`, `^[1]` for a raised reference. */
export function outlineInlines(inlines: readonly Inline[]): string {
  return inlines.map(outlineInline).join('')
}

function outlineInline(inline: Inline): string {
  switch (inline.kind) {
    case 'text':
      return inline.text
    case 'break':
      return ' / '
    case 'strong':
      return `**${outlineInlines(inline.children)}**`
    case 'emphasis':
      return `*${outlineInlines(inline.children)}*`
    case 'superscript':
      return `^${outlineInlines(inline.children)}`
    case 'link':
      return `[${outlineInlines(inline.children)}](${inline.href})`
    case 'reference':
      return `${inline.superscript ? '^' : ''}[${inline.label}${inline.first ? ' first' : ''}]`
    case 'note':
      return `^(${inline.label}: ${outlineInlines(inline.children)})`
    case 'span':
      return `{${[inline.style, inline.lang].filter(Boolean).join(' ')}|${outlineInlines(inline.children)}}`
  }
}
