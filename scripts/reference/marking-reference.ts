import { readFileSync } from 'node:fs'
import { schemeSchema } from '../../src/brief/markings/marking-scheme.js'
import { docComments } from './doc-comments.js'
import { settingsTable } from './settings-table.js'

const SOURCE = new URL('../../src/brief/markings/marking-scheme.ts', import.meta.url)

/** docs/marking-reference.md: each setting of a file of `templates/markings/`. */
export function markingReference(note: string): string {
  const comments = docComments(readFileSync(SOURCE, 'utf8'))
  const table = settingsTable(schemeSchema.entries, { describe: path => comments(['schemeSchema', ...path]) })
  return `# Settings of marking schemes

${note}

A file \`templates/markings/NAME.yaml\` is a [marking scheme](markings.md#a-scheme-of-your-own). \`levels[].label\` is the \`label\` of each entry of
\`levels\`. What is required within optional settings is so where these are given.

${table}
`
}
