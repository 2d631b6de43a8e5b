import {
  componentsOf,
  folderOf,
  graphOf,
  type Import,
  importsOf,
  readSources,
  STAGES,
  stageOf,
  TYPESET_FOLDERS,
  targetOf,
} from './module-graph.js'

/** A folder of a stage, or all files beside its folders, as one row of the picture. */
interface Row {
  readonly id: string
  readonly stage: string
  readonly label: string
  readonly files: number
  readonly y: number
}

const ROW = 17
const HEAD = 74
const ARCS = 96
const NAMES = 200
const CELL = 58
/** Space between stages. */
const GAP = 7
const RIGHT = ARCS + NAMES
const WIDTH = RIGHT + STAGES.length * CELL + 14

const INK = '#24292f'
const MUTED = '#6a737d'
const LINE = '#d8dee4'
const BAND = '#f3f5f7'
const ARC = '#5b7fa6'
const AGAINST = '#c2410c'

/**
 * Draws who imports whom: the stages from the first to the last with their folders, arcs for imports inside of a stage, and
 * in a column for each stage how many files of a row import from it.
 */
export function drawArchitecture(): string {
  const texts = readSources()
  const imports = [...texts].flatMap(([file, text]) => importsOf(file, text)).filter(isOwn)
  const rows = rowsOf([...texts.keys()], imports)
  const height = (rows.at(-1)?.y ?? 0) + ROW + 16
  const parts = [
    `<rect width="${WIDTH}" height="${height}" rx="6" fill="#ffffff" stroke="${LINE}"/>`,
    words(14, 24, 'Stages and folders, and what they import', INK, 'font-size="15" font-weight="600"'),
    words(
      14,
      42,
      'Arcs: imports inside of a stage (red: downwards; dotted: types alone). Numbers: files of the row that import from a stage (italics: types alone).',
      MUTED,
    ),
    ...STAGES.map((stage, index) => words(columnOf(index), HEAD - 8, stage, INK, 'text-anchor="middle"')),
    ...STAGES.flatMap(stage => band(rows.filter(row => row.stage === stage))),
    ...rows.flatMap(row => drawRow(row, imports)),
    ...drawArcs(rows, imports),
  ]
  return `<svg xmlns="http://www.w3.org/2000/svg" viewBox="0 0 ${WIDTH} ${height}" width="${WIDTH}" height="${height}" font-family="Helvetica, Arial, sans-serif" font-size="11">
<!-- Written by \`npm run generate\`. -->
<title>The stages and folders of src, and what they import</title>
${parts.join('\n')}
</svg>
`
}

const isOwn = (one: Import) => one.specifier.startsWith('.') && STAGES.includes(stageOf(one.file))
const rowOf = (file: string) => (file.split('/').length > 2 ? folderOf(file) : stageOf(file))
const columnOf = (index: number) => RIGHT + index * CELL + CELL / 2

/** Folders in an order in which each imports from those before it; files beside folders come last in their stage. */
function rowsOf(files: readonly string[], imports: readonly Import[]): Row[] {
  const inner = imports.filter(one => stageOf(one.file) === stageOf(targetOf(one)))
  const graph = graphOf(inner, rowOf)
  const order = [
    ...TYPESET_FOLDERS.map(folder => `typeset/${folder}`),
    ...componentsOf(new Map([...graph].sort(([a], [b]) => a.localeCompare(b)))).flat(),
  ]
  let y = HEAD
  return STAGES.flatMap(stage => {
    const ids = [...new Set(files.filter(file => stageOf(file) === stage).map(rowOf))]
    const folders = ids.filter(id => id !== stage).sort((a, b) => order.indexOf(a) - order.indexOf(b))
    const rows = [...folders, ...ids.filter(id => id === stage)].map((id, index): Row => {
      const label =
        id !== stage ? id.slice(stage.length + 1) : folders.length > 0 ? 'beside them' : 'its files'
      return { id, stage, label, files: files.filter(file => rowOf(file) === id).length, y: y + index * ROW }
    })
    y += rows.length * ROW + GAP
    return rows
  })
}

/** The ground of a stage, with its name. */
function band(rows: readonly Row[]): string[] {
  const [first] = rows
  if (!first) return []
  const column = STAGES.indexOf(first.stage)
  const height = rows.length * ROW
  return [
    `<rect x="${ARCS}" y="${first.y}" width="${WIDTH - ARCS - 8}" height="${height}" fill="${BAND}"/>`,
    `<rect x="${RIGHT + column * CELL}" y="${first.y}" width="${CELL}" height="${height}" fill="#e3e8ed"/>`,
    words(ARCS + 6, first.y + 12.5, first.stage, INK, 'font-weight="600"'),
  ]
}

function drawRow(row: Row, imports: readonly Import[]): string[] {
  const own = imports.filter(one => rowOf(one.file) === row.id)
  const label = words(ARCS + 84, row.y + 12.5, row.label, row.label.includes(' ') ? MUTED : INK)
  const count = words(RIGHT - 10, row.y + 12.5, String(row.files), MUTED, 'text-anchor="end" font-size="10"')
  const cells = STAGES.flatMap((stage, index) => {
    if (stage === row.stage) return []
    const found = own.filter(one => stageOf(targetOf(one)) === stage)
    if (found.length === 0) return []
    const files = new Set(found.map(({ file }) => file)).size
    return [
      cell(
        columnOf(index),
        row.y,
        files,
        found.every(({ isType }) => isType),
      ),
    ]
  })
  return [label, count, ...cells]
}

/** A number, darker where more files import. */
function cell(x: number, y: number, files: number, isType: boolean): string {
  const shade = isType ? 0 : Math.min(0.85, 0.18 + files / 24)
  const box = `<rect x="${x - 14}" y="${y + 2}" width="28" height="${ROW - 4}" rx="6" fill="${ARC}" fill-opacity="${shade.toFixed(2)}"/>`
  const colour = shade > 0.55 ? '#ffffff' : INK
  const style = isType ? ' font-style="italic"' : ''
  return box + words(x, y + 12, String(files), colour, `text-anchor="middle" font-size="10"${style}`)
}

/** One arc for each pair of rows of a stage; one that leads downwards, against the order, stands out. */
function drawArcs(rows: readonly Row[], imports: readonly Import[]): string[] {
  return rows.flatMap(from =>
    rows.flatMap(to => {
      if (from.id === to.id || from.stage !== to.stage) return []
      const found = imports.filter(one => rowOf(one.file) === from.id && rowOf(targetOf(one)) === to.id)
      return found.length === 0
        ? []
        : [
            arc(
              from,
              to,
              found.every(({ isType }) => isType),
            ),
          ]
    }),
  )
}

function arc(from: Row, to: Row, isType: boolean): string {
  const [start, end] = [from.y + ROW / 2, to.y + ROW / 2]
  const reach = Math.min(ARCS - 14, 12 + Math.abs(start - end) * 0.42)
  const x = ARCS - 3
  const colour = end < start ? ARC : AGAINST
  const dash = isType ? ' stroke-dasharray="2 2"' : ''
  const bow = `<path d="M${x} ${start}C${x - reach} ${start} ${x - reach} ${end} ${x} ${end}" fill="none" stroke="${colour}" stroke-opacity="0.75"${dash}/>`
  return `${bow}<path d="M${x} ${end}l-5 -2.5v5z" fill="${colour}"/>`
}

function words(x: number, y: number, text: string, colour: string, more = ''): string {
  return `<text x="${x}" y="${y}" fill="${colour}"${more && ` ${more}`}>${text}</text>`
}
