import { readFileSync } from 'node:fs'
import { CODES, type DiagnosticCode } from '../../src/diagnostics/index.js'
import { FINDING_ENTRIES } from './entries.js'
import { DAM_ARTICLE, DAM_BRIEF, DAM_SOURCE } from './example-workspace.js'
import { runExample } from './run-example.js'

/** The page of all findings. Each example is run, so that what is shown is what the program prints. */
export async function findingsPage(note: string): Promise<string> {
  const sections: string[] = []
  for (const { title, codes } of groupsOfCodes()) {
    sections.push(`## ${title}\n`)
    for (const code of codes) sections.push(await section(code))
  }
  return `# Findings

${note}

Every finding has one of these codes, on the terminal in brackets and in \`--json\` as \`code\`. An error makes the exit
status 1; warnings and notes do not. Look for the code, or for words of the message.

Each example is part of a brief \`briefs/dam.yaml\` that begins so:

\`\`\`yaml
${DAM_BRIEF.trim()}
\`\`\`

Where it quotes, it ends so, and the text of the source is the one below:

\`\`\`yaml
${DAM_SOURCE.trim()}
\`\`\`

\`\`\`text
${DAM_ARTICLE.trim()}
\`\`\`

${overview()}
${sections.join('\n')}`
}

/** In the order in which `CODES` joins them. */
const CODE_FILES = ['reading', 'evidence', 'editions', 'building']

/** The comments between codes are the titles of their groups. */
function groupsOfCodes(): { title: string; codes: DiagnosticCode[] }[] {
  const source = CODE_FILES.map(name =>
    readFileSync(new URL(`../../src/diagnostics/codes/${name}.ts`, import.meta.url), 'utf8'),
  ).join('\n')
  const groups: { title: string; codes: DiagnosticCode[] }[] = []
  for (const [, comment, code] of source.matchAll(/^ {2}(?:\/\/ (.+)|'?([a-z-]+)'?: \{)/gm))
    if (comment) groups.push({ title: comment.charAt(0).toUpperCase() + comment.slice(1), codes: [] })
    else groups.at(-1)?.codes.push(code as DiagnosticCode)
  return groups
}

function overview(): string {
  const rows = groupsOfCodes().flatMap(({ codes }) =>
    codes.map(code => `| [\`${code}\`](#${code}) | ${CODES[code].severity} | ${CODES[code].meaning} |`),
  )
  return `| code | severity | what it says |\n|---|---|---|\n${rows.join('\n')}\n`
}

async function section(code: DiagnosticCode): Promise<string> {
  const { severity, meaning } = CODES[code]
  const { remedy, example } = FINDING_ENTRIES[code]
  return `### \`${code}\`

${severity === 'info' ? 'Note' : severity.charAt(0).toUpperCase() + severity.slice(1)}: ${meaning}.

\`\`\`${example.language}
${example.shown}
\`\`\`

\`\`\`text
${await runExample(code, example)}
\`\`\`

**Remedy.** ${remedy}
`
}
