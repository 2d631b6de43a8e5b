import { DOCX_READER } from './docx-words.js'
import { HTML_READER } from './html-words.js'
import { MARKDOWN_READER } from './markdown-words.js'
import { PLAIN_TEXT_READER } from './plain-text-words.js'
import type { TwinReader } from './twin-reader.js'

/** A format a line. */
export const TWIN_READERS: readonly TwinReader[] = [
  HTML_READER,
  DOCX_READER,
  MARKDOWN_READER,
  PLAIN_TEXT_READER,
]
