import { readdirSync, readFileSync } from 'node:fs'
import { packageVersion } from '../src/batch/index.js'
import { briefJsonSchema } from '../src/brief/schema/json-schema.js'
import { type ElementName, helperTable, VOCABULARY } from '../src/markup/index.js'
import { openApiDocument } from '../src/serve/http/openapi.js'
import { drawArchitecture } from './architecture/draw-architecture.js'
import { findingsPage } from './findings/findings-page.js'
import { fieldReference } from './reference/field-reference.js'
import { libraryReference } from './reference/library-reference.js'
import { localeReference } from './reference/locale-reference.js'
import { markingReference } from './reference/marking-reference.js'
import { themeReference } from './reference/theme-reference.js'
import { templateFields } from './template-fields.js'

/** Files that are made from the code and committed, by path; a test compares them with what the code would write. */
export const GENERATED: ReadonlyMap<string, () => string | Promise<string>> = new Map<
  string,
  () => string | Promise<string>
>([
  ['briefs/brief.schema.json', () => `${JSON.stringify(briefJsonSchema(), null, 2)}\n`],
  ['docs/findings.md', () => findingsPage(NOTE)],
  ['docs/template-reference.md', templateReference],
  ['docs/template-fields.md', fieldsOfTemplates],
  ['docs/field-reference.md', () => fieldReference(NOTE)],
  ['docs/library.md', () => libraryReference(NOTE)],
  ['docs/theme-reference.md', () => themeReference(NOTE)],
  ['docs/locale-reference.md', () => localeReference(NOTE)],
  ['docs/marking-reference.md', () => markingReference(NOTE)],
  ['docs/dev/architecture.svg', drawArchitecture],
  ['docs/openapi.json', async () => `${JSON.stringify(await openApiDocument(packageVersion()), null, 2)}\n`],
])

const NOTE = '<!-- Written by `npm run generate`. -->'

function templateReference(): string {
  const rows = Object.entries(VOCABULARY).map(([name, { attributes, classes, within }]) =>
    [`\`${name as ElementName}\``, listed(classes), listed(attributes), listed(within)].join(' | '),
  )
  return `# Helpers and elements of templates

${NOTE}

## Helpers

Handlebars' own first, then Briefwright's. Every example is run by a test.

${helperTable()}
## Partials

\`{{> key-facts}}\` prints a partial. A file of the same name in \`templates/partials/\` of the workspace takes its place.

| partial | what it prints |
|---|---|
${partials().join('\n')}

## Elements

A template prints these elements and no others, with these classes and attributes.

| element | classes | attributes | stands in |
|---|---|---|---|
${rows.map(row => `| ${row} |`).join('\n')}
`
}

function fieldsOfTemplates(): string {
  return `# What templates print

${NOTE}

Which fields of a brief the package's templates print, found by printing a brief that has them all. ● stands for a field that
they print, “left out” for one that a template leaves out [on purpose](templates.md#what-is-not-shown), an empty cell for what it has nothing
to do with. An actor, or a source, that another item names is printed there with its name; an interest is also printed where “left out”
stands, if the actor has no position.

${templateFields()}`
}

const PARTIALS = new URL('../templates/partials/', import.meta.url)

/** What each partial says of itself in the comment that it begins with. */
function partials(): string[] {
  return readdirSync(PARTIALS)
    .sort()
    .map(file => {
      const [, summary = ''] = /^\{\{! (.+) \}\}/.exec(readFileSync(new URL(file, PARTIALS), 'utf8')) ?? []
      return `| \`${file.replace('.hbs', '')}\` | ${summary} |`
    })
}

function listed(names: readonly string[]): string {
  return names.map(name => `\`${name}\``).join(' ')
}
