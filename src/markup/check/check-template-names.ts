import type { Place, Report } from '../../diagnostics/index.js'
import { type FieldsType, fieldsType, type TemplateType, UNKNOWN_TYPE } from '../../edition/index.js'
import type { Locale } from '../locale/locale.js'
import type { ParsedTemplate } from '../template/handlebars.js'
import { NameChecker, type NameContext, type PartialCall, type SectionCall } from './name-checker.js'
import { outermostScope } from './scope.js'
import { reportUnusedParameters } from './unused-parameters.js'

/** What names are checked against. */
export interface NameGrounds {
  /** All that the template can see. */
  readonly root: FieldsType
  readonly audience: string
  /** With its fallback; without one, labels and headings are not checked. */
  readonly locale: Locale | undefined
  readonly partial: (name: string) => ParsedTemplate | undefined
  /** The parameters that a partial is given anywhere. */
  readonly parameters: (partial: string) => readonly string[]
}

/** What a template and its partials print, as far as can be told before. */
export interface NamesFound {
  readonly sections: readonly SectionCall[]
  /** Fields of the brief itself that are read. */
  readonly fields: ReadonlySet<string>
  /** Fields of a house's own that are read. */
  readonly customFields: ReadonlySet<string>
  /** Where something of the recipient is printed that was not asked for. */
  readonly unguarded: readonly { readonly place: Place; readonly name: string }[]
  /** Fields of the recipient that are read where `this` is the recipient. */
  readonly recipientFields: readonly { readonly place: Place; readonly name: string }[]
  /** The partials that it uses, directly or not. */
  readonly partials: ReadonlySet<string>
}

/** Checks every name in a template, and in its partials as they are used, against what there is where it stands. */
export function checkTemplateNames(
  template: ParsedTemplate,
  grounds: NameGrounds,
  report: Report,
): NamesFound {
  const walk = new NameWalk(grounds, report)
  walk.run(template, grounds.root, undefined)
  return walk
}

/** Uses of partials that are followed; a template with more is checked no further. */
const MAX_USES = 2000

class NameWalk implements NamesFound {
  readonly sections: SectionCall[] = []
  readonly fields = new Set<string>()
  readonly customFields = new Set<string>()
  readonly unguarded: { place: Place; name: string }[] = []
  readonly recipientFields: { place: Place; name: string }[] = []
  readonly partials = new Set<string>()
  readonly #visited = new Set<string>()
  readonly #open: string[] = []
  readonly #ids = new Map<TemplateType, number>()
  readonly #extended = new Map<string, FieldsType>()
  /** The first names that were read of a type; undefined once all of it was. */
  readonly #reads = new Map<TemplateType, Set<string | undefined>>()

  constructor(
    readonly grounds: NameGrounds,
    readonly report: Report,
  ) {}

  run(template: ParsedTemplate, type: TemplateType, call: PartialCall | undefined): void {
    const { audience, locale } = this.grounds
    const context: NameContext = {
      audience,
      locale,
      report: this.report,
      onRead: (from, name) => this.#noteRead(from, name),
      onMeant: (of, name) => this.#noteField(of, name),
      onUnguardedRecipient: (path, { locator }) =>
        this.unguarded.push({ place: locator.place(path.loc), name: path.original }),
      onRecipientField: (name, place) => this.recipientFields.push({ place, name }),
      onSection: section => this.sections.push(section),
      onPartial: use => this.#partial(use),
    }
    const scope = outermostScope(type, this.grounds.root)
    const { isLoop = false, isGuarded = false } = call?.scope ?? {}
    new NameChecker(template, context).program(template.program, { ...scope, isLoop, isGuarded }, [])
  }

  #partial(call: PartialCall): void {
    const { name, scope } = call
    this.partials.add(name)
    const partial = this.grounds.partial(name)
    if (!partial || this.#open.includes(name)) return
    const type = this.#contextOf(call)
    const key = [name, this.#idOf(type), scope.isLoop, scope.isGuarded].join()
    if (!this.#visited.has(key)) {
      if (this.#visited.size >= MAX_USES) return
      this.#visited.add(key)
      this.#open.push(name)
      this.run(partial, type, call)
      this.#open.pop()
    }
    const reads = this.#reads.get(type) ?? new Set()
    if (type === call.context || call.context.kind === 'fields')
      for (const read of reads) this.#noteRead(call.context, read)
    if (type.kind === 'fields') reportUnusedParameters(call, reads, this.report)
  }

  /** What a partial sees: what it is given or what `this` is, its parameters, and those that it is given elsewhere. */
  #contextOf({ name, context, named }: PartialCall): TemplateType {
    const elsewhere = this.grounds.parameters(name)
    if (named.size > 0 && context.kind !== 'fields') return UNKNOWN_TYPE
    if (context.kind !== 'fields') return context
    const added: Record<string, TemplateType> = {}
    for (const parameter of elsewhere) if (!context.entries.has(parameter)) added[parameter] = UNKNOWN_TYPE
    for (const [parameter, { type }] of named) added[parameter] = type
    const parts = Object.entries(added).map(([parameter, type]) => `${parameter}:${this.#idOf(type)}`)
    if (parts.length === 0) return context
    const key = [this.#idOf(context), ...parts.sort()].join()
    const known = this.#extended.get(key)
    const { label, entries, open } = context
    const extended = known ?? { ...fieldsType(label, { ...Object.fromEntries(entries), ...added }), open }
    this.#extended.set(key, extended)
    return extended
  }

  #noteRead(from: TemplateType, name: string | undefined): void {
    const reads = this.#reads.get(from) ?? new Set()
    this.#reads.set(from, reads.add(name))
    if (name !== undefined) this.#noteField(from, name)
  }

  #noteField(of: TemplateType, name: string): void {
    if (of.kind === 'fields' && of.label === this.grounds.root.label) this.fields.add(name)
    if (of === this.grounds.root.entries.get('custom')) this.customFields.add(name)
  }

  #idOf(type: TemplateType): number {
    const id = this.#ids.get(type) ?? this.#ids.size
    this.#ids.set(type, id)
    return id
  }
}
