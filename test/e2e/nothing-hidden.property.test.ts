import { readFileSync } from 'node:fs'
import * as fc from 'fast-check'
import { test } from 'uvu'
import * as assert from 'uvu/assert'
import { loadBrief, MarkingSchemes, parseMarkingScheme } from '../../src/brief/index.js'
import { Findings, SourceFile } from '../../src/diagnostics/index.js'
import { parseAudience } from '../../src/edition/index.js'
import { printTwin } from '../../src/export/index.js'
import { type EditionInputs, fit, isVariantMade, makeVariant } from '../../src/fit/index.js'
import { outlineDocument, type TemplateLibrary } from '../../src/markup/index.js'
import { NO_EVIDENCE } from '../edition/support.js'
import { packagedPartials } from '../support/briefs.js'
import { libraryOf } from '../support/edition.js'
import { TLP } from '../support/markings.js'
import { styleOf } from '../typeset/workspace.js'

/** The schemes in force, the labels that items may have, and the level of each scheme up to which an audience is cleared. */
interface Regime {
  readonly markings: MarkingSchemes
  readonly labels: readonly { readonly text: string; readonly scheme: string; readonly level: number }[]
  readonly clearances: Readonly<Record<string, Readonly<Record<string, number>>>>
}

const NAMES = ['decision', 'one-page', 'press', 'analyst', 'legislator', 'public']
/** TLP 2.0, from low to high, with the clearances of the package's audiences. */
const TLP_LABELS = ['TLP:CLEAR', 'TLP:GREEN', 'TLP:AMBER', 'TLP:AMBER+STRICT', 'TLP:RED']
const TLP_LEVELS = [4, 2, 2, 3, 1, 0]
const TLP_REGIME: Regime = {
  markings: TLP,
  labels: TLP_LABELS.map((text, level) => ({ text, scheme: 'tlp', level })),
  clearances: Object.fromEntries(NAMES.map((name, index) => [name, { tlp: TLP_LEVELS[index] ?? 0 }])),
}

const SCHEME_NAMES = ['alfa', 'bravo', 'charlie']
const LEVELS = ['ONE', 'TWO', 'THREE', 'FOUR']

/** One to three schemes of a house's own, with or without portion marks, and audiences cleared for some of them. */
const ownRegime: fc.Arbitrary<Regime> = fc
  .tuple(
    fc.array(fc.record({ levels: fc.integer({ min: 1, max: 4 }), portions: fc.boolean() }), {
      minLength: 1,
      maxLength: 3,
    }),
    fc.array(fc.array(fc.option(fc.nat(3), { nil: undefined }), { minLength: 3, maxLength: 3 }), {
      minLength: 6,
      maxLength: 6,
    }),
  )
  .map(([schemes, cleared]) => {
    const labels = schemes.flatMap(({ levels }, index) =>
      LEVELS.slice(0, levels).map((word, level) => {
        const scheme = SCHEME_NAMES[index] ?? ''
        return { text: `${scheme.toUpperCase()} ${word}`, scheme, level }
      }),
    )
    const known = schemes.map(({ portions }, index) => {
      const name = SCHEME_NAMES[index] ?? ''
      const own = labels.filter(({ scheme }) => scheme === name)
      const levels = own.map(
        ({ text, level }) =>
          `  - {label: ${text}, portion: ${name[0]}${level}, colours: {text: "#000000"}}\n`,
      )
      const text = `title: ${name}\nsource: ours\n${portions ? 'portion_marks: all\n' : ''}levels:\n${levels.join('')}`
      const findings = new Findings()
      const scheme = parseMarkingScheme(new SourceFile(`${name}.yaml`, text), name, findings.report)
      if (!scheme) throw new Error(findings.all.map(({ message }) => message).join('\n'))
      return scheme
    })
    const clearanceOf = (index: number) =>
      Object.fromEntries(
        known.flatMap(({ name, levels }, at) => {
          const level = cleared[index]?.[at]
          return level === undefined ? [] : [[name, Math.min(level, levels.length - 1)]]
        }),
      )
    return {
      markings: new MarkingSchemes(known),
      labels,
      clearances: Object.fromEntries(NAMES.map((name, index) => [name, clearanceOf(index)])),
    }
  })

const LIBRARY: TemplateLibrary = libraryOf(packagedPartials())

