/**
 * The closed HTML that templates print: elements, their attributes and their classes. Adding a class
 * here asks for a style of the same name in `templates/themes/default.yaml`.
 */
interface Element {
  readonly attributes: readonly string[]
  readonly classes: readonly string[]
  readonly content:
    | 'blocks'
    | 'inlines'
    | 'items'
    | 'rows'
    | 'cells'
    | 'entries'
    | 'columns'
    | 'either'
    | 'nothing'
}

const element = (
  content: Element['content'],
  classes: readonly string[] = [],
  attributes: readonly string[] = [],
): Element => ({ content, classes, attributes })

export const VOCABULARY = {
  section: element('blocks', ['box', 'two-columns'], ['id']),
  header: element('blocks'),
  aside: element('blocks', ['bottom-line', 'recommendation', 'warning', 'note', 'card']),
  h1: element('inlines', [], ['id']),
  h2: element('inlines', [], ['id']),
  h3: element('inlines', [], ['id']),
  h4: element('inlines', [], ['id']),
  p: element('inlines', ['lead', 'kicker', 'subtitle', 'meta', 'note', 'label']),
  ul: element('items', ['plain', 'facts', 'pros', 'cons']),
  ol: element('items', ['plain']),
  li: element('either'),
  dl: element('entries', ['rail', 'glossary', 'questions', 'facts']),
  dt: element('inlines'),
  dd: element('either'),
  table: element('rows', ['grid', 'open'], ['widths']),
  caption: element('inlines'),
  thead: element('rows'),
  tbody: element('rows'),
  tr: element('cells'),
  th: element('either', [], ['scope', 'colspan']),
  td: element('either', [], ['colspan']),
  blockquote: element('either', ['pull'], ['lang']),
  cite: element('inlines'),
  figure: element('blocks'),
  figcaption: element('inlines'),
  img: element('nothing', [], ['src', 'alt', 'width']),
  columns: element('columns', [], ['widths']),
  column: element('blocks'),
  hr: element('nothing'),
  br: element('nothing'),
  contents: element('nothing'),
  'source-list': element('nothing'),
  'source-ref': element('nothing', ['inline'], ['to', 'locator']),
  a: element('inlines', [], ['href']),
  strong: element('inlines'),
  em: element('inlines'),
  sup: element('inlines'),
  span: element('inlines', ['label', 'muted', 'date', 'tag', 'unverified', 'name'], ['lang']),
} as const satisfies Record<string, Element>

export type ElementName = keyof typeof VOCABULARY
