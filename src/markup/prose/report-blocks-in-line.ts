import type { ProseBlock } from '../../brief/index.js'
import { fieldAt, type ProseText } from '../../edition/index.js'
import type { RenderContext } from './print-text.js'

const NAMES: Readonly<Partial<Record<ProseBlock['kind'], string>>> = {
  list: 'a list',
  heading: 'a sub-heading',
  table: 'a table',
  quotation: 'a block quotation',
  picture: 'a picture',
}

/** Says at the template’s place that it prints blocks in a line, where they cannot be set. */
export function reportBlocksInLine(
  { place }: ProseText,
  blocks: readonly ProseBlock[],
  { report, calledAt }: RenderContext,
): void {
  const what = blocks.map(({ kind }) => NAMES[kind]).find(name => name !== undefined)
  if (what === undefined || !calledAt) return
  const field = fieldAt(place)?.field.replace(/\[\d+\]/g, '') ?? 'the text'
  const key = field.split('.').at(-1) ?? field
  const message = `\`${field}\` has ${what}, which is printed here as words in a line`
  report('blocks-in-line', calledAt, message, `write \`{{paragraphs ${key}}}\`, outside of \`p\``)
}
