/** What the page of the library begins with: examples that a test runs as they stand, and the rules that hold for all of it. */
export const LIBRARY_INTRODUCTION = `\`npm install briefwright\` brings a library with types beside the command. It needs Node 20.19 or later, and works with ECMAScript modules.

## One brief, one PDF

\`render\` prints one edition in memory. \`files\` holds what a [workspace](first-brief.md) would: the sources that quotations are proved against, the lock, tables, pictures,
templates, fonts, the style of a house.

\`\`\`js
import { readFile, writeFile } from 'node:fs/promises'
import { render } from 'briefwright'

const brief = await readFile('dam.yaml', 'utf8')
const made = await render(brief, {
  audience: 'press',
  files: { 'briefs/courier.txt': await readFile('courier.txt') },
})
for (const { severity, message } of made.diagnostics) console.error(severity, message)
if (made.bytes) {
  await writeFile('press.pdf', made.bytes)
  console.log(made.pages, 'page,', made.quotes.verified, 'quotation proved')
}
\`\`\`

- **Paths** in \`files\` are relative to the workspace, with \`/\`: \`briefs/courier.txt\`, \`templates/press.hbs\`, \`templates/themes/house.yaml\`, \`fonts/fonts.yaml\`, \`briefwright.yaml\`.
  The brief stands at \`path\`, \`briefs/brief.yaml\` if left out, and names its sources, tables and pictures relative to itself, as on a disk: \`text: courier.txt\` is \`briefs/courier.txt\`.
  Its lock is \`briefs/brief.lock.yaml\`. Whatever \`files\` lack of templates and fonts is the package's own; findings name these as \`../templates/press.hbs\`.
- **Nothing is read** from the disk but the package's own templates and fonts, and nothing is written.
- **The bytes** are those that \`briefwright build\` writes of the same files, and so are the findings and their places.
- **\`format\`** asks for another than PDF, a [twin](twins.md): \`pages\` is null then, and of PNG \`files\` of the result has a picture of each page.
- **What is wrong**, with the brief, a file or an option, is among \`diagnostics\`; with an error \`bytes\` is undefined. A promise that is rejected is a fault of this program.
- **Calls** may run at once. Templates and fonts are opened once for all calls whose \`files\` have the same in \`templates/\` and \`fonts/\`.

## A batch

\`buildBriefs\` does what \`briefwright build\` does: it prints what has changed, with threads, and keeps a manifest.

\`\`\`js
import { buildBriefs, formatDiagnostics } from 'briefwright'

const built = await buildBriefs({ cwd: '.', briefs: [], audiences: ['press', 'one-page'], out: 'out', jobs: 2 })
process.stderr.write(formatDiagnostics(built.diagnostics, { colour: false }))
for (const { file, pages, cached } of built.editions) console.log(file, pages, cached ? 'unchanged' : 'printed')
\`\`\`

## Quotations

\`checkBriefs\` proves them without printing anything, and says of each where in its source it stands.

\`\`\`js
import { checkBriefs } from 'briefwright'

const { proofs, diagnostics } = await checkBriefs({ cwd: '.', briefs: ['briefs/dam.yaml'], updateLock: true })
for (const { field, words, speaker, source, paragraph } of proofs)
  console.log(field, words, speaker, source, paragraph)
if (diagnostics.some(({ severity }) => severity === 'error')) process.exitCode = 1
\`\`\`

## Templates and fonts of the package

\`import.meta.resolve('briefwright/templates/press.hbs')\` is the address of a template, \`briefwright/templates/themes/civic.yaml\` that of a theme, \`briefwright/fonts/fonts.yaml\` that of
the list of fonts, for programs that show or copy them. The stages themselves are exported, too: each takes values and returns values, and reports what is wrong to a
[\`Report\`](#report), which [\`Findings\`](#findings) collects.
`
