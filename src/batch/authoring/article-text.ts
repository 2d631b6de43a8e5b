import { readFile } from 'node:fs/promises'
import { basename, dirname, join, relative, sep } from 'node:path'
import type { SourceFile } from '../../diagnostics/index.js'
import { isInside, realPath, type Workspace } from '../workspace/workspace.js'

/** The text that the quotations of a drafted brief will be proved against. */
export interface ArticleText {
  /** Absolute. */
  readonly path: string
  /** As the brief names it: relative to itself, with `/`. */
  readonly pathInBrief: string
  /** It has to be written still. */
  readonly isNew: boolean
}

/**
 * Decides where a brief finds the text of the article that it is drafted from: in the article's own file, if that holds no
 * more than the text, as UTF-8, within the workspace; else in `sources/` beside the brief, which is written only with it.
 */
export async function articleText(
  workspace: Workspace,
  article: { readonly path: string; readonly bytes: Buffer; readonly text: SourceFile },
  /** Where the brief will stand; undefined if that is not known. */
  brief: string | undefined,
): Promise<ArticleText | undefined> {
  const folder = brief === undefined ? join(workspace.root, 'briefs') : dirname(brief)
  const named = (path: string) => relative(folder, path).split(sep).join('/')
  const own = realPath(article.path, workspace.files)
  if (isInside(workspace, own) && withoutByteOrderMark(article.bytes).equals(Buffer.from(article.text.text)))
    return { path: own, pathInBrief: named(own), isNew: false }
  if (brief === undefined) return undefined
  const path = join(folder, 'sources', `${basename(brief).replace(/\.ya?ml$/i, '')}.txt`)
  return { path, pathInBrief: named(path), isNew: !(await fileHasText(path, article.text.text)) }
}

/** Without the mark that UTF-8 may begin with. */
function withoutByteOrderMark(bytes: Buffer): Buffer {
  return bytes[0] === 0xef && bytes[1] === 0xbb && bytes[2] === 0xbf ? bytes.subarray(3) : bytes
}

async function fileHasText(path: string, text: string): Promise<boolean> {
  try {
    return (await readFile(path, 'utf8')) === text
  } catch {
    return false
  }
}
