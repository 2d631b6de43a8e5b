import { primaryLanguage } from '../../brief/index.js'
import type { Report } from '../../diagnostics/index.js'
import { lastLineOfTwin } from '../shared/last-line-of-twin.js'
import { twinTargets } from '../shared/twin-targets.js'
import { twinText } from '../shared/twin-text.js'
import type { TwinContent } from '../twin.js'
import { setBlocks } from './text-blocks.js'
import { breakColumns } from './text-columns.js'
import { hang, stackLines } from './text-lines.js'
import type { TextSetting } from './text-setting.js'

/** Of a line of e-mail (RFC 5322, 2.1.1, and RFC 3676, 4.1, ask for fewer than 79). */
const WIDTH = 72

/** Prints an edition as plain text in UTF-8, in lines of 72 columns, its markings above and below. */
export function printPlainText({ document, images }: TwinContent, _report: Report): Uint8Array {
  const colon = primaryLanguage(document.lang) === 'fr' ? '\u00a0:' : ':'
  const setting: TextSetting = {
    ...{ targets: twinTargets(document), images, width: WIDTH, colon, notes: new Map(), setBlocks },
  }
  const blocks = setBlocks(document.blocks, setting)
  const markings = document.banners.flatMap(({ text }) => breakColumns(twinText(text), WIDTH))
  const last = breakColumns(twinText(lastLineOfTwin(document)), WIDTH)
  const lines = stackLines([
    markings,
    blocks,
    ...(setting.notes.size > 0 ? [[PART_RULE], noteLines(setting.notes)] : []),
    ...(markings.length + last.length > 0 ? [[PART_RULE], last, markings] : []),
  ])
  return Buffer.from(`${lines.join('\n')}\n`)
}

/** Before what stands below all text. */
const PART_RULE = '-'.repeat(20)

const noteLines = (notes: ReadonlyMap<string, string>): string[] =>
  [...notes].flatMap(([label, text]) => {
    const mark = `[${label}] `
    return hang(mark, breakColumns(text, WIDTH - mark.length))
  })
