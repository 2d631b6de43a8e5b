import * as v from 'valibot'
import { checkSettings, readSettings, type SettingsReport } from '../../brief/index.js'
import type { Report, SourceFile } from '../../diagnostics/index.js'
import { NORMALISATION } from '../match/quotation.js'
import type { Lock } from './lock.js'

/** The lock as a YAML file, in an order that only changes with what it records. */
export function formatLock(lock: Lock): string {
  const sources = [...lock.sources].map(([id, { sha256, length, date }]) =>
    entry(`  ${JSON.stringify(id)}:`, [`sha256: ${sha256}`, `length: ${length}`, `date: '${date}'`], '    '),
  )
  const quotes = lock.quotes.map(quote => {
    const lines = [
      `field: ${JSON.stringify(quote.field)}`,
      `source: ${JSON.stringify(quote.source)}`,
      `status: ${quote.status}`,
      `paragraph: ${quote.paragraph}`,
      `start: ${quote.start}`,
      `end: ${quote.end}`,
      ...(quote.cut ? ['cut: true'] : []),
    ]
    return entry(`  - hash: ${quote.hash}`, lines, '    ')
  })
  return [
    ...HEADER,
    `normalisation: ${NORMALISATION}`,
    sources.length > 0 ? 'sources:' : 'sources: {}',
    ...sources,
    quotes.length > 0 ? 'quotes:' : 'quotes: []',
    ...quotes,
    '',
  ].join('\n')
}

/** Reads a lock file; the first thing that is wrong with it is reported, and then there is no lock. */
export function parseLock(file: SourceFile, report: Report): Lock | undefined {
  const faults: Parameters<SettingsReport>[] = []
  const fault: SettingsReport = (...finding) => faults.push(finding)
  const settings = readSettings(file, fault)
  const lock = settings && checkSettings(lockSchema, settings, fault)
  if (settings && lock && lock.normalisation !== NORMALISATION)
    fault(
      settings.place(['normalisation']),
      `the hashes are of another normalisation, \`${lock.normalisation}\``,
    )
  const [first] = faults
  if (first) report('lock-invalid', first[0], `${first[1]}: the lock file cannot be used`, RENEW)
  return first || !lock ? undefined : { sources: new Map(Object.entries(lock.sources)), quotes: lock.quotes }
}

const HEADER = [
  '# What Briefwright proved of the quotations in the brief beside this file: for each source the SHA-256 of its text, for',
  '# each quotation the SHA-256 of its normalised words and its place in the source. It holds no words of the sources, and',
  '# lets the quotations be checked where their texts are not at hand. Written by `briefwright check --update-lock`.',
]
const RENEW = 'run `briefwright check --update-lock` where the source texts are'

const hash = v.pipe(v.string(), v.regex(/^[0-9a-f]{64}$/))
const count = v.pipe(v.number(), v.integer(), v.minValue(0))
const lockSchema = v.object({
  normalisation: v.string(),
  sources: v.record(
    v.string(),
    v.object({ sha256: hash, length: count, date: v.pipe(v.string(), v.isoDate()) }),
  ),
  quotes: v.array(
    v.object({
      hash,
      field: v.string(),
      source: v.string(),
      status: v.picklist(['verified', 'abridged']),
      paragraph: count,
      start: count,
      end: count,
      cut: v.exactOptional(v.boolean()),
    }),
  ),
})

function entry(head: string, lines: readonly string[], indent: string): string {
  return [head, ...lines.map(line => indent + line)].join('\n')
}
