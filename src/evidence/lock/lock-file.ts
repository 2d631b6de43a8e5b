import * as v from 'valibot'
import { checkSettings, LOCATOR_KINDS, readSettings, type SettingsReport } from '../../brief/index.js'
import type { Report, SourceFile } from '../../diagnostics/index.js'
import { NORMALISATION } from '../match/quotation.js'
import type { PlacePart } from '../place/passage-place.js'
import {
  type Lock,
  type LockedQuote,
  type LockedSource,
  type LockVersion,
  PROVED_ATTRIBUTION,
  PROVED_SPEECH,
} from './lock.js'

/** The lock as a YAML file, in an order that only changes with what it records. */
export function formatLock(lock: Lock): string {
  const sources = [...lock.sources].map(([id, source]) => entry(`  ${quoted(id)}:`, sourceLines(source)))
  const quotes = lock.quotes.map(quote => entry(`  - hash: ${quote.hash}`, quoteLines(quote)))
  return [
    ...HEADER,
    `version: ${CURRENT_VERSION}`,
    `normalisation: ${NORMALISATION}`,
    sources.length > 0 ? 'sources:' : 'sources: {}',
    ...sources,
    quotes.length > 0 ? 'quotes:' : 'quotes: []',
    ...quotes,
    '',
  ].join('\n')
}

/**
 * Reads a lock file; the first thing that is wrong with it is reported, and then there is no lock. One of an earlier version is
 * read as far as it goes.
 */
export function parseLock(file: SourceFile, report: Report): Lock | undefined {
  const faults: Parameters<SettingsReport>[] = []
  const fault: SettingsReport = (...finding) => faults.push(finding)
  const settings = readSettings(file, fault)
  const recorded = settings && checkSettings(lockSchema, settings, fault)
  if (settings && recorded) {
    const { version, normalisation } = recorded
    if (version > CURRENT_VERSION)
      fault(
        settings.place(['version']),
        `the lock is of version ${version}, which this release does not know`,
      )
    else if (normalisation !== NORMALISATION)
      fault(
        settings.place(['normalisation']),
        `the hashes are of another normalisation, \`${normalisation}\``,
      )
  }
  const [first] = faults
  if (first) report('lock-invalid', first[0], `${first[1]}: the lock file cannot be used`, RENEW)
  if (first || !recorded) return undefined
  const version: LockVersion = recorded.version === 1 ? 1 : CURRENT_VERSION
  if (version < CURRENT_VERSION)
    report(
      'lock-old',
      { file, range: { start: 0, end: 0 } },
      'the lock file is of an earlier version, which recorded neither who speaks nor what the sources are',
      RENEW,
    )
  const sources = Object.entries(recorded.sources).map(([id, source]) => [id, lockedSource(source)] as const)
  return { version, sources: new Map(sources), quotes: recorded.quotes.map(lockedQuote) }
}

const CURRENT_VERSION = 2
const HEADER = [
  '# What Briefwright proved of the quotations in the brief beside this file: for each source the SHA-256 of its text, and what',
  '# the brief said of it; for each quotation the SHA-256 of its normalised words, its place in the source, and whose words they',
  '# are. It holds no words of the sources, and lets the quotations be checked where their texts are not at hand. It proves that',
  '# nothing has changed since, not that it was written honestly. Written by `briefwright check --update-lock`.',
]
const RENEW = 'run `briefwright check --update-lock` where the source texts are'
/** In place of the speakers where they were not recorded. */
const NOT_RECORDED = 'not recorded'

function sourceLines({ sha256, length, date, facts }: LockedSource): string[] {
  const known = facts
    ? FACTS.flatMap(key => (facts[key] === undefined ? [] : [`${key}: ${quoted(facts[key])}`]))
    : []
  return [`sha256: ${sha256}`, `length: ${length}`, `date: '${date}'`, ...known]
}

