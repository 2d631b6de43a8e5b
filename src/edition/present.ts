import { type Brief, type Path, parseCitations, type Shape, shapeAt } from '../brief/index.js'
import type { Evidence } from '../evidence/index.js'
import type { Audience, RecipientField } from './edition.js'
import { fillPlaceholders, placeholdersIn } from './placeholders.js'
import type { Reader } from './reader.js'
import { Citation, Citations, NOT_VERIFIED, Text, Verbatim } from './text.js'

/** What presenting a value depends on. */
export interface Presentation {
  readonly brief: Brief
  readonly evidence: Evidence
  readonly audience: Audience
  /** Ids of the sources that the audience may see; citations of others leave no trace. */
  readonly sources: ReadonlySet<string>
  readonly reader: Reader
  /** Takes up the fields of the recipient that prose asks for. */
  readonly asked: RecipientField[]
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
  if (typeof value === 'string') return textOf(value, path, to)
  const wordings = value as Readonly<Record<string, string>>
  const key = Object.hasOwn(wordings, to.audience.name) ? to.audience.name : 'default'
  return textOf(wordings[key] ?? '', [...path, key], to)
}

/**
 * An empty line of a folded, plain or quoted scalar is one line break of its value (YAML 1.2.2, 6.5); only in a
 * literal scalar (`|`) are lines as they are written.
 */
function textOf(value: string, path: Path, to: Presentation): Text {
  const place = to.brief.place(path)
  to.asked.push(...placeholdersIn(value).map(field => ({ field, place })))
  const marked = fillPlaceholders(withMarks(value, path, to), to.reader.recipient)
  const isLiteral = place.file.text[place.range.start] === '|'
  return new Text(isLiteral ? marked : marked.replace(/\n+/g, '\n\n'), place)
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
