import { resolve } from 'node:path'
import { articleText } from '../batch/authoring/article-text.js'
import { today } from '../batch/workspace/clock.js'
import { placeOfFile } from '../batch/workspace/file-place.js'
import { readFileBytes } from '../batch/workspace/read-file.js'
import { displayPath, openWorkspace } from '../batch/workspace/workspace.js'
import { checkFileAbsent, writeAtomically } from '../batch/workspace/write-file.js'
import { type Diagnostic, Findings } from '../diagnostics/index.js'
import { type Draft, draftBrief } from '../draft/index.js'
import { readArticle } from '../speech/index.js'

interface DraftRequest {
  readonly cwd: string
  /** Paths, relative to the workspace or absolute. */
  readonly article: string
  readonly output: string | undefined
  readonly date: string | undefined
  /** The language of the article (BCP 47), if it is not to be told from its words. */
  readonly lang: string | undefined
}

interface DraftFileResult {
  readonly diagnostics: readonly Diagnostic[]
  readonly draft?: Draft
  /** Files, relative to the workspace. */
  readonly written: readonly string[]
}

/** Reads an article, drafts a brief from it and, where a file is named for it, writes that and the text it needs. */
export async function draftFile({
  cwd,
  article: named,
  output,
  date,
  lang,
}: DraftRequest): Promise<DraftFileResult> {
  const findings = new Findings()
  const { report } = findings
  const failed = { diagnostics: findings.all, written: [] }
  const workspace = await openWorkspace(cwd)
  const path = resolve(workspace.root, named)
  const brief = output === undefined ? undefined : resolve(workspace.root, output)
  const bytes = await readFileBytes(workspace, path, report, undefined, 'anywhere')
  if (brief !== undefined) await checkFileAbsent(workspace, brief, report)
  if (!bytes || findings.failed) return failed
  const article = await readArticle(bytes, displayPath(workspace, path), report, { lang })
  if (!article) return failed
  const text = await articleText(workspace, { path, bytes, text: article.file }, brief)
  if (!text)
    report(
      'draft-unproved',
      placeOfFile(workspace, path),
      'the text of the article does not stand in the workspace as UTF-8: nothing will prove the quotations of this draft',
      'name a file for the brief, and its text is kept too: `-o briefs/affair.yaml`',
    )
  const draft = await draftBrief(article, {
    today: today(),
    ...(date !== undefined && { date }),
    ...(text && { textPath: text.pathInBrief }),
  })
  if (brief === undefined) return { diagnostics: findings.all, draft, written: [] }
  const files = [
    ...(text?.isNew ? [[text.path, article.file.text] as const] : []),
    [brief, draft.yaml] as const,
  ]
  if (text?.isNew && !(await checkFileAbsent(workspace, text.path, report))) return failed
  const written: string[] = []
  for (const [file, content] of files)
    if (!findings.failed && (await writeAtomically(workspace, file, content, report)))
      written.push(displayPath(workspace, file))
  return { diagnostics: findings.all, draft, written }
}