const FACTS = ['title', 'issued', 'url', 'voice', 'author'] as const

function quoteLines(quote: LockedQuote): string[] {
  return [
    `field: ${quoted(quote.field)}`,
    `source: ${quoted(quote.source)}`,
    `status: ${quote.status}`,
    `paragraph: ${quote.paragraph}`,
    ...(quote.place ? [`place: [${quote.place.map(part => quoted(placeEntry(part))).join(', ')}]`] : []),
    `start: ${quote.start}`,
    `end: ${quote.end}`,
    ...(quote.cut ? ['cut: true'] : []),
    `speaker: ${quote.speakers ? `[${quote.speakers.map(quoted).join(', ')}]` : NOT_RECORDED}`,
    ...(quote.speech ? [`speech: ${quote.speech}`] : []),
    ...(quote.attribution ? [`attribution: ${quote.attribution}`] : []),
  ]
}

/** As YAML reads it back whatever it holds: JSON leaves some line ends and marks of direction as they are. */
function quoted(text: string): string {
  return JSON.stringify(text).replace(
    /[\u007f-\u009f\u200e\u200f\u2028-\u202e\u2066-\u2069\ufeff\ufffe\uffff]/g,
    character => `\\u${character.charCodeAt(0).toString(16).padStart(4, '0')}`,
  )
}

function entry(head: string, lines: readonly string[]): string {
  return [head, ...lines.map(line => `    ${line}`)].join('\n')
}

const hash = v.pipe(v.string(), v.regex(/^[0-9a-f]{64}$/))
const PLACE = new RegExp(`^(${LOCATOR_KINDS.join('|')}) (\\S+)$`)
const count = v.pipe(v.number(), v.integer(), v.minValue(0))
const lockSchema = v.object({
  version: v.optional(v.pipe(v.number(), v.integer(), v.minValue(1)), 1),
  normalisation: v.string(),
  sources: v.record(
    v.string(),
    v.object({
      sha256: hash,
      length: count,
      date: v.pipe(v.string(), v.isoDate()),
      title: v.exactOptional(v.string()),
      issued: v.exactOptional(v.string()),
      url: v.exactOptional(v.string()),
      voice: v.exactOptional(v.picklist(['own', 'reported'])),
      author: v.exactOptional(v.string()),
    }),
  ),
  quotes: v.array(
    v.object({
      hash,
      field: v.string(),
      source: v.string(),
      status: v.picklist(['verified', 'abridged']),
      paragraph: count,
      place: v.exactOptional(v.array(v.pipe(v.string(), v.regex(PLACE)))),
      start: count,
      end: count,
      cut: v.exactOptional(v.boolean()),
      speaker: v.exactOptional(v.union([v.literal(NOT_RECORDED), v.array(v.string())])),
      speech: v.exactOptional(v.picklist(PROVED_SPEECH)),
      attribution: v.exactOptional(v.picklist(PROVED_ATTRIBUTION)),
    }),
  ),
})

type SourceEntry = v.InferOutput<typeof lockSchema>['sources'][string]
type QuoteEntry = v.InferOutput<typeof lockSchema>['quotes'][number]

function lockedSource({ sha256, length, date, title, ...facts }: SourceEntry): LockedSource {
  return { sha256, length, date, ...(title !== undefined && { facts: { title, ...facts } }) }
}

function lockedQuote({ speaker, place, ...quote }: QuoteEntry): LockedQuote {
  return {
    ...quote,
    ...(place && { place: place.flatMap(placePart) }),
    ...(Array.isArray(speaker) && { speakers: speaker }),
  }
}

function placeEntry({ kind, number }: PlacePart): string {
  return `${kind} ${number}`
}

function placePart(entry: string): PlacePart[] {
  const [, name, number = ''] = PLACE.exec(entry) ?? []
  const kind = LOCATOR_KINDS.find(known => known === name)
  return kind ? [{ kind, number }] : []
}
