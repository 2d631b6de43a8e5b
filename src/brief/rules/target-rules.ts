import { shorten } from '../../diagnostics/index.js'
import { type CrossReference, crossReferencesIn, parseCiteField } from '../notation/citations.js'
import {
  parseTargetName,
  TARGET_LISTS,
  TARGET_PREFIXES,
  type TargetKind,
  targetName,
} from '../notation/reference-targets.js'
import { fieldLabel, nodePlace, placeInText, type ReadContext, type TextValue } from '../read/read-context.js'
import type { BriefRule } from './rule.js'

/** What a cross-reference names must be in the brief, and be what it calls it. */
export const checkCrossReferences: BriefRule = context => {
  const kinds = kindsById(context)
  const names = [...kinds].flatMap(([id, found]) => [...new Set(found)].map(kind => targetName({ kind, id })))
  for (const value of context.texts) {
    for (const { target, nameRange } of referencesOf(value)) {
      const { kind, id } = parseTargetName(target) ?? {}
      const found = kinds.get(id ?? '')
      if (kind === undefined || id === undefined || found?.includes(kind)) continue
      const place = placeInText(value, nameRange.start, nameRange.end, context.file)
      const [actual] = found ?? []
      if (actual !== undefined) {
        const message = `\`${shorten(id)}\` is ${NOUNS[actual]}, not ${NOUNS[kind]}`
        context.report('unknown-reference', place, message, `write \`@${targetName({ kind: actual, id })}\``)
      } else {
        const message = `the brief has no ${NOUNS[kind].replace(/^an? /, '')} \`${shorten(id)}\``
        const hint =
          names.length === 0
            ? `add it to ${listsOf(kind)}, or write \`\\@\` if it is no reference`
            : context.suggestions.hint(target, names, 'references')
        context.report('unknown-reference', place, message, hint)
      }
    }
  }
}

/** A citation says where a statement is from, which is no part of the brief itself. */
export const checkCitedTargets: BriefRule = context => {
  for (const value of context.texts) {
    if (value.role !== 'citation') continue
    for (const { target, range } of parseCiteField(value.text).references) {
      const place = placeInText(value, range.start, range.end, context.file)
      const message = `\`@${shorten(target)}\` is no source, and ${fieldLabel(value.path)} takes sources`
      context.report('invalid-citation', place, message, 'refer to it in the text')
    }
  }
}

/** The id of a source that reads as a cross-reference could not be cited. */
export const checkSourceIds: BriefRule = (context, { sources }) => {
  for (const [id, { scalar }] of sources) {
    const parsed = parseTargetName(id)
    if (!parsed) continue
    const message = `the id \`${shorten(id)}\` of a source begins as a reference to ${NOUNS[parsed.kind]} does`
    context.report(
      'invalid-value',
      nodePlace(scalar, context),
      message,
      `rename it, \`${parsed.id}\` perhaps`,
    )
  }
}

const NOUNS: Readonly<Record<TargetKind, string>> = {
  table: 'a table',
  figure: 'a figure',
  section: 'a section',
  box: 'a box',
  annex: 'an annex',
}

function referencesOf({ role, text }: TextValue): readonly CrossReference[] {
  return role === 'prose' && MAY_REFER.test(text) ? crossReferencesIn(text) : []
}

const MAY_REFER = new RegExp(`@\\{?(?:${Object.keys(TARGET_PREFIXES).join('|')}):`, 'i')

/** What each id is; several where it is given twice. */
function kindsById({ texts }: ReadContext): Map<string, TargetKind[]> {
  const kinds = new Map<string, TargetKind[]>()
  for (const { role, path, text } of texts) {
    const kind = role === 'id' && path.length === 3 ? kindOfList(path[0]) : undefined
    if (kind !== undefined) kinds.set(text, [...(kinds.get(text) ?? []), kind])
  }
  return kinds
}

function kindOfList(list: string | number | undefined): TargetKind | undefined {
  return Object.entries(TARGET_LISTS).find(([name]) => name === list)?.[1]
}

function listsOf(kind: TargetKind): string {
  const lists = Object.entries(TARGET_LISTS).filter(([, of]) => of === kind)
  return lists.map(([list]) => `\`${list}\``).join(' or ')
}