/** Items as a brief has them; references are numbers of actors and sources. */
type Item = Readonly<Record<string, unknown>> & {
  readonly audiences?: readonly string[]
  /** Of its label, among those of the regime. */
  readonly mark?: number
}
type Model = Readonly<Record<(typeof LISTS)[number], readonly Item[]>> & { readonly issue: readonly number[] }
const LISTS = [
  'actors',
  'sources',
  'key_facts',
  'timeline',
  'quotes',
  'stakes',
  'consultation',
  'next_steps',
  'qa',
  'sections',
  'boxes',
  'annexes',
] as const

const COUNT = { actors: 4, sources: 4 }
const selection = fc.record(
  {
    audiences: fc.subarray(NAMES, { minLength: 1 }),
    mark: fc.nat(11),
    priority: fc.constantFrom('must', 'should', 'could'),
  },
  { requiredKeys: [] },
)
const actorNumber = fc.nat(COUNT.actors - 1)
const sources = fc.uniqueArray(fc.nat(COUNT.sources - 1), { maxLength: 3 })
const item = (fields: Record<string, fc.Arbitrary<unknown>>) =>
  fc.tuple(fc.record(fields), selection).map(([own, selected]) => ({ ...own, ...selected }) as Item)
const items = (fields: Record<string, fc.Arbitrary<unknown>>) => fc.array(item(fields), { maxLength: 4 })
const several = (fields: Record<string, fc.Arbitrary<unknown>>, length: number) =>
  fc.array(item(fields), { minLength: length, maxLength: length })

const model: fc.Arbitrary<Model> = fc.record({
  actors: several(
    { support: fc.integer({ min: -2, max: 2 }), influence: fc.integer({ min: 1, max: 5 }) },
    COUNT.actors,
  ),
  sources: several({}, COUNT.sources),
  key_facts: items({ cite: sources }),
  timeline: items({ day: fc.integer({ min: 10, max: 28 }), cite: sources }),
  quotes: items({
    speaker: fc.uniqueArray(actorNumber, { minLength: 1, maxLength: 2 }),
    source: fc.uniqueArray(fc.nat(COUNT.sources - 1), { minLength: 1, maxLength: 2 }),
    reported_by: fc.option(actorNumber, { nil: undefined }),
  }),
  stakes: items({
    who: fc.uniqueArray(actorNumber, { maxLength: 3 }),
    impact: fc.integer({ min: 1, max: 5 }),
  }),
  consultation: items({ who: fc.option(actorNumber, { nil: undefined }), isId: fc.boolean() }),
  next_steps: items({ owner: fc.option(actorNumber, { nil: undefined }), cite: sources }),
  qa: items({ cite: sources }),
  sections: items({ after: fc.option(fc.constantFrom('stakes', 'background'), { nil: undefined }) }),
  boxes: items({}),
  annexes: items({}),
  issue: sources,
})

/** What the rules say that an audience may see, in the plainest words. */
function isSeen({ audiences, mark }: Item, audience: string, { labels, clearances }: Regime): boolean {
  const label = mark === undefined ? undefined : labels[mark % labels.length]
  const cleared = label === undefined || label.level <= (clearances[audience]?.[label.scheme] ?? -1)
  return cleared && (audiences?.includes(audience) ?? true)
}

/** The brief as an author would write it who had nothing but what an audience may see. */
function without(whole: Model, audience: string, regime: Regime): Model {
  const seen = (list: 'actors' | 'sources') => (number: number) =>
    isSeen(whole[list][number] ?? {}, audience, regime)
  const isActor = seen('actors')
  const isSource = seen('sources')
  const numbers = (value: unknown) => (Array.isArray(value) ? (value as number[]) : [])
  const visible = (list: (typeof LISTS)[number]) => whole[list].filter(each => isSeen(each, audience, regime))
  const cited = (list: readonly Item[]) =>
    list.map(each => ({ ...each, cite: numbers(each.cite).filter(isSource) }))
  const unnamed = (each: Item, key: string): Item =>
    typeof each[key] === 'number' && !isActor(each[key]) ? { ...each, [key]: undefined } : each
  const keep = (list: 'actors' | 'sources') =>
    whole[list].map((each, number) =>
      isSeen(each, audience, regime) ? each : { ...each, isGone: true, number },
    )
  return {
    actors: keep('actors'),
    sources: keep('sources'),
    key_facts: cited(visible('key_facts')),
    timeline: cited(visible('timeline')),
    quotes: visible('quotes')
      .filter(({ speaker, source }) => numbers(speaker).every(isActor) && numbers(source).every(isSource))
      .map(each => unnamed(each, 'reported_by')),
    stakes: visible('stakes').map(each => ({ ...each, who: numbers(each.who).filter(isActor) })),
    consultation: visible('consultation').filter(({ who }) => typeof who !== 'number' || isActor(who)),
    next_steps: cited(visible('next_steps')).map(each => unnamed(each, 'owner')),
    qa: cited(visible('qa')),
    sections: visible('sections'),
    boxes: visible('boxes'),
    annexes: visible('annexes'),
    issue: whole.issue.filter(isSource),
  }
}

