import type { Brief } from '../brief/index.js'
import { Findings } from '../diagnostics/index.js'
import {
  type Audience,
  type Edition,
  type EditionReader,
  selectEdition,
  trackFieldReads,
} from '../edition/index.js'
import type { Evidence } from '../evidence/index.js'
import { type Document, render, type TemplateLibrary } from '../markup/index.js'

/** What an edition is made from, as often as fitting asks for it. */
export interface EditionInputs {
  readonly brief: Brief
  readonly evidence: Evidence
  readonly audience: Audience
  readonly library: TemplateLibrary
  readonly reader?: EditionReader | undefined
  /** Takes up the fields of the brief that its template reads, whatever is left out. */
  readonly fieldsRead?: Set<string> | undefined
}

/** An edition as it stands with some of its items left out. */
export interface EditionVariant {
  readonly edition: Edition
  readonly document: Document
  /** What selecting and setting it through its template found. */
  readonly findings: Findings
}

/** Makes an edition without some of its items; with only findings if it cannot be made. */
export function makeVariant(
  { brief, evidence, audience, library, reader, fieldsRead }: EditionInputs,
  leftOut: ReadonlySet<string> = new Set(),
): EditionVariant | Pick<EditionVariant, 'findings'> {
  const findings = new Findings()
  const selected = selectEdition(brief, evidence, audience, findings.report, leftOut, reader)
  const edition = selected && fieldsRead ? trackFieldReads(selected, fieldsRead) : selected
  const document = edition && render(edition, library, findings.report)
  return edition && document ? { edition, document, findings } : { findings }
}

/** Whether an edition could be made. */
export function isVariantMade(
  version: EditionVariant | Pick<EditionVariant, 'findings'>,
): version is EditionVariant {
  return 'document' in version
}
