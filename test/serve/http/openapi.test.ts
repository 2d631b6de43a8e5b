import { readFileSync } from 'node:fs'
import { Validator } from '@seriousme/openapi-schema-validator'
import { test } from 'uvu'
import * as assert from 'uvu/assert'
import { openTestService } from './support.js'

const DOCUMENT = JSON.parse(readFileSync(new URL('../../../docs/openapi.json', import.meta.url), 'utf8'))

test('the description of the service is valid by the schema of OpenAPI 3.1, and would not be with a fault in it', async () => {
  const validated = await new Validator().validate(structuredClone(DOCUMENT))
  assert.equal([validated.valid, validated.errors], [true, undefined])
  const faulty = structuredClone(DOCUMENT)
  faulty.paths['/v1/render'].post.responses['200'].description = 7
  assert.is((await new Validator().validate(faulty)).valid, false)
})

test('the service has the description that is published', async () => {
  const service = await openTestService({ threads: 0 })
  assert.equal(await (await service.ask('/openapi.json')).json(), DOCUMENT)
  await service.close()
})

test('every name in it leads to a schema, and every field of a request is described', () => {
  const names = [...JSON.stringify(DOCUMENT).matchAll(/"\$ref":"#\/components\/schemas\/(\w+)"/g)]
  assert.ok(names.length > 5)
  for (const [, name = ''] of names) assert.ok(DOCUMENT.components.schemas[name], name)
  const { properties, required, additionalProperties } =
    DOCUMENT.paths['/v1/render'].post.requestBody.content['application/json'].schema
  assert.equal([required, additionalProperties], [['brief', 'audience'], false])
  for (const [name, field] of Object.entries(properties as Record<string, { description?: string }>))
    assert.ok(field.description, name)
})

test.run()
