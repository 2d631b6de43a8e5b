import { type FieldPath, keepsLines, parseCitations, shapeAt, type ValueShape } from '../brief/index.js'
import type { Place, Range } from '../diagnostics/index.js'
import type { Evidence } from '../evidence/index.js'
import { chooseWording, type WordingContext } from './choose-wording.js'
import type { RecipientData } from './edition.js'
import { type FieldPlace, fieldPlace } from './field-place.js'
import { briefLanguage, findSameLanguage } from './languages.js'
import type { ListItem } from './may-see.js'
import { placeholdersIn, withPlaceholdersMarked } from './placeholders.js'
import { withPortionMark } from './portion-marks.js'
import {
  NOT_VERIFIED_MARK,
  PlainValue,
  ProseText,
  SourceCitation,
  SourceCitations,
  type Untranslated,
  Verbatim,
} from './prose-text.js'
import type { WithheldReferences } from './withheld.js'

/** What the value of a field in an edition depends on. */
export interface EditionContext extends WordingContext {
  readonly evidence: Evidence
  /** Ids of the sources that the audience may see; citations of others are dropped. */
  readonly sources: ReadonlySet<string>
  readonly recipient: RecipientData | undefined
  /** Collects the fields of the recipient that prose uses. */
  readonly recipientFields: Set<string>
  /** Collects what is not said of actors and sources that the audience may not see. */
  readonly withheld: WithheldReferences
  /** Fields that are left out as they only name such an actor; see `fieldKey`. */
  readonly leftOutFields: ReadonlySet<string>
}

/** A path as the key of a set. */
export const fieldKey = (path: FieldPath): string => JSON.stringify(path)

/** Fields of items that templates do not get. */
export const HIDDEN_KEYS: ReadonlySet<string> = new Set(['audiences'])

/**
 * Fields that no reader misses where a template does not print them: they order and prove what is said, say how to read a
 * source, say another field again in fewer words, or are words of figures. Ids and languages are no more for readers.
 */
export const FIELDS_NOT_FOR_READERS: ReadonlySet<string> = new Set([
  'figure_titles',
  'next_steps.lane',
  'priority',
  'quotes.speaker_confirmed',
  'sections.after',
  'sources.accessed',
  'sources.locators',
  'sources.text',
  'sources.type',
  'sources.voice',
  'charts.data',
  'charts.kind',
  'charts.table',
  'charts.x',
  'charts.y',
  'tables.data',
  'timeline.label',
  'timeline.lane',
  'actors.position_short',
])

/** The value of a field as templates see it: the wording for the audience, with the place that it comes from. */
export function templateValue(value: unknown, path: FieldPath, context: EditionContext): unknown {
  return valueOfShape(value, shapeAt(path, context.brief.customFields), path, context)
}

/** An item of a list as templates see it, with its portion mark before its main text. */
export function itemValue(
  item: ListItem | undefined,
  list: string,
  index: number,
  context: EditionContext,
): Readonly<Record<string, unknown>> {
  const fields = templateValue(item, [list, index], context) as Readonly<Record<string, unknown>>
  return withPortionMark(fields, list, item?.classification, context.brief)
}

function valueOfShape(
  value: unknown,
  shape: ValueShape | undefined,
  path: FieldPath,
  context: EditionContext,
): unknown {
  if (value === undefined) return undefined
  if (shape?.kind === 'prose') return proseValue(value, path, context)
  if (path.at(-1) === 'classification' && typeof value === 'string')
    return new Verbatim(context.brief.markings.find(value)?.label ?? value, context.brief.place(path))
  if (shape?.kind === 'text' && typeof value === 'string') {
    if (isWrittenFreely(shape)) return verbatimText(value, path, context)
    const isPrinted = (shape.role === 'date' || shape.choices) && isForReaders(path)
    return isPrinted ? new PlainValue(value, placeOf(path, path, context)) : value
  }
  if (shape?.kind === 'number' && typeof value === 'number')
    return new PlainValue(value, placeOf(path, path, context))
  if (shape?.kind === 'list' && Array.isArray(value)) {
    if (shape.of.kind === 'text' && shape.of.role === 'citation') return citations(value, path, context)
    return value.flatMap((entry, index) => {
      const own = [...path, index]
      return isLeftOut(own, context) ? [] : [valueOfShape(entry, shape.of, own, context)]
    })
  }
  if (shape?.kind !== 'fields' || typeof value !== 'object' || value === null) return value
  return Object.fromEntries(
    Object.entries(value)
      .filter(([key]) => !HIDDEN_KEYS.has(key) && !isLeftOut([...path, key], context))
      .map(([key, entry]) => [
        key,
        valueOfShape(entry, shape.entries.get(key)?.shape, [...path, key], context),
      ]),
  )
}

function isLeftOut(path: FieldPath, { leftOutFields }: EditionContext): boolean {
  return leftOutFields.size > 0 && leftOutFields.has(fieldKey(path))
}

/** Whether a text is written as its author likes, unlike an id, a date or one of a set of values. */
export function isWrittenFreely(shape: ValueShape & { readonly kind: 'text' }): boolean {
  return shape.role === undefined && shape.choices === undefined
}

