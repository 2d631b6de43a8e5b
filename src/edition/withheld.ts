import { type Brief, type FieldPath, findCitationGroups } from '../brief/index.js'
import type { Place, Report } from '../diagnostics/index.js'
import { type Evidence, isProved } from '../evidence/index.js'
import type { Audience, WithheldReference } from './edition.js'
import { describeHiding, type HiddenItems, hiddenNameFinder, hidingCode } from './hidden-items.js'
import type { NameFinder } from './names-in-text.js'

/** Collects what an edition does not say of actors and sources that its audience may not see, and where texts name them all the same. */
export class WithheldReferences {
  readonly #found = new Map<string, WithheldReference>()
  readonly #names: NameFinder

  constructor(
    readonly brief: Brief,
    readonly audience: Audience,
    readonly hidden: HiddenItems,
  ) {
    this.#names = hiddenNameFinder(brief, hidden.actors)
  }

  get all(): WithheldReference[] {
    return [...this.#found.values()]
  }

  /** An actor who is left out of a list of ids. */
  addActor(id: string, path: FieldPath): void {
    const reason = this.hidden.actors.get(id)
    if (reason === undefined) return
    const message = `\`${this.audience.name}\` does not name \`${id}\` here, who ${describeHiding(reason)}`
    this.#add(path, this.#itemOf(path), { code: hidingCode(reason), message })
  }

  /** A field that is left out as it is nothing but the name of an actor. */
  addNaming(id: string, path: FieldPath): void {
    const reason = this.hidden.actors.get(id)
    if (reason === undefined) return
    const message = `\`${this.audience.name}\` goes without \`${path.at(-1)}\`: \`${id}\` ${describeHiding(reason)}`
    this.#add(path, this.#itemOf(path), { code: hidingCode(reason), message })
  }

  /** A translation that readers of a language do not have, of what they may not understand. */
  addUntranslated(path: FieldPath, lang: string): void {
    const message = `\`${path.at(-1)}\` has no wording in \`${lang}\``
    const place = this.brief.place(path, 'key')
    this.#add(path, this.#itemOf(path), {
      code: 'wording-missing',
      place,
      message,
      hint: `add a wording \`${lang}: …\``,
    })
  }

  /** Whether a text names a hidden actor. */
  names(text: string): boolean {
    return this.#names.find(text).length > 0
  }

  /** The first place in a text where it names a hidden actor; `path` leads to the text. */
  findName(text: string, path: FieldPath): { readonly name: string; readonly place: Place } | undefined {
    const [found] = this.#names.find(text)
    return found && { name: found.name, place: this.brief.placeWithin(path, found.start, found.end) }
  }

  /** A field, or an entry of a list in it, that is left out as its text names a hidden actor. */
  addNamingText(name: string, place: Place, field: FieldPath): void {
    const what = field.findLast(key => typeof key === 'string')
    const message = `\`${this.audience.name}\` goes without this text of \`${what}\`, which names \`${name}\`, whom it is not shown`
    const within = field.length === 1 ? undefined : this.#itemOf(field)
    this.#add(field, within, { code: 'hidden-actor-named', place, message, hint: REWORD })
  }

  /** Looks for citations of hidden sources in a text that is shown; `path` leads to the text. */
  scan(text: string, path: FieldPath): void {
    if (this.hidden.sources.size === 0) return
    for (const { citations } of findCitationGroups(text))
      for (const { source, range } of citations)
        this.addCitation(
          source,
          path,
          this.brief.placeWithin(path, range.start, range.end),
          this.brief.place(path),
        )
  }

  /** Looks for quotations of hidden sources in a text that is shown, unless a source that is shown has them, too. */
  scanQuotations(path: FieldPath, { proofs }: Evidence): void {
    if (this.hidden.sources.size === 0) return
    const here = proofs.filter(proof => isSamePath(proof.path, path) && isProved(proof))
    for (const { source = '', range } of here) {
      const reason = this.hidden.sources.get(source)
      const isElsewhere = here.some(
        other => other.range.start === range.start && !this.hidden.sources.has(other.source ?? ''),
      )
      if (reason === undefined || isElsewhere) continue
      const message = `the text quotes \`${source}\` to \`${this.audience.name}\`, which ${describeHiding(reason)}`
      const place = this.brief.placeWithin(path, range.start, range.end)
      this.#add(path, this.brief.place(path), { code: 'hidden-source-quoted', place, message, hint: REWORD })
    }
  }

  /** A citation that is left out; the first of a source that is printed speaks for all. */
  addCitation(source: string, path: FieldPath, place?: Place, within?: Place): void {
    const reason = this.hidden.sources.get(source)
    if (reason === undefined) return
    const message = `\`${this.audience.name}\` goes without citations of \`${source}\`, which ${describeHiding(reason)}`
    this.#add(path, within ?? this.#itemOf(path), {
      code: 'citation-left-out',
      place: place ?? this.brief.place(path),
      message,
    })
  }

  #itemOf(path: FieldPath): Place {
    return this.brief.place(typeof path[1] === 'number' ? path.slice(0, 2) : path.slice(0, 1))
  }

  #add(
    path: FieldPath,
    within: Place | undefined,
    finding: Pick<WithheldReference, 'code' | 'message' | 'hint'> & { readonly place?: Place },
  ): void {
    const { place = this.brief.place(path) } = finding
    const key = JSON.stringify([finding.code, finding.message, place.range, within?.range])
    if (!this.#found.has(key)) this.#found.set(key, { ...finding, place, within, field: String(path[0]) })
  }
}

/** What lifts a finding of a text that names an actor. */
export const REWORD = 'reword it, or give the item or the wording to those who may know the name'

/** Reports what was withheld from an edition where `isPrinted` says that it matters; citations of a source once. */
export function reportWithheld(
  withheld: readonly WithheldReference[],
  isPrinted: (reference: WithheldReference) => boolean,
  report: Report,
): void {
  const said = new Set<string>()
  for (const reference of withheld) {
    const { code, place, message, hint } = reference
    if (said.has(message) || !isPrinted(reference)) continue
    if (code === 'citation-left-out') said.add(message)
    report(code, place, message, hint)
  }
}

const isSamePath = (a: FieldPath, b: FieldPath) =>
  a.length === b.length && a.every((key, at) => key === b[at])
