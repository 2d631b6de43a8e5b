import { posix } from 'node:path'
import { sha256 } from '../../diagnostics/index.js'
import { type Edition, PlainValue, ProseText, Verbatim } from '../../edition/index.js'
import type { SelectionHashes } from '../record/edition-key.js'
import { packageVersion } from '../workspace/package.js'
import type { EditionRequest } from './edition-request.js'

/**
 * Hashes over what an audience may see of a brief and how it has it set, field by field. Where something stands in the
 * brief, and how many other items come before it, does not count; nor does the recipient.
 */
export function hashSelection(
  edition: Edition,
  { source, audience, created }: EditionRequest,
): SelectionHashes {
  const { template, ...settings } = audience
  const { data, classification, schemes, lang } = edition
  // Paths in a brief are relative to it: the same text in another folder shows other pictures.
  const folder = posix.dirname(source.brief.file.path)
  const made = { version: packageVersion(), created, folder, template: template.text, settings }
  const fields = Object.keys(data).map(field => [field, hashOf(fieldContent(edition, field))])
  return {
    base: hashOf({
      ...made,
      ...{ brief: edition.brief, classification, schemes: schemes.inForce, lang },
      besides: [...edition.besides].map(([tag, other]) => [tag, other.lang]),
    }),
    fields: {
      ...Object.fromEntries(fields),
      // Charts are drawn from tables that need not be shown themselves, and from files.
      ...(data.charts ? { charts: hashOf([fieldContent(edition, 'charts'), figuresOf(source)]) } : {}),
      sources: hashOf([
        inAllLanguages(edition, 'sources'),
        citableSources(data).map(id => source.texts.get(id)?.sha256),
      ]),
    },
  }
}

/** What is said in a field, and how each of its items counts. */
function fieldContent(edition: Edition, field: string): unknown {
  const { items, markings, withheld } = edition
  const own = items.filter(item => item.field === field)
  const ranks = own.map(({ priority, place }) => [
    priority,
    markings.find(marked => marked.place.range.start === place.range.start)?.marking,
  ])
  // What is withheld is found of pages, and found again where the pages are the same.
  const missing = withheld.filter(each => each.field === field).map(({ message }) => message)
  return [inAllLanguages(edition, field), ranks, missing]
}

const inAllLanguages = ({ data, besides }: Edition, field: string): readonly unknown[] =>
  [data, ...[...besides.values()].map(other => other.data)].map(each => each[field])

function figuresOf({ brief }: EditionRequest['source']): unknown {
  const files = [...brief.dataFiles.values()].map(({ columns, rows }) =>
    [columns, ...rows].map(row => row.map(({ text }) => text)),
  )
  return [brief.data.tables, files]
}

function citableSources({ sources }: Edition['data']): string[] {
  return Array.isArray(sources) ? sources.map(source => String(source.id)) : []
}

const hashOf = (value: unknown) => sha256(JSON.stringify(withoutPlaces(value)) ?? '')

/** Where a text stood in the brief does not reach the page. */
function withoutPlaces(value: unknown): unknown {
  if (typeof value !== 'object' || value === null) return value
  if (value instanceof Verbatim) return { text: value.text }
  if (value instanceof ProseText || value instanceof PlainValue || value instanceof Date) return value
  if (Array.isArray(value)) return value.map(withoutPlaces)
  const fields: Record<string, unknown> = {}
  for (const [key, field] of Object.entries(value)) if (key !== 'place') fields[key] = withoutPlaces(field)
  return fields
}
