import { present } from '../../diagnostics/index.js'
import type { Block, Section, Table } from '../../markup/index.js'
import {
  blocksByPages,
  columnWidths,
  headingDestination,
  type PagePart,
  tablesBetweenBlocks,
} from '../../typeset/index.js'
import { holdsContent } from './holds-content.js'
import { widthsOfTable } from './table-widths-of-word.js'
import type { WordBlock, WordContext } from './word-context.js'

/** Pages or a part of one: how they stand, and in how many columns text flows through them. */
export interface FlowSetup {
  readonly orientation: 'portrait' | 'landscape'
  readonly columns: number
  /** Points between columns. */
  readonly gap: number
}

/** What becomes a section of Word's. */
export interface PageFlow extends FlowSetup {
  /** Whether it begins a page. */
  readonly beginsPage: boolean
  readonly children: WordBlock[]
}

/** Writes a document in flows: a new one where its pages turn, a page begins, or columns begin or end. */
export function writeFlows(blocks: readonly Block[], context: WordContext): PageFlow[] {
  const { width, height } = context.style.page
  const upright = width > height ? 'landscape' : 'portrait'
  const writer = new FlowWriter(context, tablesBetweenBlocks(blocks), upright)
  const shown = blocks.filter(block => holdsContent(block))
  for (const part of blocksByPages(shown)) writer.writePart(part.blocks, part)
  return writer.flows.filter(({ children }) => children.length > 0)
}

class FlowWriter {
  readonly flows: PageFlow[] = []
  readonly #lying: ReadonlySet<Table>
  #beginsPage = false

  constructor(
    private readonly context: WordContext,
    lying: ReadonlySet<Table>,
    private readonly upright: FlowSetup['orientation'],
  ) {
    this.#lying = lying
  }

  writePart(blocks: readonly Block[], part: PagePart): void {
    if (this.flows.length > 0) this.#beginsPage = true
    this.#write(blocks, this.#setup(part.orientation ?? this.upright))
  }

  #setup(orientation: FlowSetup['orientation'], columns = 1, gap = 0): FlowSetup {
    return { orientation, columns, gap }
  }

  #write(blocks: readonly Block[], setup: FlowSetup): void {
    const shown = blocks.filter(holdsContent)
    for (let index = 0; index < shown.length; index++) {
      const end = this.#endOfTurned(shown, index)
      if (end > index) {
        this.#writeTurned(shown.slice(index, end))
        index = end - 1
      } else this.#writeBlock(present(shown[index], 'block'), setup)
    }
  }

  /** Where a table that has to lie begins here, with the headings over it, the end of the notes below it; else where this is. */
  #endOfTurned(blocks: readonly Block[], start: number): number {
    const at = blocks.findIndex((block, index) => index >= start && block.kind !== 'heading')
    const block = blocks[at]
    if (block?.kind !== 'table' || !this.#isTurned(block)) return start
    const end = blocks.findIndex(
      (each, index) => index > at && !(each.kind === 'paragraph' && each.style === 'note'),
    )
    return end === -1 ? blocks.length : end
  }

  #writeBlock(block: Block, setup: FlowSetup): void {
    const { sheet, bookmarks } = this.context
    if (block.kind === 'page-break') {
      this.#beginsPage = true
      return
    }
    if (setup.columns > 1 && 'spansColumns' in block && block.spansColumns) {
      this.#writeBlock(block, this.#setup(setup.orientation))
      return
    }
    if (setup.columns > 1 || !needsFlows(block)) {
      if (block.kind === 'section' && block.style === undefined && setup.columns > 1) {
        if (block.id !== undefined) bookmarks.wait(headingDestination(block.id))
        this.#write(block.children, setup)
      } else this.#add([block], setup)
      return
    }
    if (block.kind === 'columns') {
      const settings = sheet.style('columns')
      const count = settings.arrangement === 'stacked' ? 1 : block.columns.length
      this.#write(block.columns.flat(), this.#setup(setup.orientation, count, sheet.ems(settings.gap)))
      return
    }
    if (block.kind !== 'section') return
    if (block.id !== undefined) bookmarks.wait(headingDestination(block.id))
    if (block.style === 'two-columns' || block.style === 'fine') this.#writeTwoColumns(block, setup)
    else this.#write(block.children, setup)
  }

  /** Headings at the beginning stand over both columns. */
  #writeTwoColumns(block: Section, setup: FlowSetup): void {
    const { sheet } = this.context
    const settings = block.style === 'fine' ? sheet.style('section.fine') : sheet.style('section.two-columns')
    const count = settings.arrangement === 'stacked' ? 1 : 2
    const first = block.children.findIndex(child => child.kind !== 'heading')
    const start = first === -1 ? block.children.length : first
    this.#write(block.children.slice(0, start), setup)
    const columns = this.#setup(setup.orientation, count, sheet.ems(settings.gap))
    const rest = block.children.slice(start)
    if (block.style === 'fine') this.#add([{ ...block, id: undefined, children: rest }], columns)
    else this.#write(rest, columns)
  }

  /** Whether a table that may lie has no room for its widest words on a page that stands. */
  #isTurned(block: Table): boolean {
    if (!block.wide || !this.#lying.has(block) || this.upright === 'landscape') return false
    const { sheet } = this.context
    const settings = sheet.withClass('table', block.style)
    const text = sheet.textStyle(settings, this.context.text)
    const { lack } = widthsOfTable(block, settings, { ...this.context, text })
    return lack > 0
  }

  /** On pages of their own that lie. */
  #writeTurned(blocks: readonly Block[]): void {
    this.#beginsPage = true
    this.#add(blocks, this.#setup('landscape'))
    this.#beginsPage = true
  }

  #add(blocks: readonly Block[], setup: FlowSetup): void {
    const context = contextOn(setup, this.context)
    this.#flow(setup).children.push(...context.writeBlocks(blocks, context))
  }

  #flow(setup: FlowSetup): PageFlow {
    const last = this.flows.at(-1)
    const isSame =
      last !== undefined &&
      last.orientation === setup.orientation &&
      last.columns === setup.columns &&
      last.gap === setup.gap
    if (last && isSame && !this.#beginsPage) return last
    const turns = last !== undefined && last.orientation !== setup.orientation
    const flow = { ...setup, beginsPage: this.#beginsPage || turns, children: [] }
    this.#beginsPage = false
    this.flows.push(flow)
    return flow
  }
}

/** What a flow's blocks are written in: as wide as its columns. */
export function contextOn({ orientation, columns, gap }: FlowSetup, context: WordContext): WordContext {
  const { page, theme, typeSize } = context.style
  const isTurned = orientation === 'landscape' && page.width < page.height
  const { top, right, bottom, left } = page.margins
  const body = isTurned ? page.height - top - bottom : page.width - left - right
  const width = (body - gap * (columns - 1)) / columns
  const { spare } = columnWidths(width, { measure: theme.measure * typeSize })
  return { ...context, width, right: spare }
}

/** Whether something in a block asks for pages or columns of its own. */
function needsFlows(block: Block): boolean {
  if (block.kind === 'columns') return block.flow !== undefined
  if (block.kind === 'page-break') return true
  if (block.kind !== 'section' || block.style === 'box') return false
  if (block.style === 'two-columns' || block.style === 'fine') return true
  return block.children.some(
    child => needsFlows(child) || (child.kind === 'table' && child.wide !== undefined),
  )
}
