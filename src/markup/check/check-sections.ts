import { didYouMean, type Place, type Report } from '../../diagnostics/index.js'
import { templateDataType } from '../../edition/index.js'
import type { StaticHtml } from '../html/check-static-html.js'
import type { NamesFound } from './check-template-names.js'

/** A name in the `sections` of a front matter. */
export interface ListedSection {
  readonly name: string
  readonly place: Place
}

/** Compares the sections that a front matter lists with those that the template prints, both ways. */
export function checkSections(
  listed: readonly ListedSection[],
  found: NamesFound,
  html: readonly StaticHtml[],
  headings: readonly string[],
  report: Report,
): void {
  const called = new Map(found.sections.map(section => [section.name, section]))
  const ids = html.flatMap(each => [...each.ids])
  const elements = html.flatMap(each =>
    [...each.elements].flatMap(name => FIELDS_OF_ELEMENTS.get(name) ?? []),
  )
  const printed = new Set([...called.keys(), ...ids, ...elements, ...found.fields])
  const fields = [...templateDataType().entries.keys()]
  const known = new Set([...called.keys(), ...ids, ...elements, ...fields, ...headings])
  for (const { name, place } of listed) {
    if (printed.has(name)) continue
    if (!known.has(name))
      report('audience-invalid', place, `there is no section \`${name}\``, didYouMean(name, known))
    else {
      const hint = `print it with \`{{#section "${name}"}}\`, or take it out of \`sections\``
      report('sections-differ', place, `the template prints no section \`${name}\``, hint)
    }
  }
  const names = new Set(listed.map(({ name }) => name))
  for (const { name, isSubsection, place } of called.values())
    if (!isSubsection && !names.has(name))
      report(
        'sections-differ',
        place,
        `the section \`${name}\` is not among the \`sections\` of the front matter`,
        'add it there, where it stands in the order',
      )
}

/** What elements print that need nothing in them. */
const FIELDS_OF_ELEMENTS: ReadonlyMap<string, string> = new Map([
  ['source-list', 'sources'],
  ['actor-map', 'actors'],
  ['stakes-matrix', 'stakes'],
  ['timeline', 'timeline'],
  ['contents', 'contents'],
])
