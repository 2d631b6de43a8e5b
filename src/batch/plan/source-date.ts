import { type Report, SourceFile } from '../../diagnostics/index.js'

/**
 * The date that SOURCE_DATE_EPOCH gives to all documents of a build: whole seconds since 1970 in UTC
 * (https://reproducible-builds.org/specs/source-date-epoch/). One that is no such number is reported, since
 * printing with another date than the one meant is what the variable is there to prevent.
 */
export function sourceDate(epoch: string | undefined, report: Report): Date | undefined {
  if (epoch === undefined) return undefined
  const date = /^\d+$/.test(epoch) ? new Date(Number(epoch) * 1000) : undefined
  if (date && date <= LATEST_DATE) return date
  const file = new SourceFile('SOURCE_DATE_EPOCH', epoch)
  report(
    'source-date-invalid',
    { file, range: { start: 0, end: epoch.length } },
    `\`SOURCE_DATE_EPOCH\` is \`${epoch}\`, not a number of seconds since 1970`,
    'set it as `date +%s` prints it, or unset it',
  )
  return undefined
}

/** PDF writes years in four digits (ISO 32000-1, 7.9.4). */
const LATEST_DATE = new Date('9999-12-31T23:59:59Z')

/** The first day of what `as_of` denotes (ISO 8601-2:2019): the same brief gives the same bytes on any day. */
export function asOfDate(asOf: string): Date {
  const [, year = '1970', month = '01', day = '01'] = /(\d{4})(?:-(\d\d))?(?:-(\d\d))?/.exec(asOf) ?? []
  const isMonth = Number(month) >= 1 && Number(month) <= 12
  return new Date(Date.UTC(Number(year), isMonth ? Number(month) - 1 : 0, isMonth ? Number(day) : 1))
}
