import { test } from 'uvu'
import * as assert from 'uvu/assert'
import { present } from '../../../src/diagnostics/index.js'
import { diagramStrings } from '../../../src/markup/blocks/diagrams.js'
import { localeWithFallback } from '../../../src/markup/locale/locale.js'
import { locales } from '../../support/edition.js'

test('diagrams have a word for each point of each scale, from the lowest to the highest', () => {
  for (const lang of locales.keys()) {
    const locale = present(localeWithFallback(lang, locales), lang)
    const { scales } = diagramStrings(locale)
    const wordsOf = (name: string, points: readonly number[]) =>
      points.map(point => locale.scalePoint(name, point))
    assert.equal(scales.support, wordsOf('support', [-2, -1, 0, 1, 2]))
    for (const name of ['likelihood', 'impact', 'influence'] as const)
      assert.equal(scales[name], wordsOf(name, [1, 2, 3, 4, 5]))
  }
})

test.run()
