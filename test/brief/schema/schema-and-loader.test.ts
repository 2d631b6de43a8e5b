import { readdirSync, readFileSync } from 'node:fs'
import fc from 'fast-check'
import { test } from 'uvu'
import * as assert from 'uvu/assert'
import { parse, stringify } from 'yaml'
import { parseDate, type ValueShape } from '../../../src/brief/index.js'
import { isInvisible } from '../../../src/brief/notation/invisible.js'
import { briefJsonSchema, VISIBLE_PATTERN } from '../../../src/brief/schema/json-schema.js'
import { shapeOfBrief } from '../../../src/brief/schema/shape.js'
import { fitsSchema, type JsonSchema } from '../../support/json-schema.js'
import { load } from '../helpers.js'

const schema = briefJsonSchema() as JsonSchema

/** Errors of the loader that no schema can state: what a value means, and what another place of the brief holds. */
const BEYOND_A_SCHEMA: Readonly<Record<string, string>> = {
  'unknown-actor': 'a reference to another place',
  'unknown-source': 'a reference to another place',
  'unknown-reference': 'a reference to another place',
  'unsafe-link': 'what Markdown in a text means',
  'unknown-marking': 'the schemes in force are those of the workspace',
  'unknown-audience': 'the audiences are those of the workspace',
  'duplicate-id': 'two places',
  'invalid-citation': 'a notation that nests',
  'invalid-date': '29 February, and the order of two dates',
  'invalid-value': 'languages, addresses and markings that only look like one',
  'invalid-character': 'characters that Unicode lists',
  'table-invalid': 'rows or a file, and rows above a total',
  'table-column': 'two columns with a key, and the formats that there are',
  'table-row': 'as many cells as there are columns',
  'table-cell': 'what is a figure in a column of figures',
  'empty-text': 'the rarer invisible characters, and marks of Markdown around nothing',
}

/** What the YAML of a file does, which its data does not tell. */
const OF_YAML = /^yaml-|^file-/

/** Judges a brief by both, and says how they differ; returns whether the loader takes it. */
function compare(text: string, data: unknown): boolean {
  const { brief, findings } = load(text)
  const errors = [...new Set(findings.filter(({ severity }) => severity === 'error').map(({ code }) => code))]
  const fits = fitsSchema(data, schema)
  if (brief) assert.ok(fits, `check takes what the schema does not:\n${text}`)
  else if (fits)
    assert.equal(
      errors.filter(code => !Object.hasOwn(BEYOND_A_SCHEMA, code) && !OF_YAML.test(code)),
      [],
      `the schema takes what check does not:\n${text}\n${findings.map(({ message }) => message).join('\n')}`,
    )
  return brief !== undefined
}

for (const folder of ['../broken/', '../../../briefs/'])
  test(`the schema and the loader agree on the files of ${folder}`, () => {
    const place = new URL(folder, import.meta.url)
    const names = readdirSync(place).filter(name => name.endsWith('.yaml') && !name.endsWith('.lock.yaml'))
    assert.ok(names.length >= 3)
    for (const name of names) {
      // Which fields `custom` has is for templates to say.
      const text = readFileSync(new URL(name, place), 'utf8').replace(/^custom:\n(?: .*\n)+/m, '')
      const { findings } = load(text)
      // What YAML itself refuses has no data.
      if (findings.some(({ code }) => OF_YAML.test(code) && code !== 'yaml-comment')) continue
      compare(text, parse(text, { uniqueKeys: false, logLevel: 'error' }))
    }
  })

const scalar = fc.oneof(
  {
    weight: 6,
    arbitrary: fc.constantFrom('A tide', 'Quay 7', 'é', 'a', 'press', 'en', 'draft', '1', 'true'),
  },
  {
    weight: 2,
    arbitrary: fc.constantFrom<unknown>(2025, 1.5, 3, -2, 0, true, false, null, '', ' ', '\u200b'),
  },
)
const dates = fc.constantFrom<unknown>(
  '2025-01-20',
  '2025-02',
  2025,
  '2024/2025',
  '2025-01~',
  '../2025',
  '2025-13',
  '2025-02-30',
  '2025-02-29',
  '2026/2025',
  'May',
  true,
  12_345,
)
const addresses = fc.constantFrom<unknown>(
  'https://quay.example/a',
  'HTTPS://quay.example',
  'http:',
  'ftp://a.example',
  'quay.example',
  'https://é.example/a b',
  7,
)

/** Values for a shape: mostly right, but of every ten one is something else. */
function valueFor(shape: ValueShape, key: string): fc.Arbitrary<unknown> {
  const right = rightFor(shape, key)
  return fc.oneof({ weight: 40, arbitrary: right }, { weight: 1, arbitrary: wrong })
}

const wrong = fc.oneof(
  scalar,
  fc.constantFrom<unknown>([], {}, ['A'], { default: 'A' }, { default: null, es: 'B' }, [null], { id: 'a' }),
)

