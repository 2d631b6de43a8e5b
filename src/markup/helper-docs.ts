import { HELPERS } from './helpers/index.js'

/** The helpers as a Markdown table, for the handbook of template authors. */
export function helperTable(): string {
  const rows = HELPERS.map(({ name, summary, example }) =>
    [`\`${name}\``, summary, code(example.template), code(example.prints)].join(' | '),
  )
  return [
    '| helper | what it does | example | prints |',
    '|---|---|---|---|',
    ...rows.map(row => `| ${row} |`),
  ]
    .join('\n')
    .concat('\n')
}

function code(text: string): string {
  return `\`${text.replaceAll('\n', ' ').replaceAll('|', '\\|')}\``
}
