import type { Place } from '../../diagnostics/index.js'
import type { Audience } from '../../edition/index.js'
import { type CompiledTemplate, compileTemplate } from './handlebars.js'
import type { ContextKind, RecipientRead } from './recipient-reads.js'
import { RUNNING_PARTIALS } from './run-running-partial.js'
import { linkPartials, type TemplateLibrary } from './template-library.js'

/** What a template and its partials read of the recipient of a mail merge. */
export interface RecipientFieldUse {
  /** Sorted; `all` if the recipient is used as a whole. */
  readonly fields: readonly string[] | 'all'
  /** What is printed without being tested anywhere, so that each row must have it; that of the template itself first. */
  readonly required: readonly RequiredRecipientField[]
}

export interface RequiredRecipientField {
  readonly field: string
  /** Where it is printed first. */
  readonly place: Place
}

/** Determines, without printing, which fields of a recipient an audience's template reads. Reports nothing. */
export function recipientFieldsOf(audience: Audience, library: TemplateLibrary): RecipientFieldUse {
  const linked = [linkTemplate(audience, library), ...runningPartials(library)]
  const reads = linked.flatMap(({ template, partials }) => recipientReadsOf(template, partials))
  const isTested = ({ kind }: RecipientRead) => kind === 'asked' || kind === 'tested'
  const tested = new Set(reads.filter(isTested).map(({ field }) => field))
  const required = new Map<string, Place>()
  for (const { field, kind, place } of reads)
    if (field !== undefined && kind === 'printed' && !tested.has(field) && !required.has(field))
      required.set(field, place)
  const names = new Set(reads.map(({ field }) => field))
  return {
    fields: names.has(undefined) ? 'all' : [...names].filter(name => name !== undefined).sort(),
    required: [...required].map(([field, place]) => ({ field, place })),
  }
}

/** The names of the partials that an audience's template uses, directly or not, even missing ones; sorted. Reports nothing. */
export function partialNamesOf(audience: Audience, library: TemplateLibrary): readonly string[] {
  const linked = [linkTemplate(audience, library), ...runningPartials(library)]
  const references = linked
    .flatMap(({ template, partials }) => [template, ...partials.values()])
    .flatMap(each => each.partialReferences.map(({ name }) => name))
  return [...new Set([...references, ...RUNNING_PARTIALS])].sort()
}

interface LinkedTemplate {
  readonly template: CompiledTemplate
  readonly partials: ReadonlyMap<string, CompiledTemplate>
}

function linkTemplate({ template: file, bodyStart }: Audience, library: TemplateLibrary): LinkedTemplate {
  const template = compileTemplate(file, bodyStart)
  return { template, partials: linkPartials(template, library, () => {}) }
}

/** What stands at the head and the foot of pages, whatever their template. */
const runningPartials = (library: TemplateLibrary): LinkedTemplate[] =>
  RUNNING_PARTIALS.flatMap(name => {
    const file = library.partials.get(name)
    const template = file && compileTemplate(file)
    return template ? [{ template, partials: linkPartials(template, library, () => {}) }] : []
  })

/** A partial may be given both the edition's data and something else: each case is followed once. */
export function recipientReadsOf(
  template: CompiledTemplate,
  partials: ReadonlyMap<string, CompiledTemplate>,
): readonly RecipientRead[] {
  const found: RecipientRead[] = []
  const visited = new Set<string>()
  const visit = ({ file, recipientReads }: CompiledTemplate, isGivenData: boolean): void => {
    const key = `${file.path} ${isGivenData}`
    if (visited.has(key)) return
    visited.add(key)
    const isData = (context: ContextKind) => context === 'root' || (context === 'given' && isGivenData)
    found.push(...recipientReads.reads.filter(({ context }) => isData(context)))
    for (const { name, context } of recipientReads.calls) {
      const partial = partials.get(name)
      if (partial) visit(partial, isData(context))
    }
  }
  visit(template, true)
  return found
}