function rightFor(shape: ValueShape, key: string): fc.Arbitrary<unknown> {
  switch (shape.kind) {
    case 'fields': {
      const required = [...shape.entries].filter(([, entry]) => entry.required)
      const optional = [...shape.entries].filter(([, entry]) => !entry.required)
      const fields = fc
        .tuple(
          fc.record(Object.fromEntries(required.map(([name, entry]) => [name, valueFor(entry.shape, name)]))),
          fc
            .subarray(optional, { maxLength: Math.min(4, optional.length) })
            .chain(some =>
              fc.record(
                Object.fromEntries(
                  some.map(([name, entry]) => [
                    name,
                    fc.oneof({ weight: 8, arbitrary: valueFor(entry.shape, name) }, fc.constant(null)),
                  ]),
                ),
              ),
            ),
        )
        .map(([one, other]) => ({ ...one, ...other }))
      return shape.short ? fc.oneof(fields, rightFor(shape.short.shape, key)) : fields
    }
    case 'list': {
      const items = fc.array(valueFor(shape.of, key), { maxLength: 3 })
      return shape.single ? fc.oneof(items, rightFor(shape.of, key)) : items
    }
    case 'prose':
      return fc.oneof(text, fc.record({ default: text, es: fc.option(text) }))
    case 'flag':
      return fc.boolean()
    case 'number':
      return fc.integer({ min: Math.max(shape.low, -3), max: Math.min(shape.high, 6) })
    case 'text':
      return textFor(shape, key)
  }
}

const text = fc.constantFrom<unknown>('A tide', 'Quay 7 [@s]', 'é', 'no', true, 7, 1.5)

function textFor(
  { role, choices }: Extract<ValueShape, { kind: 'text' }>,
  key: string,
): fc.Arbitrary<unknown> {
  if (choices) return fc.constantFrom<unknown>(...choices)
  if (key === 'url') return addresses
  if (key === 'classification') return fc.constantFrom('TLP:RED', 'TLP:GREEN', 'SECRET')
  if (role === 'date') return dates
  if (role === 'language') return fc.constantFrom('en', 'pt-BR', 'fil', 'english please')
  if (role === 'audiences') return fc.constantFrom('press', 'public')
  if (role === 'actors' || role === 'sources' || role === 'id' || role === 'citation')
    return fc.constantFrom<unknown>('s', 's', 7, 'a b', true)
  return text
}

/** Every reference finds an actor and a source of that name. */
const briefs = rightFor(shapeOfBrief(), 'brief').map(data => ({
  ...(data as Record<string, unknown>),
  actors: ['s', '7', 'true'].map(id => ({ id, name: 'S' })),
  sources: ['s', '7', 'true'].map(id => ({ id, title: 'S' })),
}))

test('what the loader takes the schema takes, and what only the loader refuses no schema could', () => {
  let valid = 0
  fc.assert(
    fc.property(briefs, data => {
      const written = stringify(data)
      if (compare(written, parse(written))) valid += 1
    }),
    { seed: 20250301, numRuns: 1000 },
  )
  assert.ok(valid > 100, `only ${valid} briefs are valid`)
})

const itself = 'title: A\nas_of: 2025\n'

for (const [name, yaml, fits] of [
  ['an empty field', `${itself}subtitle:\nsources: ~\n`, true],
  ['a required field that is empty', 'title:\nas_of: 2025\n', false],
  ['true as a text', `${itself}version: true\nkey_facts: [{fact: no}, true]\n`, true],
  ['an address in capitals', `${itself}sources: [{id: s, title: S, url: "HTTPS://a.example"}]\n`, true],
  ['another scheme', `${itself}sources: [{id: s, title: S, url: "file:///a"}]\n`, false],
  ['a month that there is not', `${itself}embargo_until: 2025-13\n`, false],
  ['a day that there is not', `${itself}embargo_until: 2025-04-31\n`, false],
  ['30 February', `${itself}embargo_until: 2025-02-30\n`, false],
  ['a date in words', `${itself}embargo_until: soon\n`, false],
  ['a text of blanks', `${itself}issue: "  "\n`, false],
  ['a wording that is empty', `${itself}issue: {default: A, es: }\n`, true],
  ['wordings without a default', `${itself}issue: {es: A}\n`, false],
  ['an item that is empty', `${itself}watch: [~]\n`, false],
  ['a key of a reference manager', `${itself}sources: [{id: doe+roe/2, title: S}]\n`, true],
] as const)
  test(`${name}: the schema ${fits ? 'takes' : 'refuses'} it, as the loader does`, () => {
    assert.is(fitsSchema(parse(yaml), schema), fits)
    assert.is(load(yaml).brief !== undefined, fits)
  })

test('a text that the schema takes for empty is empty', () => {
  const visible = new RegExp(VISIBLE_PATTERN, 'u')
  for (let code = 0; code < 0x10000; code += 1) {
    const character = String.fromCharCode(code)
    if (!visible.test(character)) assert.ok(isInvisible(character), code.toString(16))
  }
})

test('every date that is read fits the pattern', () => {
  const part = fc.constantFrom(
    '2025',
    '-2025',
    '202X',
    '20XX',
    '-',
    '01',
    '12',
    '13',
    '21',
    'XX',
    '31',
    '29',
    'T10:00',
    'T24:00:00',
    ':30',
    'Z',
    '+01:00',
    '?',
    '~',
    '%',
    '/',
    '..',
    'Y17000',
  )
  const { pattern } = (schema.properties as Record<string, { pattern: string }>).as_of ?? { pattern: '^$' }
  const fits = new RegExp(pattern, 'u')
  fc.assert(
    fc.property(fc.array(part, { minLength: 1, maxLength: 7 }), parts => {
      const date = parts.join('')
      if (!fits.test(date)) assert.is(parseDate(date), undefined, date)
    }),
    { seed: 20250301, numRuns: 600 },
  )
})

test('editors offer labels and audiences', () => {
  for (const offered of ['"examples":["decision","one-page"', '"examples":["TLP:CLEAR"'])
    assert.ok(JSON.stringify(schema).includes(offered), offered)
})

test.run()
