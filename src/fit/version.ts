import type { Brief } from '../brief/index.js'
import { Findings } from '../diagnostics/index.js'
import { type Audience, type Edition, type Reader, selectEdition, watchReads } from '../edition/index.js'
import type { Evidence } from '../evidence/index.js'
import { type Document, render, type TemplateLibrary } from '../markup/index.js'

/** What an edition is made from, as often as fitting asks for it. */
export interface Material {
  readonly brief: Brief
  readonly evidence: Evidence
  readonly audience: Audience
  readonly library: TemplateLibrary
  readonly reader?: Reader | undefined
  /** Takes up the fields of the brief that its template reads, whatever is left out. */
  readonly read?: Set<string> | undefined
}

/** An edition as it stands with some of its items left out. */
export interface Version {
  readonly edition: Edition
  readonly document: Document
  /** What selecting and setting it through its template found. */
  readonly findings: Findings
}

/** Makes an edition without some of its items; with only findings if it cannot be made. */
export function makeVersion(
  { brief, evidence, audience, library, reader, read }: Material,
  leftOut: ReadonlySet<string> = new Set(),
): Version | Pick<Version, 'findings'> {
  const findings = new Findings()
  const selected = selectEdition(brief, evidence, audience, findings.report, leftOut, reader)
  const edition = selected && read ? watchReads(selected, read) : selected
  const document = edition && render(edition, library, findings.report)
  return edition && document ? { edition, document, findings } : { findings }
}

/** Whether an edition could be made. */
export function isMade(version: Version | Pick<Version, 'findings'>): version is Version {
  return 'document' in version
}
