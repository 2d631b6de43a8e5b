import { type FieldPath, shapeAt } from '../brief/index.js'
import type { Place, Report } from '../diagnostics/index.js'
import { chosenKeys, type WordingContext } from './choose-wording.js'
import { describeHiding, hidingCode } from './hidden-items.js'
import { normalName } from './names-in-text.js'
import { type ItemSelection, itemsOfList } from './select-items.js'
import { fieldKey, isWrittenFreely } from './template-value.js'
import { REWORD, type WithheldReferences } from './withheld.js'

/** A selection without what does nothing but name an actor whom the audience may not see. */
interface SelectionWithoutNamings {
  readonly selection: ItemSelection
  /** Fields of items that stay; see `fieldKey`. */
  readonly leftOutFields: ReadonlySet<string>
}

/**
 * Leaves out fields that hold the name or the id of a hidden actor, such as the owner of a step, and texts that name one. An
 * item that has no sense without the field goes as a whole.
 */
export function leaveOutNamings(
  selection: ItemSelection,
  wording: WordingContext,
  withheld: WithheldReferences,
  report: Report,
): SelectionWithoutNamings {
  const leftOutFields = new Set<string>()
  const { brief, audience } = wording
  const named = hiddenNames(selection, wording)
  if (named.size === 0) return { selection, leftOutFields }
  const leaveOut = (field: FieldPath, { name, place }: { readonly name: string; readonly place: Place }) => {
    leftOutFields.add(fieldKey(field))
    withheld.addNamingText(name, place, field)
  }
  const lists = new Map<string, readonly number[]>()
  for (const [field, indices] of selection.lists) {
    const items = itemsOfList(brief.data, field)
    const stays = (index: number): boolean => {
      for (const [key, text] of namingFields(items[index], wording)) {
        const id = named.get(normalName(text))
        const reason = id === undefined ? undefined : selection.hidden.actors.get(id)
        if (id === undefined || reason === undefined) continue
        const path = [field, index, key]
        if (isRequired(path)) {
          const message = `\`${audience.name}\` goes without this item of \`${field}\`: \`${id}\` ${describeHiding(reason)}`
          report(hidingCode(reason), brief.place(path), message)
          return false
        }
        leftOutFields.add(fieldKey(path))
        withheld.addNaming(id, path)
      }
      for (const text of textsWithin(items[index], [field, index], wording)) {
        const found = withheld.findName(text.text, text.path)
        if (!found || leftOutFields.has(fieldKey(text.field))) continue
        if (isOfTable(text.field) || (text.field.length === 3 && isRequired(text.field))) {
          const message = `\`${audience.name}\` goes without this item of \`${field}\`, which names \`${found.name}\`, whom it is not shown`
          report('hidden-actor-named', found.place, message, REWORD)
          return false
        }
        leaveOut(text.field, found)
      }
      return true
    }
    lists.set(field, indices.filter(stays))
  }
  for (const [field, value] of Object.entries(brief.data)) {
    if (lists.has(field) || NOT_LEFT_OUT.has(field)) continue
    for (const text of textsWithin(value, [field], wording)) {
      const found = withheld.findName(text.text, text.path)
      if (found) leaveOut(text.field, found)
    }
  }
  return { selection: { ...selection, lists }, leftOutFields }
}

/** A table without one of its cells or heads would say something else. */
const isOfTable = ([list, , field]: FieldPath): boolean =>
  list === 'tables' && (field === 'rows' || field === 'columns')

/** Fields that say who, and that may be the id of an actor. */
const NAMING_FIELDS: ReadonlySet<string> = new Set(['who', 'owner', 'to', 'reported_by', 'translated_by'])

/** Fields of a brief that an edition cannot do without, or that no reader sees. */
const NOT_LEFT_OUT: ReadonlySet<string> = new Set(['title', 'audiences'])

interface ShownText {
  readonly text: string
  readonly path: FieldPath
  /** The field, or the entry of a list, that holds the text and no other. */
  readonly field: FieldPath
}

/** The texts within a value that were written for readers, in the wordings chosen for all languages of the edition. */
export function* textsWithin(value: unknown, path: FieldPath, wording: WordingContext): Generator<ShownText> {
  const shape = shapeAt(path, wording.brief.customFields)
  if (Array.isArray(value)) {
    for (const [index, entry] of value.entries()) yield* textsWithin(entry, [...path, index], wording)
  } else if (typeof value === 'string') {
    const isWritten = shape?.kind === 'prose' || (shape?.kind === 'text' && isWrittenFreely(shape))
    if (isWritten) yield { text: value, path, field: path }
  } else if (typeof value === 'object' && value !== null) {
    if (shape?.kind === 'prose') {
      for (const key of chosenKeys(Object.keys(value), wording)) {
        const text = (value as Readonly<Record<string, string>>)[key]
        if (text !== undefined) yield { text, path: [...path, key], field: path }
      }
    } else
      for (const [key, entry] of Object.entries(value)) yield* textsWithin(entry, [...path, key], wording)
  }
}

/** The ids of hidden actors, by what names them and nobody else. */
function hiddenNames(
  { actors, hidden }: ItemSelection,
  { brief }: WordingContext,
): ReadonlyMap<string, string> {
  const known = brief.data.actors ?? []
  const namings = known
    .filter(({ id }) => hidden.actors.has(id))
    .flatMap(({ id, name }) => [id, name].map(text => [normalName(text), id] as const))
  const shown = known.filter(({ id }) => actors.has(id)).flatMap(({ id, name }) => [id, name].map(normalName))
  return new Map(namings.filter(([text]) => !shown.includes(text)))
}

function* namingFields(item: object | undefined, wording: WordingContext): Generator<[string, string]> {
  for (const [key, value] of Object.entries(item ?? {})) {
    if (!NAMING_FIELDS.has(key)) continue
    if (typeof value === 'string') yield [key, value]
    else if (typeof value === 'object' && value !== null && !Array.isArray(value)) {
      const wordings = value as Readonly<Record<string, string>>
      for (const chosen of chosenKeys(Object.keys(wordings), wording)) {
        const text = wordings[chosen]
        if (text !== undefined) yield [key, text]
      }
    }
  }
}

function isRequired([field, index, key]: readonly (string | number)[]): boolean {
  const shape = shapeAt([field ?? '', index ?? 0])
  return shape?.kind === 'fields' && shape.entries.get(String(key))?.required === true
}
