import { type FieldPath, parseCitations, shapeAt, type ValueShape } from '../brief/index.js'
import type { Evidence } from '../evidence/index.js'
import { chooseWording, type WordingContext } from './choose-wording.js'
import { briefLanguage, findSameLanguage } from './languages.js'
import { placeholdersIn, withPlaceholdersMarked } from './placeholders.js'
import {
  NOT_VERIFIED_MARK,
  ProseText,
  SourceCitation,
  SourceCitations,
  type Untranslated,
  Verbatim,
} from './prose-text.js'
import type { RecipientData } from './reader.js'

/** What presenting a value depends on. */
export interface EditionContext extends WordingContext {
  readonly evidence: Evidence
  /** Ids of the sources that the audience may see; citations of others leave no trace. */
  readonly sources: ReadonlySet<string>
  readonly recipient: RecipientData | undefined
  /** Takes up the fields of the recipient that prose asks for. */
  readonly asked: Set<string>
}

/** Said of an item to this program, not to a reader. */
const HIDDEN_KEYS: ReadonlySet<string> = new Set(['audiences', 'classification'])

/** The value of a field as templates see it: the wording for the audience, and the place that it came from. */
export function templateValue(value: unknown, path: FieldPath, to: EditionContext): unknown {
  return valueOfShape(value, shapeAt(path), path, to)
}

function valueOfShape(
  value: unknown,
  shape: ValueShape | undefined,
  path: FieldPath,
  to: EditionContext,
): unknown {
  if (value === undefined) return undefined
  if (shape?.kind === 'prose') return proseValue(value, path, to)
  if (shape?.kind === 'text' && typeof value === 'string')
    return isWords(shape) ? new Verbatim(value, to.brief.place(path)) : value
  if (shape?.kind === 'list' && Array.isArray(value)) {
    if (shape.of.kind === 'text' && shape.of.role === 'citation') return citations(value, path, to)
    return value.map((entry, index) => valueOfShape(entry, shape.of, [...path, index], to))
  }
  if (shape?.kind !== 'fields' || typeof value !== 'object' || value === null) return value
  return Object.fromEntries(
    Object.entries(value)
      .filter(([key]) => !HIDDEN_KEYS.has(key))
      .map(([key, entry]) => [key, valueOfShape(entry, shape.entries.get(key)?.shape, [...path, key], to)]),
  )
}

/** Words for readers, as against ids, dates and terms of a list. */
function isWords(shape: ValueShape & { readonly kind: 'text' }): boolean {
  return shape.role === undefined && shape.choices === undefined
}

function proseValue(value: unknown, path: FieldPath, to: EditionContext): ProseText {
  if (typeof value === 'string')
    return proseTextOf(value, path, to, untranslated(briefLanguage(to.brief), path, to))
  const wordings = value as Readonly<Record<string, string>>
  const { key, lang } = chooseWording(Object.keys(wordings), to)
  return proseTextOf(wordings[key] ?? '', [...path, key], to, untranslated(lang, path, to))
}

function untranslated(lang: string, path: FieldPath, to: EditionContext): Untranslated | undefined {
  if (findSameLanguage(to.lang, [lang]) !== undefined) return undefined
  const field = String(path.findLast(key => typeof key === 'string'))
  return { lang, wanted: to.lang, field, place: to.brief.place(path, 'key') }
}

/**
 * An empty line of a folded, plain or quoted scalar is one line break of its value (YAML 1.2.2, 6.5); only in a
 * literal scalar (`|`) are lines as they are written.
 */
function proseTextOf(
  value: string,
  path: FieldPath,
  to: EditionContext,
  untranslated: Untranslated | undefined,
): ProseText {
  const place = to.brief.place(path)
  const placeholders = placeholdersIn(value, path, to.brief, to.recipient)
  for (const { field } of placeholders) to.asked.add(field)
  const marked = withPlaceholdersMarked(withUnverifiedMarks(value, path, to))
  const isLiteral = place.file.text[place.range.start] === '|'
  return new ProseText(isLiteral ? marked : marked.replace(/\n+/g, '\n\n'), place, placeholders, untranslated)
}

function withUnverifiedMarks(text: string, path: FieldPath, to: EditionContext): string {
  const ends = to.evidence
    .unprovedIn(path)
    .map(range => range.end)
    .sort((a, b) => b - a)
  // The range of a quotation ends before its closing mark.
  return ends.reduce(
    (marked, end) => marked.slice(0, end + 1) + NOT_VERIFIED_MARK + marked.slice(end + 1),
    text,
  )
}

function citations(entries: readonly unknown[], path: FieldPath, to: EditionContext): SourceCitations {
  const list = entries.flatMap((entry, index) =>
    parseCitations(String(entry))
      .filter(citation => to.sources.has(citation.source))
      .map(
        citation => new SourceCitation(citation.source, citation.locator, to.brief.place([...path, index])),
      ),
  )
  return new SourceCitations(list)
}
