import type { Place } from '../diagnostics/index.js'
import type { Audience } from '../edition/index.js'
import { compileTemplate } from './handlebars.js'
import { linkPartials, type TemplateLibrary } from './library.js'

/** The partials that a template prints, itself or through others, whether they are there or not; sorted. */
export function partialsOf(audience: Audience, library: TemplateLibrary): string[] {
  const { template, partials } = linked(audience, library)
  const printed = [template, ...partials.values()].flatMap(each => each.partials)
  return [...new Set(printed.map(use => use.name))].sort()
}

/** What a template and its partials read of the recipient of a mail merge. */
export interface RecipientUse {
  /** Sorted; `all` where the recipient is taken as a whole. */
  readonly fields: readonly string[] | 'all'
  /** Fields that are printed and nowhere tested, so that the row must have them. */
  readonly required: readonly { readonly field: string; readonly place: Place }[]
}

/** Finds out, before anything is printed, which fields of a recipient an audience's template reads. */
export function recipientUse(audience: Audience, library: TemplateLibrary): RecipientUse {
  const { template, partials } = linked(audience, library)
  const reads = [template, ...partials.values()].flatMap(each => each.recipientReads)
  const tested = new Set(reads.flatMap(read => (read.tested ? [read.field] : [])))
  const required = new Map<string, Place>()
  for (const { field, place } of reads)
    if (field !== undefined && !tested.has(field) && !required.has(field)) required.set(field, place)
  const names = reads.flatMap(({ field }) => field ?? [])
  const takesAll = reads.some(({ field, tested: only }) => field === undefined && !only)
  return {
    fields: takesAll ? 'all' : [...new Set(names)].sort(),
    required: [...required].map(([field, place]) => ({ field, place })),
  }
}

function linked({ template: file, bodyStart }: Audience, library: TemplateLibrary) {
  const template = compileTemplate(file, bodyStart)
  return { template, partials: linkPartials(template, library, () => {}) }
}
