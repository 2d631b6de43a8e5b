import { test } from 'uvu'
import * as assert from 'uvu/assert'
import { sampleEditions } from './support/sample-editions.js'

test('the sample submissions have their two pages without smaller type or spacing below 85 %', async () => {
  const { editions } = await sampleEditions({})
  const submissions = editions.filter(({ request }) => request.audience.name === 'submission')
  assert.is(submissions.length, 2)
  for (const { brief, fit } of submissions) {
    const { fitted } = await fit()
    assert.ok(fitted.scale.spacing >= 0.85, `${brief}: ${fitted.scale.spacing}`)
    assert.is(fitted.scale.typeSize, 1, brief)
  }
})

test.run()
