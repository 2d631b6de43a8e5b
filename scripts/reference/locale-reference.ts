import { readFileSync } from 'node:fs'
import { readSettings } from '../../src/brief/index.js'
import { SourceFile } from '../../src/diagnostics/index.js'
import { DATE_PHRASES, localeSchema } from '../../src/markup/locale/locale-schema.js'
import { docComments } from './doc-comments.js'
import { code } from './settings-schema.js'
import { settingsTable } from './settings-table.js'

/** Their settings are named in the description of `phrases`. */
const PHRASES: ReadonlySet<string> = new Set(DATE_PHRASES)
const SOURCE = new URL('../../src/markup/locale/locale-schema.ts', import.meta.url)
const ENGLISH = new URL('../../templates/locales/en.yaml', import.meta.url)

/** docs/locale-reference.md: each setting of a file of `templates/locales/`, and the English words of each label, heading and term. */
export function localeReference(note: string): string {
  const comments = docComments(readFileSync(SOURCE, 'utf8'))
  const english = englishWords()
  const table = settingsTable(localeSchema.entries, {
    describe: path => comments(['localeSchema', ...path]),
    column: { head: 'in English', value: path => inEnglish(english, path) },
    closed: PHRASES,
  })
  const headings = Object.entries(english.headings as Readonly<Record<string, object>>)
  return `# Settings of locales

${note}

A file \`templates/locales/LANG.yaml\` holds the [words of one language](templates.md#languages). All settings but \`lang\` may be left out: the
English ones then serve. Of a group that is given (\`dates.range\`), those must be given that English has.

${table}

## Labels

\`{{label "NAME"}}\` prints one. Names in braces are replaced.

${wordsTable('label', english.labels)}

## Headings

\`{{#section "NAME"}}\` and \`{{heading "NAME"}}\` print them: those of the audience, else those of \`default\`.

${headings.map(([audience, words]) => `### ${code(audience)}\n\n${wordsTable('section', words)}`).join('\n\n')}

## Terms

\`{{term value}}\` prints a fixed term of a brief in the words of a language.

${wordsTable('term', english.terms)}
`
}

function englishWords(): Readonly<Record<string, unknown>> {
  const file = new SourceFile('templates/locales/en.yaml', readFileSync(ENGLISH, 'utf8'))
  const read = readSettings(file, (_, message) => {
    throw new Error(message)
  })
  if (!read) throw new Error('en.yaml holds no settings')
  return read.data
}

/** The English pattern at a path, for settings that hold one text. */
function inEnglish(words: unknown, path: readonly string[]): string {
  let value = words
  for (const key of path) value = (value as Readonly<Record<string, unknown>> | undefined)?.[key]
  return typeof value === 'string' || typeof value === 'number' ? code(String(value)) : ''
}

function wordsTable(kind: string, words: unknown): string {
  const rows = Object.entries(words as Readonly<Record<string, string>>)
  return [`| ${kind} | in English |`, '|---|---|', ...rows.map(row)].join('\n')
}

/** Blanks at an end of the words are shown by the marks of code. */
function row([name, words]: readonly [string, string]): string {
  return `| ${code(name)} | ${(words.trim() === words ? words : code(words)).replaceAll('|', '\\|')} |`
}
