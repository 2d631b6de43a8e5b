import type { Place } from '../../diagnostics/index.js'
import type { Audience } from '../../edition/index.js'
import { type CompiledTemplate, compileTemplate } from './handlebars.js'
import type { RecipientRead } from './recipient-reads.js'
import { linkPartials, type TemplateLibrary } from './template-library.js'

/** What a template and its partials read of the recipient of a mail merge. */
export interface RecipientFieldUse {
  /** Sorted; `all` where the recipient is taken as a whole. */
  readonly fields: readonly string[] | 'all'
  /** What is printed and nowhere asked for, so that each row must have it; that of the template itself first. */
  readonly required: readonly RequiredRecipientField[]
}

export interface RequiredRecipientField {
  readonly field: string
  /** Where it is printed first. */
  readonly place: Place
}

/** Finds out, before anything is printed, which fields of a recipient an audience's template reads. Reports nothing. */
export function recipientFieldsOf(audience: Audience, library: TemplateLibrary): RecipientFieldUse {
  const reads = allRecipientReads(linkTemplate(audience, library))
  const isTested = ({ kind: use }: RecipientRead) => use === 'asked' || use === 'tested'
  const tested = new Set(reads.filter(isTested).map(({ field }) => field))
  const required = new Map<string, Place>()
  for (const { field, kind: use, place } of reads)
    if (field !== undefined && use === 'printed' && !tested.has(field) && !required.has(field))
      required.set(field, place)
  const names = new Set(reads.map(({ field }) => field))
  return {
    fields: names.has(undefined) ? 'all' : [...names].filter(name => name !== undefined).sort(),
    required: [...required].map(([field, place]) => ({ field, place })),
  }
}

/** The partials that an audience's template prints, itself or through others, there or not; sorted. Reports nothing. */
export function partialNamesOf(audience: Audience, library: TemplateLibrary): readonly string[] {
  const { template, partials } = linkTemplate(audience, library)
  const uses = [template, ...partials.values()].flatMap(each => each.partials)
  return [...new Set(uses.map(({ name }) => name))].sort()
}

interface LinkedTemplate {
  readonly template: CompiledTemplate
  readonly partials: ReadonlyMap<string, CompiledTemplate>
}

function linkTemplate({ template: file, bodyStart }: Audience, library: TemplateLibrary): LinkedTemplate {
  const template = compileTemplate(file, bodyStart)
  return { template, partials: linkPartials(template, library, () => {}) }
}

/** A partial may be printed both with the edition's data and with something else: each is looked at once. */
function allRecipientReads({ template, partials }: LinkedTemplate): RecipientRead[] {
  const found: RecipientRead[] = []
  const seen = new Set<string>()
  const visit = ({ number, recipient }: CompiledTemplate, isGivenData: boolean): void => {
    const key = `${number} ${isGivenData}`
    if (seen.has(key)) return
    seen.add(key)
    const isData = (stand: string) => stand === 'root' || (stand === 'own' && isGivenData)
    found.push(...recipient.reads.filter(({ context: stand }) => isData(stand)))
    for (const { name, stand } of recipient.calls) {
      const partial = partials.get(name)
      if (partial) visit(partial, isData(stand))
    }
  }
  visit(template, true)
  return found
}
