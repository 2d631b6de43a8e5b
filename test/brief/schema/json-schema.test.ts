import { readFileSync } from 'node:fs'
import { test } from 'uvu'
import * as assert from 'uvu/assert'
import { briefJsonSchema } from '../../../src/brief/schema/json-schema.js'
import { load } from '../helpers.js'

interface JsonSchema {
  readonly type?: string | readonly string[]
  readonly description?: string
  readonly properties?: Readonly<Record<string, JsonSchema>>
  readonly additionalProperties?: boolean | JsonSchema
  readonly required?: readonly string[]
  readonly items?: JsonSchema
  readonly anyOf?: readonly JsonSchema[]
  readonly $defs?: Readonly<Record<string, JsonSchema>>
}

const schema = briefJsonSchema() as JsonSchema

function* objectsOf(node: JsonSchema): Generator<JsonSchema> {
  if (node.properties) yield node
  for (const child of [
    ...Object.values(node.properties ?? {}),
    ...(node.anyOf ?? []),
    ...(node.items ? [node.items] : []),
  ])
    yield* objectsOf(child)
}

test('the committed file is what the code writes', () => {
  const committed = readFileSync(new URL('../../../briefs/brief.schema.json', import.meta.url), 'utf8')
  assert.is(committed, `${JSON.stringify(schema, null, 2)}\n`, 'run `npm run generate`')
})

test('every field is described, as a sentence', () => {
  let fields = 0
  for (const { properties = {} } of objectsOf(schema)) {
    for (const [name, { description }] of Object.entries(properties)) {
      fields += 1
      assert.match(description ?? '', /^[A-Z`].*\.$/, name)
    }
  }
  assert.ok(fields > 100, `only ${fields} fields`)
})

test('no mapping takes unknown keys', () => {
  for (const object of objectsOf(schema)) assert.is(object.additionalProperties, false)
})

test('wordings ask for a default, and editors see no marks of our own', () => {
  assert.equal(schema.$defs?.wordings?.required, ['default'])
  assert.not.match(JSON.stringify(schema), /"(prose|edtf|refers_to|one_or_more|citation)":/)
})

test('editors and the loader know the same fields and ask for the same', () => {
  for (const name of Object.keys(schema.properties ?? {}))
    assert.not.ok(
      load(`${name}:\n`).found.some(found => found.endsWith('unknown-key')),
      name,
    )
  const missing = load('lang: en\n').findings.map(finding => /lacks `(.*)`/.exec(finding.message)?.[1])
  assert.equal(missing, [...(schema.required ?? [])])
})

test.run()
