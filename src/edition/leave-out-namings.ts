import { shapeAt } from '../brief/index.js'
import type { Report } from '../diagnostics/index.js'
import { chooseWording, type WordingContext } from './choose-wording.js'
import { describeHiding, hidingCode } from './hidden-items.js'
import { normalName } from './names-in-text.js'
import { type ItemSelection, itemsOfList } from './select-items.js'
import { fieldKey } from './template-value.js'
import type { WithheldReferences } from './withheld.js'

/** A selection without what does nothing but name an actor whom the audience may not see. */
interface SelectionWithoutNamings {
  readonly selection: ItemSelection
  /** Fields of items that stay; see `fieldKey`. */
  readonly leftOutFields: ReadonlySet<string>
}

/**
 * Leaves out fields that hold the name or the id of a hidden actor and nothing else, such as the owner of a step. An item
 * that has no sense without the field goes as a whole.
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
      return true
    }
    lists.set(field, indices.filter(stays))
  }
  return { selection: { ...selection, lists }, leftOutFields }
}

/** Fields that say who, and that may be the id of an actor. */
const NAMING_FIELDS: ReadonlySet<string> = new Set(['who', 'owner', 'to', 'reported_by', 'translated_by'])

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
      const text = wordings[chooseWording(Object.keys(wordings), wording).key]
      if (text !== undefined) yield [key, text]
    }
  }
}

function isRequired([field, index, key]: readonly (string | number)[]): boolean {
  const shape = shapeAt([field ?? '', index ?? 0])
  return shape?.kind === 'fields' && shape.entries.get(String(key))?.required === true
}
