import type { BlockData, PageData, PagesData } from '../../src/typeset/index.js'

/** Blocks whose content has edges of its own: a padding, cells, columns. */
const FRAMED: ReadonlySet<BlockData['kind']> = new Set([
  'aside',
  'masthead',
  'columns',
  'table',
  'diagram',
  'figure',
])
/** Blocks that are no more than their content. */
const TRANSPARENT: ReadonlySet<BlockData['kind']> = new Set(['section', 'list', 'definitions'])
/** Points within which two edges are seen as one. */
const NEAR = 1.5

/**
 * The right edges, in points from the left of the page, of what stands on a page by itself: paragraphs, headings, lists,
 * quotations and tables, boxes and columns as wholes, but not what is within a box, a column or a cell.
 */
export function rightEdges({ blocks }: PagesData, { page }: PageData): readonly number[] {
  const kinds = new Map(blocks.map(({ path, kind }) => [path, kind]))
  const boxed = boxedSections(blocks)
  const own = blocks.filter(
    ({ path, kind }) =>
      (!TRANSPARENT.has(kind) || boxed.has(path)) &&
      around(path).every(outer => !FRAMED.has(kinds.get(outer) ?? 'section') && !boxed.has(outer)),
  )
  const edges: number[] = []
  for (const { rectangles } of own)
    for (const { page: on, x, width } of rectangles)
      if (on === page && !edges.some(edge => Math.abs(edge - x - width) < NEAR)) edges.push(x + width)
  return edges.sort((one, other) => one - other)
}

/** The paths of all blocks around one, as far as they are paths of blocks. */
const around = (path: string): string[] =>
  path.split('.').flatMap((_, index, parts) => (index === 0 ? [] : [parts.slice(0, index).join('.')]))

/** Sections with a padding, whose content begins farther right than they do. */
function boxedSections(blocks: readonly BlockData[]): ReadonlySet<string> {
  const boxed = new Set<string>()
  for (const { path, kind, rectangles } of blocks) {
    const first = blocks.find(inner => inner.path === `${path}.0`)?.rectangles[0]
    if (kind === 'section' && first && rectangles[0] && first.x > rectangles[0].x + NEAR) boxed.add(path)
  }
  return boxed
}
