import { readFileSync } from 'node:fs'
import { loadBrief } from '../../src/brief/index.js'
import { Findings, SourceFile } from '../../src/diagnostics/index.js'
import { type Audience, type EditionReader, parseAudience } from '../../src/edition/index.js'
import {
  type EditionInputs,
  type EditionVariant,
  type FitTrial,
  type FittedEdition,
  fit,
  isVariantMade,
  makeVariant,
} from '../../src/fit/index.js'
import type { DocumentStyle } from '../../src/typeset/index.js'
import { NO_EVIDENCE } from '../edition/support.js'
import { packagedPartials, template } from '../support/briefs.js'
import { libraryOf } from '../support/edition.js'
import { styleOf } from '../typeset/workspace.js'

const read = (path: string) => readFileSync(new URL(`../../templates/${path}`, import.meta.url), 'utf8')
const library = libraryOf(packagedPartials())

/** Three lists on a page of some 30 short lines; a glossary is not printed. */
export const NARROW = template(
  `<h1>{{title}}</h1>
{{#section "key_facts"}}<ul>{{#each key_facts}}<li>{{fact}}</li>{{/each}}</ul>{{/section}}
{{#section "gaps"}}<ul>{{#each gaps}}<li>{{gap}}</li>{{/each}}</ul>{{/section}}
{{#section "timeline"}}<dl>{{#each timeline}}<dt>{{date date}}</dt><dd>{{event}}</dd>{{/each}}</dl>{{/section}}`,
  {
    page: '{ size: a4, margins: { top: 70, right: 60, bottom: 70, left: 60 } }',
    type: '{ size: 10, floor: 8 }',
  },
)

/** The template of an audience that the package has. */
export const packaged = (name: string) => read(`${name}.hbs`)

/** A brief and an audience, ready for fitting. */
export interface Prepared {
  readonly inputs: EditionInputs
  readonly whole: EditionVariant
  readonly style: DocumentStyle
}

export function prepare(
  yaml: string,
  templateText = NARROW,
  settings: Partial<Audience> = {},
  reader: EditionReader = {},
): Prepared {
  const findings = new Findings()
  const file = new SourceFile('briefs/affair.yaml', `title: Affair\nas_of: 2025-03-01\n${yaml}`)
  const brief = loadBrief(file, { audiences: ['note'] }, findings.report)
  const parsed = parseAudience(new SourceFile('templates/note.hbs', templateText), 'note', findings.report)
  if (!brief || !parsed) throw new Error(findings.all.map(finding => finding.message).join('\n'))
  const audience = { ...parsed, ...settings }
  const inputs = { brief, evidence: NO_EVIDENCE, audience, library, reader }
  const whole = makeVariant(inputs)
  if (!isVariantMade(whole)) throw new Error(whole.findings.all.map(finding => finding.message).join('\n'))
  const { margins } = audience.page
  const page = { width: 595.28, height: 841.89, margins }
  return { inputs, whole, style: styleOf({ name: audience.theme, page, typeSize: audience.type.size }) }
}

export interface Outcome {
  readonly fitted: FittedEdition | undefined
  readonly trials: readonly FitTrial[]
  readonly findings: Findings
  /** All words of the pages, in a line. */
  readonly text: string
}

export const ASSETS = { read: () => undefined }

/** Fits an edition. */
export function fitted(prepared: Prepared): Outcome {
  const { inputs, whole, style } = prepared
  const findings = new Findings()
  const limitPlace = { file: inputs.audience.template, range: { start: 0, end: 0 } }
  const result = fit(inputs, whole, { style, assets: ASSETS, limitPlace }, findings.report)
  const lines = (result.fitted?.laidOut.text ?? []).flat().map(line => line.text)
  return { ...result, findings, text: lines.join(' ') }
}

/** A list of a brief: texts with their priorities, such as `must: words`. */
export function listOf(field: string, main: string, items: readonly string[], more = ''): string {
  const entries = items.map(item => {
    const [priority, words = ''] = item.split(': ')
    return `  - {${main}: ${words}, priority: ${priority}${more}}\n`
  })
  return items.length === 0 ? '' : `${field}:\n${entries.join('')}`
}

export const words = (count: number) => Array.from({ length: count }, () => 'water').join(' ')
