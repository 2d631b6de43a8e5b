import { sha256 } from '../../diagnostics/index.js'

/** One value as a line that shows when it is damaged. */
export function checkedLine(value: unknown): string {
  const json = JSON.stringify(value)
  return `${checksum(json)} ${json}\n`
}

/** The values of all lines that are whole, one by one; returns whether any was not. */
export function* checkedLines(text: string): Generator<unknown, boolean> {
  let damaged = text !== '' && !text.endsWith('\n')
  for (let start = 0; start < text.length; ) {
    const feed = text.indexOf('\n', start)
    const end = feed === -1 ? text.length : feed
    const json = text.slice(start + CHECKSUM_LENGTH + 1, end)
    if (text.startsWith(`${checksum(json)} `, start)) yield JSON.parse(json) as unknown
    else if (end > start) damaged = true
    start = end + 1
  }
  return damaged
}

/** Characters. */
const CHECKSUM_LENGTH = 16

const checksum = (json: string) => sha256(json).slice(0, CHECKSUM_LENGTH)
