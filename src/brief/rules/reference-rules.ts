import { type DiagnosticCode, type SourceFile, shorten } from '../../diagnostics/index.js'
import {
  type Citation,
  type CitationGroup,
  citationsInText,
  findCitationGroups,
  parseCiteField,
} from '../notation/citations.js'
import { fieldLabel, nodePlace, placeInText, type TextValue } from '../read/read-context.js'
import type { BriefRule } from './rule.js'

/** What refers to an actor, a source or an audience must name one that there is. */
export const checkReferences: BriefRule = (context, ids) => {
  const kinds: readonly ReferenceKind[] = [
    { role: 'actors', noun: 'actor', code: 'unknown-actor', names: new Set(ids.actors.keys()) },
    { role: 'sources', noun: 'source', code: 'unknown-source', names: new Set(ids.sources.keys()) },
    { role: 'audiences', noun: 'audience', code: 'unknown-audience', names: new Set(context.audiences) },
  ]
  for (const { role, noun, code, names } of kinds) {
    const listed = [...names]
    for (const value of context.texts) {
      if (value.role !== role || names.has(value.text)) continue
      const hint = context.suggestions.hint(value.text, listed, `${noun}s`)
      context.report(
        code,
        nodePlace(value.scalar, context),
        `unknown ${noun} \`${shorten(value.text)}\``,
        hint,
      )
    }
  }
}

interface ReferenceKind {
  readonly role: 'actors' | 'sources' | 'audiences'
  readonly noun: string
  readonly code: DiagnosticCode
  readonly names: ReadonlySet<string>
}

/** Citations are written as Pandoc writes them, and cite sources of the brief. */
export const checkCitations: BriefRule = (context, { sources }) => {
  const { texts, file, report } = context
  const names = [...sources.keys()]
  for (const value of texts) {
    for (const { citations, errors } of citationGroups(value)) {
      for (const { range, text } of errors) {
        const place = placeInText(value, range.start, Math.max(range.end, range.start + 1), file)
        const hint = followsComma(value, file)
          ? 'put a citation with a comma in quotes: within brackets the comma ends it'
          : 'write `@id` or `@id, para. 4`, and `; ` between two'
        report('invalid-citation', place, `\`${shorten(text)}\` is not a citation`, hint)
      }
      for (const { source, sourceRange } of citations) {
        if (sources.has(source)) continue
        const place = placeInText(value, sourceRange.start, sourceRange.end, file)
        const hint = context.suggestions.hint(source, names, 'sources')
        report('unknown-source', place, `unknown source \`${shorten(source)}\``, hint)
      }
    }
  }
}

/** Whether an unquoted text stands after a comma in brackets, and may be the end of the text before it. */
function followsComma({ scalar, role }: TextValue, { text }: SourceFile): boolean {
  if (role !== 'citation' || scalar.token?.type !== 'scalar') return false
  return /,\s*$/.test(text.slice(Math.max(0, scalar.range.start - 20), scalar.range.start))
}

/** A citation that is written as Pandoc would set it, but not here, or that stands where none is printed. */
export const checkUnprintedCitations: BriefRule = (context, { sources }) => {
  for (const value of context.texts) {
    if (value.role !== 'prose' || !value.text.includes('@')) continue
    for (const { source, start, end } of citationsInText(value.text)) {
      if (!sources.has(source)) continue
      const locator = /^ ?\[([^[\]@]+)\]/.exec(value.text.slice(end))?.[1]
      const cited = locator === undefined ? `[@${source}]` : `[@${source}, ${locator}]`
      const message = `\`@${source}\` outside brackets is printed as it stands`
      const hint = `write \`${cited}\` after what it says, or \`\\@${source}\` if it is no citation`
      context.report('citation-in-text', placeInText(value, start, end, context.file), message, hint)
    }
    if (!isWithoutCitations(value)) continue
    for (const { range, citations } of citationGroups(value)) {
      if (citations.length === 0) continue
      const message = `no citation is printed in ${fieldLabel(value.path)}`
      const place = placeInText(value, range.start, range.end, context.file)
      context.report('citation-unprinted', place, message, 'cite the source where its words are used')
    }
  }
}

/** Texts of figures and of the list of sources, which is numbered before it is printed. */
function isWithoutCitations({ path }: TextValue): boolean {
  const [list, , field] = path
  return (
    list === 'stance_on' ||
    (list === 'sources' && field === 'note') ||
    (list === 'timeline' && field === 'label') ||
    field === 'lane'
  )
}

/** The citations in a text, by the kind of its field. */
function citationsOf(value: TextValue): readonly Citation[] {
  return citationGroups(value).flatMap(group => group.citations)
}

function citationGroups({ role, text }: TextValue): readonly CitationGroup[] {
  if (role === 'citation') return [parseCiteField(text)]
  return role === 'prose' ? findCitationGroups(text) : []
}

/** A source that nothing cites is printed nowhere; its author may have forgotten to. */
export const checkUnusedSources: BriefRule = (context, { sources }) => {
  const used = new Set<string>()
  for (const value of context.texts) {
    if (value.role === 'sources') used.add(value.text)
    for (const { source } of citationsOf(value)) used.add(source)
  }
  for (const [id, { scalar }] of sources) {
    if (used.has(id)) continue
    context.report('unused-source', nodePlace(scalar, context), `the source \`${id}\` is cited nowhere`)
  }
}
