import { DIAGRAMS } from './diagrams.js'

/**
 * The closed HTML that templates print: elements, their attributes and their classes. Adding a class
 * here asks for a style of the same name in `templates/themes/default.yaml`.
 */
interface Element {
  readonly role: 'block' | 'inline' | 'part'
  readonly attributes: readonly string[]
  readonly classes: readonly string[]
  /** What a `part` may stand in. */
  readonly within: readonly string[]
  /** Stands alone, without an end tag, as `br` does in HTML. */
  readonly void: boolean
}

const block = (classes: readonly string[] = [], attributes: readonly string[] = []): Element => ({
  role: 'block',
  attributes,
  classes,
  within: [],
  void: false,
})
const inline = (classes: readonly string[] = [], attributes: readonly string[] = []): Element => ({
  ...block(classes, attributes),
  role: 'inline',
})
const part = (
  within: readonly string[],
  attributes: readonly string[] = [],
  classes: readonly string[] = [],
): Element => ({ ...block(classes, attributes), role: 'part', within })
const alone = (element: Element): Element => ({ ...element, void: true })

export const VOCABULARY = {
  section: block(['box', 'two-columns'], ['id']),
  header: block(),
  aside: block(['bottom-line', 'recommendation', 'warning', 'note', 'card']),
  h1: block([], ['id']),
  h2: block([], ['id']),
  h3: block([], ['id']),
  h4: block([], ['id']),
  p: block(['lead', 'kicker', 'subtitle', 'meta', 'note', 'label']),
  ul: block(['plain', 'facts', 'pros', 'cons']),
  ol: block(['plain', 'stakes']),
  li: part(['ul', 'ol']),
  dl: block(['rail', 'glossary', 'questions', 'facts']),
  dt: part(['dl']),
  dd: part(['dl']),
  table: block(['grid', 'open'], ['widths']),
  caption: part(['table']),
  thead: part(['table']),
  tbody: part(['table']),
  tr: part(['table', 'thead', 'tbody']),
  th: part(['tr'], ['scope', 'colspan']),
  td: part(['tr'], ['colspan']),
  blockquote: block(['pull'], ['lang']),
  cite: part(['blockquote']),
  figure: block(),
  figcaption: part(['figure', ...DIAGRAMS]),
  img: alone(part(['figure'], ['src', 'alt', 'width'])),
  timeline: block(),
  'actor-map': block(),
  'stakes-matrix': block([], ['list']),
  columns: block([], ['widths']),
  column: part(['columns']),
  hr: alone(block()),
  br: alone(inline()),
  contents: block(),
  'source-list': block(),
  'source-ref': inline(['inline'], ['to', 'locator', 'prefix']),
  a: inline([], ['href']),
  strong: inline(),
  em: inline(),
  sup: inline(),
  span: inline(['label', 'muted', 'date', 'tag', 'unverified', 'name'], ['lang']),
} as const satisfies Record<string, Element>

export type ElementName = keyof typeof VOCABULARY

/** What the vocabulary says of an element; nothing of one that it does not have. */
export function elementNamed(name: string): Element | undefined {
  return Object.hasOwn(VOCABULARY, name) ? VOCABULARY[name as ElementName] : undefined
}
