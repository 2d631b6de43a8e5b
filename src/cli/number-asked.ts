import { UsageError } from './usage-error.js'

/** The whole number that an option gives. */
export function numberAsked(option: string, text: string, least: number, most: number): number {
  const number = Number(text)
  if (/^\d{1,9}$/.test(text) && number >= least && number <= most) return number
  throw new UsageError(`\`--${option}\` is \`${text}\``, `write a number from ${least} to ${most}`)
}