function verbatimText(value: string, path: FieldPath, context: EditionContext): Verbatim {
  context.withheld.scan(value, path)
  return new Verbatim(value, placeOf(path, path, context))
}

/** Whether it is a loss to readers where a template does not print a field; that of an item is named without its number. */
function isForReaders(path: FieldPath): boolean {
  const [top, own] = path.filter(key => typeof key === 'string')
  return ![top, own, `${top}.${own}`].some(name => FIELDS_NOT_FOR_READERS.has(name ?? ''))
}

/** The place of a value; for readers with the field that it is in. */
function placeOf(path: FieldPath, within: FieldPath, { brief }: EditionContext): Place | FieldPlace {
  return isForReaders(path) ? fieldPlace(brief, path, within) : brief.place(within)
}

function proseValue(value: unknown, path: FieldPath, context: EditionContext): ProseText | undefined {
  if (typeof value === 'string')
    return proseTextOf(
      value,
      path,
      path,
      context,
      isName(path) ? undefined : untranslated(value, briefLanguage(context.brief), path, context),
    )
  const wordings = value as Readonly<Record<string, string>>
  const { key, lang } = chooseWording(Object.keys(wordings), context)
  const text = wordings[key]
  if (text === undefined) return undefined
  return proseTextOf(text, path, [...path, key], context, untranslated(text, lang, path, context))
}

/** A text without letters, such as a telephone number, is the same in every language. */
/** A house whose name is no wording bears it in all languages. */
const isName = ([field]: FieldPath) => field === 'organisation'

function untranslated(
  text: string,
  lang: string,
  path: FieldPath,
  context: EditionContext,
): Untranslated | undefined {
  if (!/\p{L}/u.test(text) || findSameLanguage(context.lang, [lang]) !== undefined) return undefined
  const field = String(path.findLast(key => typeof key === 'string'))
  return { lang, wanted: context.lang, field, place: context.brief.place(path, 'key') }
}

/**
 * `within` leads to the chosen wording of the field. A line break of a text that does not keep its lines was an empty line,
 * which separates paragraphs.
 */
function proseTextOf(
  value: string,
  path: FieldPath,
  within: FieldPath,
  context: EditionContext,
  untranslated: Untranslated | undefined,
): ProseText {
  const place = placeOf(path, within, context)
  const placeholders = placeholdersIn(value, within, place, context.brief, context.recipient)
  for (const { field } of placeholders) context.recipientFields.add(field)
  context.withheld.scan(value, within)
  context.withheld.scanQuotations(within, context.evidence)
  const marked = withPlaceholdersMarked(withProofs(value, within, context))
  const isLiteral = keepsLines(place.file, place.range)
  const shape = shapeAt(path, context.brief.customFields)
  return new ProseText(
    isLiteral ? marked : marked.replace(/\n+/g, '\n\n'),
    place,
    placeholders,
    untranslated,
    undefined,
    shape?.kind === 'prose' ? shape.blocks : 'none',
  )
}

/** Marks quotations that are not proved, and corrects citations of those that are. */
function withProofs(text: string, path: FieldPath, { evidence }: EditionContext): string {
  const marks = evidence.unprovedIn(path).map(({ end }) => {
    const at = end + closingMarkLength(text, end)
    return { start: at, end: at, words: NOT_VERIFIED_MARK }
  })
  const edits = [...marks, ...correctionsAt(path, evidence)].sort((a, b) => a.start - b.start)
  if (edits.length === 0) return text
  const pieces: string[] = []
  let done = 0
  for (const { start, end, words } of edits) {
    pieces.push(text.slice(done, Math.max(done, start)), words)
    done = Math.max(done, end)
  }
  return pieces.join('') + text.slice(done)
}

/** The range of a quotation ends before its closing mark, if it has one. */
function closingMarkLength(text: string, end: number): number {
  return CLOSING_MARK.exec(text.slice(end, end + LONGEST_MARK))?.[0].length ?? 0
}

/** With the backslash before it: an entity, two characters, or one; emphasis around a block quotation. */
const CLOSING_MARK = /^\\?(?:&#?\w+;|''|’’|>>|[*_]+|[^\s\p{L}\p{N}[])/u
/** Characters. */
const LONGEST_MARK = 12

function correctionsAt(path: FieldPath, { corrections }: Evidence): (Range & { readonly words: string })[] {
  return corrections
    .filter(correction => isSamePath(correction.path, path))
    .map(({ range, number }) => ({ ...range, words: number }))
}

const isSamePath = (a: FieldPath, b: FieldPath) =>
  a.length === b.length && a.every((key, at) => key === b[at])

function citations(entries: readonly unknown[], path: FieldPath, context: EditionContext): SourceCitations {
  const list = entries.flatMap((entry, index) =>
    parseCitations(withProofs(String(entry), [...path, index], context))
      .filter(({ source }) => {
        context.withheld.addCitation(source, [...path, index])
        return context.sources.has(source)
      })
      .map(
        citation =>
          new SourceCitation(
            citation.source,
            citation.locator,
            fieldPlace(context.brief, path, [...path, index]),
            citation.prefix,
          ),
      ),
  )
  return new SourceCitations(list)
}
