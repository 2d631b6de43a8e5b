import { test } from 'uvu'
import * as assert from 'uvu/assert'
import { diagramStrings } from '../../../src/markup/blocks/diagrams.js'
import { locales } from '../../support/edition.js'

test('diagrams have a word for each point of each scale, from the lowest to the highest', () => {
  for (const locale of locales.values()) {
    const { scales } = diagramStrings(locale)
    const wordsOf = (name: string, points: readonly number[]) =>
      points.map(point => locale.scalePoint(name, point))
    assert.equal(scales.support, wordsOf('support', [-2, -1, 0, 1, 2]))
    for (const name of ['likelihood', 'impact', 'influence'] as const)
      assert.equal(scales[name], wordsOf(name, [1, 2, 3, 4, 5]))
  }
})

test.run()
