import type { SourceFile } from '../../../diagnostics/index.js'
import type { ArticleFormat } from '../article.js'

/** Tells a web page and Markdown from a text, which all else is. */
export function detectFormat({ path, text }: SourceFile): ArticleFormat {
  if (startsLikeHtml(text) || (hasHtmlExtension(path) && /<[a-z!/?]/i.test(text))) return 'html'
  return /\.(md|markdown)$/i.test(path) ? 'markdown' : 'text'
}

/** Whether the name of a file says that it is a web page. */
export function hasHtmlExtension(path: string): boolean {
  return /\.(html?|xhtml)$/i.test(path)
}

/** Whether a text begins as web pages do, after a declaration of XML and comments. */
export function startsLikeHtml(text: string): boolean {
  const head = text
    .slice(0, 4000)
    .replace(/^\s*<\?xml[^>]*>/i, '')
    .replaceAll(/<!--[\s\S]*?-->/g, '')
  return /^\s*<(!doctype\s+html|html)\b/i.test(head)
}
