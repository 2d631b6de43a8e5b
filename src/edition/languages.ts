import type { Brief } from '../brief/index.js'

/** The language of a brief that serves a reader of `asked`, such as `es` for `es-MX`; undefined if it has none. */
export function languageFor(brief: Brief, asked: string): string | undefined {
  const own = brief.data.lang ?? 'en'
  return primaryOf(own) === primaryOf(asked) ? own : undefined
}

const primaryOf = (tag: string) => tag.toLowerCase().split('-')[0]
