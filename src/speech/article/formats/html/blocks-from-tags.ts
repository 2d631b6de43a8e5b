import { Tokenizer, type TokenizerCallbacks } from 'htmlparser2'
import type { ArticleBlock } from '../../article.js'
import { ArticleBlockBuilder, NON_TEXT_ELEMENTS } from './html-blocks.js'

/**
 * The blocks of a page by its tags alone, without a tree: for pages so large or so deep that finding their article would
 * take longer than anybody waits.
 */
export function blocksFromTags(html: string): ArticleBlock[] {
  const builder = new ArticleBlockBuilder()
  let closing = ''
  const slice = (start: number, end: number) => html.slice(start, end).toLowerCase()
  const callbacks: Partial<TokenizerCallbacks> = {
    ontext: (start, end) => {
      if (closing === '') builder.text(html.slice(start, end))
    },
    ontextentity: codepoint => {
      if (closing === '') builder.text(String.fromCodePoint(codepoint))
    },
    onopentagname: (start, end) => {
      const name = slice(start, end)
      if (closing === '') builder.open(name)
      if (closing === '' && NON_TEXT_ELEMENTS.has(name) && !VOID.has(name)) closing = name
    },
    onclosetag: (start, end) => {
      const name = slice(start, end)
      if (closing === '') builder.close(name)
      else if (closing === name) closing = ''
    },
  }
  const ignore = new Proxy(callbacks, { get: (known, name) => Reflect.get(known, name) ?? (() => {}) })
  const tokenizer = new Tokenizer({ xmlMode: false, decodeEntities: true }, ignore as TokenizerCallbacks)
  tokenizer.write(html)
  tokenizer.end()
  return builder.end()
}

const VOID: ReadonlySet<string> = new Set(['embed', 'input', 'link', 'meta'])
