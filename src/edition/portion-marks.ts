import { type Brief, type Marking, shapeAt } from '../brief/index.js'
import { ProseText, Verbatim } from './prose-text.js'

/**
 * An item as templates see it, with its portion mark before its main text, where a scheme has that printed. A source bears
 * one only if it has a marking of its own: others are what anyone can read.
 */
export function withPortionMark<Fields extends Readonly<Record<string, unknown>>>(
  fields: Fields,
  list: string,
  classification: string | undefined,
  brief: Brief,
): Fields {
  const own = classification === undefined ? undefined : brief.markings.find(classification)
  const whole = list === 'sources' ? undefined : markingOfPortions(brief)
  const isOwnPrinted = own !== undefined && brief.markings.scheme(own.scheme).portion_marks !== 'none'
  const marks = [isOwnPrinted ? own : undefined, whole?.scheme === own?.scheme ? undefined : whole]
  const portions = portionsOf(fields, list)
  if (list === 'images' && portions.length === 0) return withMarkAlone(fields, marks)
  return {
    ...fields,
    ...Object.fromEntries(portions.map(name => [name, marked(fields[name], marks)])),
  }
}

/** The texts of an item that are portions of their own: of a picture, what stands with it. */
function portionsOf(fields: Readonly<Record<string, unknown>>, list: string): readonly string[] {
  const names = PORTIONS[list] ?? [mainFieldOf(list)].filter(main => main !== undefined)
  const held = names.filter(name => fields[name] !== undefined)
  return list === 'images' ? held.slice(0, 1) : held
}

const PORTIONS: Readonly<Record<string, readonly string[]>> = {
  sections: ['title', 'body'],
  boxes: ['title', 'body'],
  annexes: ['title', 'body'],
  tables: ['title', 'note'],
  charts: ['title', 'note'],
  images: ['caption', 'credit'],
}

/** A picture without words beside it is marked all the same. */
function withMarkAlone<Fields extends Readonly<Record<string, unknown>>>(
  fields: Fields,
  markings: readonly (Marking | undefined)[],
): Fields {
  const words = inWords(markings)
  const { alt } = fields
  if (words === '' || !(alt instanceof ProseText)) return fields
  const { file, range } = alt.place
  return { ...fields, caption: new Verbatim(words, { file, range }) }
}

/** Texts of the brief as a whole that are portions of their own. */
const WHOLE_TEXTS: ReadonlySet<string> = new Set(['title', 'subtitle', 'issue', 'bottom_line', 'background'])

/** A field of the brief as a whole, with the brief's portion mark where its scheme has every portion bear one. */
export function withMarkOfWhole(value: unknown, field: string, brief: Brief): unknown {
  return WHOLE_TEXTS.has(field) ? marked(value, [markingOfPortions(brief)]) : value
}

/** What an author says in a field of the house's own, or in the entries of its list, with the brief's portion mark. */
export function withMarkOfPortion(value: unknown, brief: Brief): unknown {
  const marks = [markingOfPortions(brief)]
  return Array.isArray(value) ? value.map(entry => marked(entry, marks)) : marked(value, marks)
}

/** The brief's own marking, where its scheme has every portion bear one. */
function markingOfPortions({ data, markings }: Brief): Marking | undefined {
  const whole = data.classification === undefined ? undefined : markings.find(data.classification)
  return whole && markings.scheme(whole.scheme).portion_marks === 'all' ? whole : undefined
}

function marked(value: unknown, markings: readonly (Marking | undefined)[]): unknown {
  const words = inWords(markings)
  const isText = value instanceof ProseText || value instanceof Verbatim
  return isText && words !== '' ? value.withPortionMark(words) : value
}

const inWords = (markings: readonly (Marking | undefined)[]): string =>
  markings.flatMap(marking => (marking ? [`(${marking.portion})`] : [])).join(' ')

/** The field of an item that says what it is: its first portion, or the first field that it must have and that is written for readers. */
export function mainFieldOf(list: string): string | undefined {
  const [first] = PORTIONS[list] ?? []
  if (first !== undefined) return first
  const shape = shapeAt([list, 0])
  if (shape?.kind !== 'fields') return undefined
  return [...shape.entries].find(
    ([, { shape: field, required }]) =>
      required &&
      (field.kind === 'prose' ||
        (field.kind === 'text' && field.role === undefined && field.choices === undefined)),
  )?.[0]
}
