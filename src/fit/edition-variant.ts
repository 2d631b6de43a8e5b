import type { Brief } from '../brief/index.js'
import { Findings, type Report } from '../diagnostics/index.js'
import {
  type Audience,
  type Banner,
  type Edition,
  type EditionReader,
  selectEdition,
  trackFieldReads,
} from '../edition/index.js'
import type { Evidence } from '../evidence/index.js'
import { type RenderedEdition, renderEdition, type TemplateLibrary } from '../markup/index.js'

/** What an edition of a pack is set with because of the others. */
export interface EditionInPack {
  /** What stands on all pages of the pack; what the edition itself holds if undefined. */
  readonly banners?: readonly Banner[] | undefined
  /** The number of its first source, where those of all editions are numbered through. */
  readonly firstSource?: number | undefined
}

/** What the variants of an edition are made from. */
export interface EditionInputs {
  readonly brief: Brief
  readonly evidence: Evidence
  readonly audience: Audience
  readonly library: TemplateLibrary
  readonly reader?: EditionReader | undefined
  /** What it is among the editions of a pack. */
  readonly inPack?: EditionInPack | undefined
  /** Collects the fields of the brief that the template reads in any variant. */
  readonly fieldsRead?: Set<string> | undefined
  /** The whole edition for this reader, where it has been selected already. */
  readonly selected?:
    | (Pick<EditionVariant, 'findings'> & { readonly edition: Edition | undefined })
    | undefined
}

/** An edition with some of its items left out, or none. */
export interface EditionVariant extends RenderedEdition {
  readonly edition: Edition
  /** The findings of selecting the edition and rendering its template. */
  readonly findings: Findings
}

/** Makes an edition without some of its items; returns only the findings if it cannot be made. */
export function makeVariant(
  inputs: EditionInputs,
  leftOut: ReadonlySet<string> = new Set(),
): EditionVariant | Pick<EditionVariant, 'findings'> {
  const { library, fieldsRead, inPack } = inputs
  const findings = new Findings()
  const selected = selectFrom(inputs, leftOut, findings.report)
  const edition = selected && fieldsRead ? trackFieldReads(selected, fieldsRead) : selected
  const rendered = edition && renderEdition(edition, library, findings.report, inPack?.firstSource)
  if (!edition || !rendered) return { findings }
  const { document, unshown } = rendered
  const marked = inPack?.banners ? { ...document, banners: inPack.banners } : document
  return { edition, document: marked, unshown, findings }
}

function selectFrom(
  { brief, evidence, audience, reader, selected }: EditionInputs,
  leftOut: ReadonlySet<string>,
  report: Report,
): Edition | undefined {
  if (!selected || leftOut.size > 0) return selectEdition(brief, evidence, audience, report, leftOut, reader)
  selected.findings.passOn(report)
  return selected.edition
}

/** Whether a variant could be made. */
export function isVariantMade(
  variant: EditionVariant | Pick<EditionVariant, 'findings'>,
): variant is EditionVariant {
  return 'document' in variant
}
