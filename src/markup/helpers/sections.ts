import { escapeHtml } from '../html.js'
import { labelOf } from '../labels.js'
import type { Helper, HelperCall } from '../rendering.js'
import { fieldOf, holds, wordsOf } from '../values.js'

/** Sections of an edition, with the headings that the locale has for its audience. */
export const SECTIONS: readonly Helper[] = [
  {
    name: 'section',
    summary:
      'a section with its heading, only if the field of its name holds something; `when` tests another value, `heading` gives other words or the key of a label, `level` 3 makes it a subsection, `class` styles it',
    takes: [1, 1],
    named: ['when', 'heading', 'level', 'class'],
    example: {
      template: '{{#section "gaps" heading="Open points"}}<p>{{count gaps}}</p>{{/section}}',
      data: { gaps: ['cost'] },
      prints: '<section id="gaps"><h2>Open points</h2>\n<p>1</p></section>',
    },
    run: section,
  },
  {
    name: 'heading',
    summary: 'the heading that a section has in this edition',
    takes: [1, 1],
    example: { template: '<h2>{{heading "gaps"}}</h2>', data: {}, prints: '<h2>What is not known</h2>' },
    run: (call, name) => headingOf(call, wordsOf(name) ?? ''),
  },
]

function section(call: HelperCall, name: unknown): string {
  const id = wordsOf(name) ?? ''
  const { when, level = 2, class: style } = call.named
  const field = fieldOf(call.context, id) ?? fieldOf(call.rendering.edition.data, id)
  if (!holds('when' in call.named ? when : field)) return call.otherwise?.() ?? ''
  if (level !== 2 && level !== 3) throw new Error('the `level` of a section is 2 or 3')
  const heading = escapeHtml(headingOf(call, id))
  const styled = style === undefined ? '' : ` class="${escapeHtml(wordsOf(style) ?? '')}"`
  const body = call.body?.(call.context) ?? ''
  const open = `<section id="${escapeHtml(id)}"${styled}><h${level}>${heading}</h${level}>\n`
  return `${call.mark}${open}${body}${call.mark}</section>`
}

function headingOf(call: HelperCall, name: string): string {
  const given = wordsOf(call.named.heading)
  const { locale, edition } = call.rendering
  if (given !== undefined) return locale.label(given) ?? given
  const heading = locale.heading(edition.audience.name, name)
  return heading ?? labelOf(name, call.place, call.rendering, 'heading')
}
