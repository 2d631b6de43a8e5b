/** What a column asks for. Widths are points. */
export interface ColumnNeed {
  /** Of its widest word, or of figures, which are never broken. */
  readonly least: number
  /** Of its longest text in one line; of figures, of the widest word over them if that is more. */
  readonly natural: number
  readonly isOfFigures: boolean
}

/** Of the room that a column of figures needs: more between columns would part figures from what they are of. */
const MOST_GROWTH = 1.5

/** Widths of columns by what they hold: figures take what they need, evenly where there is room, and texts share the rest. */
export function fittedWidths(needs: readonly ColumnNeed[], room: number): number[] {
  const natural = needs.reduce((sum, need) => sum + need.natural, 0)
  if (natural > room) return narrowedWidths(needs, room)
  const figures = needs.filter(({ isOfFigures }) => isOfFigures)
  const even = figures.reduce((most, need) => Math.max(most, need.natural), 0)
  const evened = needs.map(need => (need.isOfFigures ? even : need.natural))
  const taken = evened.reduce((sum, width) => sum + width, 0)
  const widths = taken <= room ? evened : needs.map(need => need.natural)
  const texts = needs.length - figures.length
  const free = room - widths.reduce((sum, width) => sum + width, 0)
  const growth =
    figures.length === 0 ? 0 : Math.min(even * MOST_GROWTH, free / (figures.length + Math.min(1, texts)))
  const grown = widths.map((width, column) => (needs[column]?.isOfFigures ? width + growth : width))
  return grown.map((width, column) => width + shareOfRest(needs, column, free - growth * figures.length))
}

/** What figures leave goes to texts, to the longer ones more; without any, to all columns. */
function shareOfRest(needs: readonly ColumnNeed[], column: number, rest: number): number {
  const texts = needs.filter(({ isOfFigures }) => !isOfFigures)
  if (texts.length === 0) return rest / needs.length
  const all = texts.reduce((sum, { natural }) => sum + natural, 0)
  const own = needs[column]
  if (!own || own.isOfFigures) return 0
  return all === 0 ? rest / texts.length : (rest * own.natural) / all
}

/** Columns of figures keep what they need; texts, in lines of as many words as they have room for, share the rest by their length. */
function narrowedWidths(needs: readonly ColumnNeed[], room: number): number[] {
  const isFixed = needs.map(({ isOfFigures }) => isOfFigures)
  for (;;) {
    const fixed = needs.reduce((sum, need, column) => sum + (isFixed[column] ? need.least : 0), 0)
    const free = needs.reduce((sum, need, column) => sum + (isFixed[column] ? 0 : need.natural), 0)
    const widths = needs.map((need, column) =>
      isFixed[column] ? need.least : free === 0 ? 0 : ((room - fixed) * need.natural) / free,
    )
    const narrow = widths.findIndex(
      (width, column) => !isFixed[column] && width < (needs[column]?.least ?? 0),
    )
    if (narrow === -1) return widths
    isFixed[narrow] = true
  }
}
