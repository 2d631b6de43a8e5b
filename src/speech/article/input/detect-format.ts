import type { SourceFile } from '../../../diagnostics/index.js'
import type { ArticleFormat } from '../article.js'

/** Tells a web page and Markdown from a text, which all else is, by the name of the file or by what is in it. */
export function detectFormat({ path, text }: SourceFile): ArticleFormat {
  if (startsLikeHtml(text)) return 'html'
  if (hasHtmlExtension(path) && (/<[a-z!/?]/i.test(text) || ENTITY.test(text))) return 'html'
  if (/\.(md|markdown)$/i.test(path)) return 'markdown'
  const sample = text.slice(0, MOST_SAMPLED)
  if (hasMarkdownSigns(sample)) return 'markdown'
  if (BLOCK_TAGS.test(sample)) return 'html'
  return ENTITY.test(sample) || INLINE_TAGS.test(sample) ? 'markdown' : 'text'
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

/** Characters at the beginning of a text by which its format is told. */
const MOST_SAMPLED = 200_000

const ENTITY =
  /&(?:[lr][ds]quo|amp|nbsp|quot|apos|[lr]aquo|[mn]dash|hellip|[a-z](?:acute|grave|uml|cedil|tilde)|#\d{2,5}|#x[\da-f]{2,5});/i
const BLOCK_TAGS =
  /<(p|div|article|section|blockquote|h[1-6]|ul|ol|table|body)(?:\s[^<>]{0,500})?>[\s\S]*?<\/\1\s*>/i
const INLINE_TAGS = /<(em|strong|i|b|a|span|sup|q|cite)(?:\s[^<>]{0,500})?>[^<>]{1,500}<\/\1\s*>/i

/** One of these is enough: a link, a picture, strong emphasis, a note, the address of a link. */
const STRONG_SIGN =
  /\]\((?:https?:\/\/|mailto:|\/|#)[^\s()]*\)|!\[[^[\]\n]{0,200}\]\(|(?<![*\w])\*\*(?![\s*])[^*\n]{1,300}(?<!\s)\*\*(?!\*)|(?<!\w)__(?![\s_])[^_\n]{1,300}(?<!\s)__(?!\w)|^\[\^[^\]\s]{1,40}\]:|^\[[^[\]\n]{1,80}\]: https?:\/\//m
/** It takes two of these: headings, emphasis, quotations, lists and fences may be written in a text too. */
const WEAK_SIGNS = [
  /^#{1,6} \S/m,
  /^={3,}[ \t]*$/m,
  /(?<![\w*])\*(?![\s*])[^*\n]{1,80}(?<![\s*])\*(?![\w*])/,
  /(?<![\w_])_(?![\s_])[^_\n]{1,80}(?<![\s_])_(?![\w_])/,
  /^> ?\S/m,
  /^(?:```|~~~)/m,
  /\\[*_#[\]>]/,
]

function hasMarkdownSigns(text: string): boolean {
  return STRONG_SIGN.test(text) || WEAK_SIGNS.filter(sign => sign.test(text)).length > 1
}
