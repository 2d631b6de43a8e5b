import { CONTROL_FLOW_HELPERS } from './control-flow.js'
import type { Helper } from './helper.js'
import { LIST_HELPERS } from './lists.js'
import { LOCALE_HELPERS } from './locale.js'
import { LOGIC_HELPERS } from './logic.js'
import { PARALLEL_HELPERS } from './parallel.js'
import { SECTION_HELPERS } from './sections.js'
import { SOURCE_HELPERS } from './sources.js'
import { TEXT_HELPERS } from './texts.js'

/** All helpers that a template can call; none of Handlebars' own are available besides. */
export const HELPERS: readonly Helper[] = [
  ...CONTROL_FLOW_HELPERS,
  ...SECTION_HELPERS,
  ...PARALLEL_HELPERS,
  ...TEXT_HELPERS,
  ...LOCALE_HELPERS,
  ...SOURCE_HELPERS,
  ...LIST_HELPERS,
  ...LOGIC_HELPERS,
]

/** The helpers Markdown table, for the documentation of templates. */
export function helperTable(): string {
  const rows = HELPERS.map(({ name, summary, example }) =>
    [`\`${name}\``, summary, codeSpan(example.template), codeSpan(example.prints)].join(' | '),
  )
  return [
    '| helper | what it does | example | prints |',
    '|---|---|---|---|',
    ...rows.map(row => `| ${row} |`),
  ]
    .join('\n')
    .concat('\n')
}

function codeSpan(text: string): string {
  return `\`${text.replaceAll('\n', ' ').replaceAll('|', '\\|')}\``
}
