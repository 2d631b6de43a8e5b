import { extname } from 'node:path'
import type { Place, Report } from '../../diagnostics/index.js'
import { prepareSourceText, type SourceText } from '../../evidence/index.js'
import { readTextBytes } from './read-file.js'
import { displayPath, type Workspace } from './workspace.js'

/**
 * Reads the text of a source as drafting reads an article: a text as it stands, of a web page and of Markdown what a reader sees. What
 * is no text is a finding at `place`, where the brief names it.
 */
export async function readSource(
  workspace: Workspace,
  absolute: string,
  place: Place,
  report: Report,
): Promise<SourceText | undefined> {
  const bytes = await readTextBytes(workspace, absolute, place, report)
  if (!bytes) return undefined
  const shown = displayPath(workspace, absolute)
  const { readDocumentText } = await import('../../speech/index.js')
  const document = await readDocumentText(bytes, shown, report, ({ name }) => {
    const named = extname(shown).toLowerCase() === '.docx' ? 'a Word document' : name
    const saved = `${shown.slice(0, shown.length - extname(shown).length)}.txt`
    report(
      'source-not-text',
      place,
      `\`${shown}\` is no text: it is ${named}`,
      `save its text as \`${saved}\`, and name that file`,
    )
  })
  return document && prepareSourceText(document.file, document.blockQuotations)
}
