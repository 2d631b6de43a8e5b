/** The elements for figures that are drawn from the data of the brief. */
export const DIAGRAM_KINDS = ['timeline', 'actor-map', 'stakes-matrix', 'chart'] as const
export type DiagramKind = (typeof DIAGRAM_KINDS)[number]

export function isDiagramKind(name: string): name is DiagramKind {
  return DIAGRAM_KINDS.some(kind => kind === name)
}

/**
 * Classes of a `section` that stands on pages of its own, which are no matter of a theme: pages of an orientation, and those of
 * an annex, which come after all others and outside the page limit.
 */
export const PAGE_CLASSES = ['portrait', 'landscape', 'annex'] as const
export type PageClass = (typeof PAGE_CLASSES)[number]

/**
 * An element of the closed HTML. Each of its classes, but those of pages, needs a style of the same name in
 * `templates/themes/default.yaml`.
 */
interface ElementDefinition {
  readonly category: 'block' | 'inline' | 'part'
  readonly attributes: readonly string[]
  readonly classes: readonly string[]
  /** The elements that a `part` may be a child of. */
  readonly within: readonly string[]
  /** Has neither content nor an end tag, as `br` in HTML. */
  readonly void: boolean
}

const blockElement = (
  classes: readonly string[] = [],
  attributes: readonly string[] = [],
): ElementDefinition => ({
  category: 'block',
  attributes,
  classes,
  within: [],
  void: false,
})
const inlineElement = (
  classes: readonly string[] = [],
  attributes: readonly string[] = [],
): ElementDefinition => ({
  ...blockElement(classes, attributes),
  category: 'inline',
})
const childElement = (
  within: readonly string[],
  attributes: readonly string[] = [],
  classes: readonly string[] = [],
): ElementDefinition => ({ ...blockElement(classes, attributes), category: 'part', within })
const voidElement = (element: ElementDefinition): ElementDefinition => ({ ...element, void: true })

/** The closed HTML that templates print. */
export const VOCABULARY = {
  section: blockElement(
    ['box', 'two-columns', 'numbered', 'fine', ...PAGE_CLASSES],
    ['id', 'start', 'after', 'span'],
  ),
  header: blockElement(),
  aside: blockElement(
    ['bottom-line', 'recommendation', 'warning', 'note', 'card', 'box', 'question', 'response'],
    ['id', 'words', 'items', 'span'],
  ),
  placed: blockElement(),
  h1: blockElement([], ['id']),
  h2: blockElement(['warning'], ['id']),
  h3: blockElement([], ['id']),
  h4: blockElement([], ['id']),
  subheading: blockElement([], ['depth']),
  p: blockElement([
    'lead',
    'kicker',
    'subtitle',
    'meta',
    'note',
    'label',
    'point',
    'detail',
    'small',
    'unit',
  ]),
  ul: blockElement(['plain', 'facts', 'pros', 'cons', 'avoid']),
  ol: blockElement(['plain', 'lead', 'spaced', 'stakes']),
  li: childElement(['ul', 'ol']),
  dl: blockElement(['rail', 'glossary', 'questions', 'facts']),
  dt: childElement(['dl']),
  dd: childElement(['dl']),
  table: blockElement(
    ['grid', 'open', 'rated', 'recommendation', 'dates', 'figures', 'particulars'],
    ['widths', 'id', 'wide', 'span'],
  ),
  caption: childElement(['table']),
  thead: childElement(['table']),
  tbody: childElement(['table']),
  tr: childElement(['table', 'thead', 'tbody'], [], ['total']),
  th: childElement(['tr'], ['scope', 'colspan', 'rowspan', 'align']),
  td: childElement(['tr'], ['colspan', 'rowspan', 'align']),
  footer: childElement(['table']),
  blockquote: blockElement(['pull'], ['lang']),
  cite: childElement(['blockquote']),
  meter: blockElement([], ['shape', 'value', 'min', 'max']),
  ticks: blockElement(),
  tick: childElement(['ticks']),
  'tick-box': blockElement(),
  'signature-line': blockElement([], ['width']),
  figure: blockElement(['logo'], ['id', 'span']),
  figcaption: childElement(['figure', ...DIAGRAM_KINDS], [], ['title', 'credit']),
  img: voidElement(childElement(['figure'], ['src', 'alt', 'width'])),
  timeline: blockElement([], ['id', 'arrangement', 'span']),
  'actor-map': blockElement([], ['id', 'span']),
  'stakes-matrix': blockElement([], ['id', 'list', 'span']),
  chart: blockElement([], ['id', 'of', 'span']),
  columns: blockElement([], ['widths', 'flow']),
  parallel: blockElement([], ['widths']),
  column: childElement(['columns', 'parallel'], ['lang']),
  hr: voidElement(blockElement()),
  'page-break': voidElement(blockElement()),
  br: voidElement(inlineElement()),
  contents: blockElement(),
  'source-list': blockElement(),
  'source-ref': inlineElement(['inline'], ['to', 'locator', 'prefix']),
  ref: inlineElement([], ['to', 'form']),
  a: inlineElement([], ['href']),
  strong: inlineElement(),
  em: inlineElement(),
  sup: inlineElement(),
  note: inlineElement(),
  span: inlineElement(['label', 'muted', 'date', 'tag', 'unverified', 'name', 'number', 'annex'], ['lang']),
} as const satisfies Record<string, ElementDefinition>

export type ElementName = keyof typeof VOCABULARY

export function elementDefinition(name: string): ElementDefinition | undefined {
  return DEFINITIONS.get(name)
}

const DEFINITIONS: ReadonlyMap<string, ElementDefinition> = new Map(Object.entries(VOCABULARY))
