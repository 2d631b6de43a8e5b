import { readdirSync, readFileSync } from 'node:fs'
import { basename } from 'node:path'
import {
  loadBrief,
  MarkingSchemes,
  parseMarkingScheme,
  shapeAt,
  TARGET_LISTS,
  type ValueShape,
} from '../src/brief/index.js'
import { Findings, present, SourceFile } from '../src/diagnostics/index.js'
import { type Audience, FIELDS_NOT_FOR_READERS, parseAudience, selectEdition } from '../src/edition/index.js'
import type { Evidence } from '../src/evidence/index.js'
import {
  findNodes,
  type Locale,
  parseLocale,
  type RenderedEdition,
  renderEdition,
  type TemplateLibrary,
} from '../src/markup/index.js'

/** A field of the schema: of the whole brief, or of the items of a list. */
export interface BriefField {
  /** Undefined for a field of the whole brief. */
  readonly list: string | undefined
  readonly name: string
  readonly shape: ValueShape
  readonly required: boolean
}

/** The fields of a brief that are for readers, in the order of the schema. */
export function readerFields(): readonly BriefField[] {
  return entriesOf(present(shapeAt([]), 'shape of a brief'))
    .filter(([name]) => !NOT_OF_READERS.has(name))
    .flatMap(([name, { shape, required }]): BriefField[] => {
      const item = shape.kind === 'list' && shape.of.kind === 'fields' ? shape.of : undefined
      if (!item) return [{ list: undefined, name, shape, required }]
      return entriesOf(item).map(([key, entry]) => ({ list: name, name: key, ...entry }))
    })
    .filter(isForReaders)
}

/** What a field is called in a template's `omits`. */
export const fieldLabel = ({ list, name }: Pick<BriefField, 'list' | 'name'>) =>
  list === undefined ? name : `${list}.${name}`

/** What decides how a brief is printed, and where it goes. */
const NOT_OF_READERS: ReadonlySet<string> = new Set(['lang', 'classification', 'audiences'])

function isForReaders(field: BriefField): boolean {
  const { shape, name } = field
  if (['audiences', 'classification'].includes(name) || shape.kind === 'fields') return false
  if (shape.kind === 'text' && (shape.role === 'id' || shape.role === 'language')) return false
  return ![name, fieldLabel(field)].some(each => FIELDS_NOT_FOR_READERS.has(each))
}

function entriesOf(shape: ValueShape) {
  return shape.kind === 'fields' ? [...shape.entries] : []
}

/** A brief as data, in which each list has one item with what it cannot do without and the fields `has` accepts. */
export function briefWith(has: (field: BriefField) => boolean, lists?: readonly string[]): object {
  const brief: Record<string, unknown> = { title: 'Affair', as_of: '2025-01-20' }
  const fields = readerFields()
  for (const [list, { shape }] of entriesOf(present(shapeAt([]), 'shape of a brief'))) {
    if (shape.kind !== 'list' || shape.of.kind !== 'fields' || list === 'audiences') continue
    const isAsked = !lists || lists.includes(list) || (list === 'tables' && lists.includes('charts'))
    if (!isAsked && !['actors', 'sources'].includes(list)) continue
    const item: Record<string, unknown> = {}
    for (const [name, { shape: of, required }] of shape.of.entries)
      if (required || `${list} ${name}` === 'charts table') item[name] = sampleOf(of, `${list} ${name}`)
    if (list === 'tables') item.rows = TABLE_SAMPLES['tables rows']
    for (const field of fields.filter(each => each.list === list && (each.required || has(each))))
      item[field.name] = sampleOf(field.shape, `${list} ${field.name}`)
    brief[list] = [item]
  }
  for (const { list, name, shape } of fields.filter(field => field.list === undefined && has(field)))
    if (list === undefined) brief[name] = sampleOf(shape, name)
  return brief
}

/** Words, dates and numbers that no two fields share. */
function sampleOf(shape: ValueShape, name: string): unknown {
  if (Object.hasOwn(TABLE_SAMPLES, name)) return TABLE_SAMPLES[name]
  switch (shape.kind) {
    case 'prose':
      return `The ${name}.`
    case 'number':
      return Math.min(shape.high, 2)
    case 'list':
      return [sampleOf(shape.of, name)]
    case 'text':
      if (shape.role === 'id' && isTargetList(name.split(' ')[0])) return name.split(' ')[0]
      return (
        shape.choices?.[0] ??
        SAMPLES[shape.role ?? ''] ??
        (name.endsWith('url') ? 'https://a.example/b' : name.endsWith('doi') ? '10.1234/a' : name)
      )
    case 'flag':
      return true
    case 'fields':
      return Object.fromEntries(
        [...shape.entries].map(([key, entry]) => [key, sampleOf(entry.shape, `${name} ${key}`)]),
      )
  }
}