const actorName = (number: number) => `Member ${['Ansgar', 'Bente', 'Corwin', 'Dagny'][number]} Holm`
const cite = (numbers: unknown) => (Array.isArray(numbers) ? numbers.map(number => `@s${number}, p. 2`) : [])

/** A model as a brief's file: each text tells of which item it is, by `words`. */
function yamlOf(model: Model, { labels }: Regime): string {
  const named = (value: unknown) => (typeof value === 'number' ? actorName(value) : undefined)
  const marked = ({ audiences, mark, priority, words }: Item) => ({
    audiences,
    classification: mark === undefined ? undefined : labels[mark % labels.length]?.text,
    priority,
    words,
  })
  const list = (field: (typeof LISTS)[number], fields: (item: Item, words: string) => object) =>
    model[field].flatMap((each, index) => {
      if (each.isGone) return []
      const { words, ...selected } = marked(each)
      return [{ ...fields(each, String(words ?? `${field} ${index}`)), ...selected }]
    })
  const number = (each: Item) => model.actors.indexOf(each)
  const content = (field: 'sections' | 'boxes' | 'annexes') =>
    list(field, (each, words) => ({
      id: words.replace(' ', '-'),
      title: words,
      after: each.after,
      body: `${words}.`,
    }))
  return JSON.stringify({
    title: 'A matter',
    as_of: '2025-01-20',
    issue: `What now${model.issue.length > 0 ? ` [${cite(model.issue).join('; ')}]` : ''}?`,
    actors: list('actors', each => ({
      id: `a${number(each)}`,
      name: actorName(number(each)),
      role: `Role ${number(each)}`,
      position: `Position ${number(each)}.`,
      side: `Side ${number(each) % 2}`,
      support: each.support,
      influence: each.influence,
    })),
    sources: list('sources', each => ({
      id: `s${model.sources.indexOf(each)}`,
      title: `Paper ${model.sources.indexOf(each)}`,
    })),
    key_facts: list('key_facts', (each, words) => ({ fact: `${words}.`, cite: cite(each.cite) })),
    timeline: list('timeline', (each, words) => ({
      date: `2025-01-${each.day}`,
      event: `${words}.`,
      cite: cite(each.cite),
    })),
    quotes: list('quotes', (each, words) => ({
      text: words,
      speaker: (each.speaker as number[]).map(one => `a${one}`),
      source: (each.source as number[]).map(one => `s${one}`),
      reported_by: named(each.reported_by),
    })),
    stakes: list('stakes', (each, words) => ({
      stake: words,
      who: (each.who as number[]).map(one => `a${one}`),
      impact: each.impact,
      likelihood: 3,
    })),
    consultation: list('consultation', (each, words) => ({
      who: typeof each.who === 'number' ? (each.isId ? `a${each.who}` : actorName(each.who)) : 'The board',
      view: words,
    })),
    next_steps: list('next_steps', (each, words) => ({
      action: words,
      owner: named(each.owner),
      cite: cite(each.cite),
    })),
    qa: list('qa', (each, words) => ({ question: `${words}?`, answer: 'Yes.', cite: cite(each.cite) })),
    sections: content('sections'),
    boxes: content('boxes'),
    annexes: content('annexes'),
  })
}

/** Gives every item words of its own, which it keeps when others go. */
function worded(model: Model): Model {
  const lists = LISTS.map(field => [
    field,
    model[field].map((each, index) => ({ ...each, words: `${field} ${index}` })),
  ])
  return { ...model, ...Object.fromEntries(lists) }
}

