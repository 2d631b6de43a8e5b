import { type Path, parseCitations, type Shape, shapeAt } from '../brief/index.js'
import type { Evidence } from '../evidence/index.js'
import { akin, ownLanguage } from './languages.js'
import { placeholdersIn, withPlaceholdersMarked } from './placeholders.js'
import type { RecipientData } from './reader.js'
import { Citation, Citations, NOT_VERIFIED, Text, type Untranslated, Verbatim } from './text.js'
import { chooseWording, type Listener } from './wordings.js'

/** What presenting a value depends on. */
export interface Presentation extends Listener {
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
export function present(value: unknown, path: Path, to: Presentation): unknown {
  return walk(value, shapeAt(path), path, to)
}

function walk(value: unknown, shape: Shape | undefined, path: Path, to: Presentation): unknown {
  if (value === undefined) return undefined
  if (shape?.kind === 'prose') return prose(value, path, to)
  if (shape?.kind === 'text' && typeof value === 'string')
    return isWords(shape) ? new Verbatim(value, to.brief.place(path)) : value
  if (shape?.kind === 'list' && Array.isArray(value)) {
    if (shape.of.kind === 'text' && shape.of.role === 'citation') return citations(value, path, to)
    return value.map((entry, index) => walk(entry, shape.of, [...path, index], to))
  }
  if (shape?.kind !== 'fields' || typeof value !== 'object' || value === null) return value
  return Object.fromEntries(
    Object.entries(value)
      .filter(([key]) => !HIDDEN_KEYS.has(key))
      .map(([key, entry]) => [key, walk(entry, shape.entries.get(key)?.shape, [...path, key], to)]),
  )
}

/** Words for readers, as against ids, dates and terms of a list. */
function isWords(shape: Shape & { readonly kind: 'text' }): boolean {
  return shape.role === undefined && shape.choices === undefined
}

function prose(value: unknown, path: Path, to: Presentation): Text {
  if (typeof value === 'string') return textOf(value, path, to, untranslated(ownLanguage(to.brief), path, to))
  const wordings = value as Readonly<Record<string, string>>
  const { key, lang } = chooseWording(Object.keys(wordings), to)
  return textOf(wordings[key] ?? '', [...path, key], to, untranslated(lang, path, to))
}

function untranslated(lang: string, path: Path, to: Presentation): Untranslated | undefined {
  if (akin(to.lang, [lang]) !== undefined) return undefined
  const field = String(path.findLast(key => typeof key === 'string'))
  return { lang, wanted: to.lang, field, place: to.brief.place(path, 'key') }
}

/**
 * An empty line of a folded, plain or quoted scalar is one line break of its value (YAML 1.2.2, 6.5); only in a
 * literal scalar (`|`) are lines as they are written.
 */
function textOf(value: string, path: Path, to: Presentation, untranslated: Untranslated | undefined): Text {
  const place = to.brief.place(path)
  const placeholders = placeholdersIn(value, path, to.brief, to.recipient)
  for (const { field } of placeholders) to.asked.add(field)
  const marked = withPlaceholdersMarked(withMarks(value, path, to))
  const isLiteral = place.file.text[place.range.start] === '|'
  return new Text(isLiteral ? marked : marked.replace(/\n+/g, '\n\n'), place, placeholders, untranslated)
}

function withMarks(text: string, path: Path, to: Presentation): string {
  const ends = to.evidence
    .unprovedIn(path)
    .map(range => range.end)
    .sort((a, b) => b - a)
  // The range of a quotation ends before its closing mark.
  return ends.reduce((marked, end) => marked.slice(0, end + 1) + NOT_VERIFIED + marked.slice(end + 1), text)
}

function citations(entries: readonly unknown[], path: Path, to: Presentation): Citations {
  const list = entries.flatMap((entry, index) =>
    parseCitations(String(entry))
      .filter(citation => to.sources.has(citation.source))
      .map(citation => new Citation(citation.source, citation.locator, to.brief.place([...path, index]))),
  )
  return new Citations(list)
}
