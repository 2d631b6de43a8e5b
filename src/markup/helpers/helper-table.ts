import { HELPERS } from './index.js'

/** The helpers as a Markdown table, for the handbook of template authors. */
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