/** A chart draws figures of its table; a table has rows that fit its columns, and a total of others. */
const TABLE_SAMPLES: Readonly<Record<string, unknown>> = {
  'charts table': 'tables',
  'charts x': 'what',
  'charts y': ['figures'],
  'tables columns': [
    { key: 'what', title: 'The tables columns title.' },
    { key: 'figures', title: 'The figures.', align: 'decimal', unit: 'The unit.', format: '0.0' },
  ],
  'tables rows': [
    ['The row.', '1.5'],
    ['The total.', '1.5'],
  ],
}

/** The ids of what cross-references lead to are unique together. */
const isTargetList = (list: string | undefined) => Object.hasOwn(TARGET_LISTS, list ?? '')

/** By what a text means. Each list has one item, the others of the same id. */
const SAMPLES: Readonly<Record<string, string>> = {
  id: 'one',
  actors: 'one',
  sources: 'one',
  citation: 'one',
  date: '2025-02-03',
  language: 'es',
}

const NO_EVIDENCE: Evidence = { proofs: [], ofQuote: () => undefined, unprovedIn: () => [], corrections: [] }

/** The fields of a brief that an audience does not see though its template could show them, each once. */
export function unshownFieldsOf(
  brief: object,
  audience: Audience,
  sections?: readonly string[],
): Set<string> {
  const { unshown } = renderedFor(brief, audience, sections)
  return new Set(unshown.map(path => path.replace(/\[\d+\]/g, '')))
}

/** All words that an edition prints, but for those in figures. */
export function wordsOf(brief: object, audience: Audience): string {
  const { blocks } = renderedFor(brief, audience).document
  const alts = findNodes(blocks, 'figure').map(({ alt }) => alt)
  return [...findNodes(blocks, 'text').map(({ text }) => text), ...alts].join(' ')
}

function renderedFor(brief: object, audience: Audience, sections = audience.sections): RenderedEdition {
  const findings = new Findings()
  const file = new SourceFile('brief.yaml', JSON.stringify(brief))
  const loaded = present(
    loadBrief(file, { audiences: [audience.name], markings: MARKINGS }, findings.report),
    'brief',
  )
  const edition = selectEdition(loaded, NO_EVIDENCE, { ...audience, sections }, findings.report)
  const rendered = edition && renderEdition(edition, LIBRARY, findings.report)
  if (!rendered) throw new Error(findings.all.map(({ message }) => message).join('\n'))
  return rendered
}

const TEMPLATES = new URL('../templates/', import.meta.url)

/** The files of a folder of the package's templates, by their names. */
function filesIn(folder: string, extension: string): Map<string, SourceFile> {
  const url = new URL(folder, TEMPLATES)
  const names = readdirSync(url).filter(name => name.endsWith(extension))
  return new Map(
    names
      .sort()
      .map(name => [
        basename(name, extension),
        new SourceFile(`templates/${folder}${name}`, readFileSync(new URL(name, url), 'utf8')),
      ]),
  )
}

const LIBRARY: TemplateLibrary = {
  partials: filesIn('partials/', '.hbs'),
  locales: new Map(
    [...filesIn('locales/', '.yaml')].map(([name, file]): [string, Locale] => [
      name,
      present(
        parseLocale(file, () => {}),
        name,
      ),
    ]),
  ),
}

/** The scheme that is in force where a workspace names none. */
const MARKINGS = new MarkingSchemes(
  [...filesIn('markings/', '.yaml')]
    .filter(([name]) => name === 'tlp')
    .map(([name, file]) =>
      present(
        parseMarkingScheme(file, name, () => {}),
        name,
      ),
    ),
)

/** The audiences of the package. */
export const PACKAGE_AUDIENCES: readonly Audience[] = [...filesIn('', '.hbs')].map(([name, file]) =>
  present(
    parseAudience(file, name, () => {}, MARKINGS),
    name,
  ),
)

/** Whether an audience's template prints a field, leaves it out on purpose, or has nothing to do with it. */
export function printedBy({ omits, ...audience }: Audience, field: BriefField, unshown: ReadonlySet<string>) {
  const label = fieldLabel(field)
  if (!unshown.has(label)) return 'prints'
  return omits.includes(label) && audience ? 'omits' : 'lacks'
}

/** The table of all fields with the audiences whose templates print them, in Markdown. */
export function templateFields(): string {
  const brief = briefWith(() => true)
  const fields = readerFields()
  const all = [...new Set(fields.map(({ list, name }) => list ?? name))]
  const unshown = new Map(PACKAGE_AUDIENCES.map(each => [each.name, unshownFieldsOf(brief, each, all)]))
  const rows = fields.map(field => {
    const cells = PACKAGE_AUDIENCES.map(
      each => CELLS[printedBy(each, field, present(unshown.get(each.name), 'fields'))],
    )
    return `| \`${fieldLabel(field)}\` | ${cells.join(' | ')} |`
  })
  return [
    `| field | ${PACKAGE_AUDIENCES.map(({ name }) => name).join(' | ')} |`,
    `|---|${PACKAGE_AUDIENCES.map(() => ':-:|').join('')}`,
    ...rows,
    '',
  ].join('\n')
}

const CELLS = { prints: '●', omits: 'left out', lacks: '' } as const
