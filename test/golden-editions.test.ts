import { test } from 'uvu'
import * as assert from 'uvu/assert'
import { outlineDocument } from '../src/markup/index.js'
import { outlinePages, outlineTags, readStructure } from '../src/typeset/index.js'
import { assertBlockPlaces, outlinePlaces } from './support/block-places.js'
import { golden } from './support/golden.js'
import { sampleEditions } from './support/sample-editions.js'

const { editions, findings } = await sampleEditions()

for (const { brief, request, fit } of editions) {
  const { audience } = request
  test(`${brief} for ${audience.name} is what was looked at`, async () => {
    const { fitted } = await fit()
    assert.ok(fitted.laidOut.pages <= audience.limit, 'the page limit is kept')
    golden(`${brief}/${audience.name}.blocks.txt`, outlineDocument(fitted.variant.document))
    golden(`${brief}/${audience.name}.pages.txt`, outlinePages(fitted.laidOut.text))
    const data = fitted.laidOut.asData()
    assertBlockPlaces(fitted.variant.document, data)
    const name = `${brief}/${audience.name}.places.txt`
    if (name === 'cartel-designation/legislator.places.txt') golden(name, outlinePlaces(data))
    const pdf = await fitted.laidOut.print(findings.report)
    golden(`${brief}/${audience.name}.tags.txt`, outlineTags(readStructure(pdf ?? new Uint8Array())))
  })
}

test('the sample briefs have no findings but those that they are there to show', () => {
  const unexpected = findings.all.filter(({ code }) => code !== 'quote-abridged' && code !== 'text-absent')
  assert.equal(
    unexpected.map(({ code, message, place }) => `${place.file.path}: ${message} [${code}]`),
    [],
  )
})

test.run()
