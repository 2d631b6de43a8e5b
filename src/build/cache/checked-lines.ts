import { sha256 } from '../sha256.js'

/** One value as a line that shows when it is damaged. */
export function checkedLine(value: unknown): string {
  const json = JSON.stringify(value)
  return `${checksum(json)} ${json}\n`
}

/** The values of all lines that are whole, and whether any was not. */
export function readCheckedLines(text: string): { readonly values: unknown[]; readonly damaged: boolean } {
  const isCut = !/(^|\n)$/.test(text)
  const lines = text.split('\n').filter(line => line !== '')
  const whole = lines.filter(line => line.startsWith(`${checksum(line.slice(CHECKSUM + 1))} `))
  const values = whole.map(line => JSON.parse(line.slice(CHECKSUM + 1)) as unknown)
  return { values, damaged: isCut || whole.length < lines.length }
}

/** Characters. */
const CHECKSUM = 16

const checksum = (json: string) => sha256(json).slice(0, CHECKSUM)
