import { Tokenizer, type TokenizerCallbacks } from 'htmlparser2'
import type { Block } from '../article.js'
import { BlockBuilder } from './blocks-of.js'
import { NO_TEXT } from './elements.js'

/**
 * The blocks of a page by its tags alone, without a tree: for pages so large or so deep that finding their article would
 * take longer than anybody waits.
 */
export function stripTags(html: string): Block[] {
  const builder = new BlockBuilder()
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
      if (closing === '' && NO_TEXT.has(name) && !VOID.has(name)) closing = name
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
