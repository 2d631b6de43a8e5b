import * as v from 'valibot'
import { type Diagnostic, Findings, type Report, type SourceFile } from '../diagnostics/index.js'
import type { Brief } from './brief.js'
import { reportTooLarge } from './decode-text.js'
import { MarkingSchemes } from './markings/marking-schemes.js'
import { type ReadContext, Suggestions } from './read/read-context.js'
import { readMapping } from './read/read-node.js'
import { readableParts } from './readable-parts.js'
import { applyRules } from './rules/rules.js'
import { type CustomFields, NO_CUSTOM_FIELDS } from './schema/custom-fields.js'
import { briefSchema } from './schema/schema.js'
import { shapeOfBrief } from './schema/shape.js'
import { checkTables } from './tables/check-table.js'
import { type ParsedYaml, parseYaml } from './yaml/parse-yaml.js'
import { placesIn } from './yaml/places.js'

/** UTF-16 code units; a brief of six printed pages has some 30,000. */
export const MAX_BRIEF_LENGTH = 512 * 1024

/** What could be read of a brief. */
export interface LoadedBrief {
  /** Where there are errors, only what later stages can judge despite them. */
  readonly brief: Brief
  /** Whether it has no errors, so that editions can be made from it. */
  readonly valid: boolean
}

/**
 * Reads a brief: every finding of the YAML, the schema, the dates and the references in one pass, in the order
 * of the file. Undefined where any of them is an error.
 */
export function loadBrief(file: SourceFile, known: KnownNames, report: Report): Brief | undefined {
  const loaded = loadPartialBrief(file, known, report)
  return loaded?.valid ? loaded.brief : undefined
}

/** Reads a brief as `loadBrief` does, but returns what is readable of one with errors, so that its quotations can be proved. */
export function loadPartialBrief(
  file: SourceFile,
  known: KnownNames,
  report: Report,
): LoadedBrief | undefined {
  if (file.text.length > MAX_BRIEF_LENGTH) {
    reportTooLarge(file.path, file.text.length, MAX_BRIEF_LENGTH, report)
    return undefined
  }
  const findings = new Findings()
  const parsed = parseYaml(file, findings.report)
  const data = parsed && readBrief(parsed, file, known, findings.report)
  reportSorted(findings.all, report)
  if (!parsed || !data) return undefined
  const places = placesIn(parsed.root, file)
  const { audiences, markings = NO_MARKINGS, customFields = NO_CUSTOM_FIELDS } = known
  const shared = { file, knownAudiences: audiences, markings, customFields, dataFiles: new Map() }
  if (!findings.failed)
    return { brief: { ...shared, data: v.parse(briefSchema, data), ...places }, valid: true }
  if (parsed.state !== 'valid') return undefined
  const sourcesKnown = findings.all.every(({ code }) => code !== 'unknown-source')
  return { brief: { ...shared, ...readableParts(data, places, sourcesKnown) }, valid: false }
}

export interface KnownNames {
  readonly audiences: readonly string[]
  /** The marking schemes; with none, no label is valid. */
  readonly markings?: MarkingSchemes | undefined
  /** The fields that templates declare; with none, `custom` can have none. */
  readonly customFields?: CustomFields | undefined
}

const NO_MARKINGS = new MarkingSchemes([])

function readBrief(
  { root, state }: ParsedYaml,
  file: SourceFile,
  { audiences, markings = NO_MARKINGS, customFields = NO_CUSTOM_FIELDS }: KnownNames,
  report: Report,
): Readonly<Record<string, unknown>> | undefined {
  if (root.kind !== 'mapping') {
    const found = root.kind === 'list' ? 'a list' : 'a text'
    const place = { file, range: file.line(file.position(root.range.start).line) }
    const glued = /^([a-z_]+):\S/.exec(file.text.slice(root.range.start, root.range.start + 40))?.[1]
    const hint =
      glued === undefined ? 'begin with `title: …`' : `write \`${glued}: …\`, with a blank after the colon`
    report('yaml-not-a-mapping', place, `the brief is ${found}, not fields`, hint)
    return undefined
  }
  const context: ReadContext = {
    file,
    report: state === 'damaged' ? withoutMissingFields(report) : report,
    audiences,
    markings,
    customFields,
    suggestions: new Suggestions(),
    texts: [],
  }
  const data = readMapping(root, shapeOfBrief(customFields), [], context)
  applyRules(context, state)
  if (state !== 'damaged') checkTables(data.tables, placesIn(root, file), context.report)
  return data
}

/** In a damaged file, what is missing may be in what could not be read. */
function withoutMissingFields(report: Report): Report {
  return (code, ...finding) => {
    if (code !== 'missing-field') report(code, ...finding)
  }
}

/** As many findings as an author would go through; a file with more is hardly a brief. */
const MAX_FINDINGS = 200

/**
 * Reports findings in the order of the file; where there are too many, errors rather than others. What an alias repeats is reported once, and a line that is not YAML
 * gets no other findings.
 */
function reportSorted(all: readonly Diagnostic[], report: Report): void {
  const unparsed = new Set(all.filter(({ code }) => code === 'yaml-syntax').map(lineOf))
  const unique = new Map<string, Diagnostic>()
  for (const finding of all) {
    const { code, message, place } = finding
    const key = `${place.range.start} ${place.range.end} ${code} ${message}`
    const isInUnparsedLine = code !== 'yaml-syntax' && unparsed.has(lineOf(finding))
    if (!isInUnparsedLine && !unique.has(key)) unique.set(key, finding)
  }
  const isError = ({ severity }: Diagnostic) => severity === 'error'
  const gravestFirst = [...unique.values()].sort((a, b) => Number(isError(b)) - Number(isError(a)))
  const sorted = gravestFirst.slice(0, MAX_FINDINGS).sort((a, b) => a.place.range.start - b.place.range.start)
  for (const [index, { code, place, message, hints }] of sorted.entries()) {
    const isCutShort = index === MAX_FINDINGS - 1 && unique.size > MAX_FINDINGS
    const lastHint = isCutShort
      ? `mend these first: ${unique.size - MAX_FINDINGS} more findings are not shown`
      : undefined
    report(code, place, message, ...hints, lastHint)
  }
}

function lineOf({ place }: Diagnostic): number {
  return place.file.position(place.range.start).line
}