const AUDIENCES = NAMES.map(name => {
  const findings = new Findings()
  const template = readFileSync(new URL(`../../templates/${name}.hbs`, import.meta.url), 'utf8')
  const audience = parseAudience(
    new SourceFile(`templates/${name}.hbs`, template),
    name,
    findings.report,
    TLP,
  )
  if (!audience) throw new Error(findings.all.map(({ message }) => message).join('\n'))
  return audience
})

function inputsOf(model: Model, name: string, regime: Regime): EditionInputs {
  const { markings, labels, clearances } = regime
  const findings = new Findings()
  const file = new SourceFile('briefs/matter.yaml', yamlOf(model, regime))
  const brief = loadBrief(file, { audiences: NAMES, markings }, findings.report)
  const audience = AUDIENCES.find(each => each.name === name)
  if (!brief || !audience) throw new Error(findings.all.map(({ message }) => message).join('\n'))
  const highest = labels.filter(({ scheme, level }) => clearances[name]?.[scheme] === level)
  const clearance = highest.flatMap(({ text }) => markings.find(text) ?? [])
  assert.is(clearance.length, Object.keys(clearances[name] ?? {}).length)
  return { brief, evidence: NO_EVIDENCE, audience: { ...audience, clearance }, library: LIBRARY }
}

function documentOf(model: Model, audience: string, regime: Regime) {
  const variant = makeVariant(inputsOf(model, audience, regime))
  if (!isVariantMade(variant)) throw new Error(variant.findings.all.map(({ message }) => message).join('\n'))
  return variant
}

/** The bytes of an edition in all formats that are made of text, the PDF first. */
async function filesOf(model: Model, name: string, regime: Regime): Promise<(Uint8Array | undefined)[]> {
  const inputs = inputsOf(model, name, regime)
  const { report } = new Findings()
  const { page, type, theme, template } = inputs.audience
  const style = styleOf({
    name: theme,
    page: { width: 595.28, height: 841.89, margins: page.margins },
    typeSize: type.size,
  })
  const limitPlace = { file: template, range: { start: 0, end: 0 } }
  const images = { read: () => undefined }
  const options = { style, assets: images, limitPlace }
  const laidOut = fit(inputs, documentOf(model, name, regime), options, report).fitted?.laidOut
  if (!laidOut) return [undefined]
  const content = { document: laidOut.document, style, images }
  const files = [await laidOut.print(report)]
  for (const format of ['html', 'docx', 'md', 'txt'] as const)
    files.push(await printTwin(format, content, { embedFonts: true }, report))
  return files
}

const cases = (regime: fc.Arbitrary<Regime>) => fc.tuple(model.map(worded), fc.constantFrom(...NAMES), regime)
const outlineOf = (model: Model, audience: string, regime: Regime) =>
  outlineDocument(documentOf(model, audience, regime).document)

for (const [what, regime, numRuns] of [
  ['TLP', fc.constant(TLP_REGIME), 120],
  ['schemes of any kind', ownRegime, 120],
] as const)
  test(`by ${what}, an edition is that of the brief without what its audience may not see`, () => {
    fc.assert(
      fc.property(cases(regime), ([whole, audience, by]) => {
        assert.is(outlineOf(whole, audience, by), outlineOf(without(whole, audience, by), audience, by))
      }),
      { numRuns },
    )
  })

test('so are the bytes of its PDF and of its twins', async () => {
  await fc.assert(
    fc.asyncProperty(cases(fc.oneof(fc.constant(TLP_REGIME), ownRegime)), async ([whole, audience, by]) => {
      const [files, expected] = [
        await filesOf(whole, audience, by),
        await filesOf(without(whole, audience, by), audience, by),
      ]
      files.forEach((file, index) => {
        const other = expected[index]
        assert.ok(file && other)
        assert.ok(Buffer.from(file).equals(other), `${audience}, file ${index}`)
      })
    }),
    { numRuns: 12 },
  )
})

test('what an audience may not see is in the edition of one that may', () => {
  const empty = Object.fromEntries(LISTS.map(field => [field, []])) as unknown as Model
  const whole: Model = { ...empty, issue: [], key_facts: [{ words: 'a secret', mark: 2 }] }
  assert.not.match(outlineOf(whole, 'public', TLP_REGIME), 'a secret')
  assert.match(outlineOf(whole, 'press', TLP_REGIME), 'a secret')
})

test.run()
