import { type Brief, type Prose, proseFields } from '../../brief/index.js'
import { type Diagnostic, findingEntry, type Range, sortDiagnostics } from '../../diagnostics/index.js'
import { type Evidence, isProved, type Proof } from '../judge/evidence.js'
import type { Lock } from '../lock/lock.js'
import type { SourceText } from '../text/source-text.js'
import { describeQuotation, placesOf } from './describe-quotation.js'
import type { BriefSection, ReportCount, ReportDetail, SourceEntry } from './report-content.js'

/** A brief of a report, and what is known of it. */
export interface ReportedBrief {
  readonly name: string
  /** As findings name it. */
  readonly file: string
  readonly findings: readonly Diagnostic[]
  /** Undefined where the brief could not be read. */
  readonly proved?: ProvedContent | undefined
}

export interface ProvedContent {
  readonly brief: Brief
  readonly evidence: Evidence
  readonly texts: ReadonlyMap<string, SourceText>
  readonly lock: Lock | undefined
}

/** The section of a brief: its counts, its sources, each quotation beside its passage, and all that was found. */
export function describeBrief({ name, file, findings, proved }: ReportedBrief): BriefSection {
  const found = sortDiagnostics(findings)
  if (!proved)
    return {
      name,
      file,
      counts: [],
      sources: [],
      quotations: [],
      findings: found.map(finding => findingEntry(finding)),
    }
  const { brief, evidence } = proved
  const { title, as_of, lang } = brief.data
  const taken = new Set<Diagnostic>()
  const inBrief = found.filter(({ place, code }) => place.file === brief.file && code !== 'lock-outdated')
  const prose = new Map([...proseFields(brief)].map(({ path, text }) => [JSON.stringify(path), text]))
  const quotations = evidence.proofs.map(proof => {
    const places = placesOf(brief, proof)
    const own = inBrief.filter(({ place }) => places.some(range => overlap(range, place.range)))
    for (const finding of own) taken.add(finding)
    return {
      ...describeQuotation(proof, { ...proved, prose }),
      findings: own.map(finding => findingEntry(finding)),
    }
  })
  return {
    ...{ name, file, title: proseText(title), asOf: as_of, quotations },
    ...(lang !== undefined && { lang }),
    counts: countsOf(evidence.proofs, found),
    sources: sourcesOf(proved),
    findings: found.filter(finding => !taken.has(finding)).map(finding => findingEntry(finding)),
  }
}

function overlap(a: Range, b: Range): boolean {
  return a.start < b.end && a.end > b.start
}

function countsOf(proofs: readonly Proof[], findings: readonly Diagnostic[]): ReportCount[] {
  const count = (label: string, test: (proof: Proof) => boolean) => ({
    label,
    number: proofs.filter(test).length,
  })
  const severities = (label: string, severity: string) => ({
    label,
    number: findings.filter(finding => finding.severity === severity).length,
  })
  return [
    { label: 'Quotations', number: proofs.length },
    count('Words verified', ({ verdict }) => verdict === 'verified'),
    count('Words abridged, as declared', ({ verdict }) => verdict === 'abridged'),
    count('Words locked: the text is absent', ({ verdict }) => verdict === 'locked'),
    count('Words not verified', proof => !isProved(proof)),
    count('Not found to be speech', ({ speech }) => speech === 'reported' || speech === 'disowned'),
    count('Speaker confirmed by the source', ({ speaker }) => speaker === 'confirmed'),
    count('Speaker vouched for by the author of the brief', ({ speaker }) => speaker === 'declared'),
    count('Speaker not confirmed', ({ speaker }) => speaker === 'unknown'),
    count('Words of somebody else', ({ speaker }) => speaker === 'other'),
    severities('Errors', 'error'),
    severities('Warnings', 'warning'),
  ]
}

/** The sources that quotations are from, in the order of the brief. */
function sourcesOf({ brief, evidence, texts, lock }: ProvedContent): SourceEntry[] {
  const quoted = new Set(evidence.proofs.map(({ source }) => source))
  return (brief.data.sources ?? [])
    .filter(({ id }) => quoted.has(id))
    .map(source => {
      const text = texts.get(source.id)
      const recorded = lock?.sources.get(source.id)
      const detail = (term: string, value: string | undefined): ReportDetail[] =>
        value === undefined ? [] : [{ term, value }]
      return {
        id: source.id,
        title: source.title,
        details: [
          ...detail('Author', source.author?.join('; ')),
          ...detail('In', source.container_title),
          ...detail('Publisher', source.publisher),
          ...detail('Type', source.type),
          ...detail('Date', source.issued),
          ...(source.url === undefined ? [] : [{ term: 'Address', value: source.url, url: source.url }]),
          ...detail('Text', text ? `${text.file.path}, ${text.file.text.length} characters` : 'not at hand'),
          ...detail('SHA-256 of the text', text?.sha256),
          ...detail('Lock', recorded && lockState(recorded.date, recorded.sha256, text?.sha256)),
        ],
      }
    })
}

function lockState(date: string, recorded: string, now: string | undefined): string {
  if (now === undefined) return `recorded on ${date} with SHA-256 ${recorded}`
  return recorded === now ? `the same text since ${date}` : `another text was recorded on ${date}`
}

function proseText(prose: Prose): string {
  return typeof prose === 'string' ? prose : (prose.default ?? Object.values(prose)[0] ?? '')
}
