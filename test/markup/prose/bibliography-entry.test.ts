import { test } from 'uvu'
import * as assert from 'uvu/assert'
import { renderHtml } from '../../../src/markup/index.js'
import { editionOf, libraryOf } from '../../support/edition.js'

const ARTICLE = { title: 'Two bids', container_title: 'The Courier', issued: '2025-03-04' }
const line = (source: object, lang: string) =>
  renderHtml(editionOf({ template: '{{source-line source}}', data: { source }, lang }), libraryOf(), () => {})

test('a comma after a quoted title stands within its marks in American English, and after them in all others', () => {
  assert.is(line(ARTICLE, 'en-US'), '“Two bids,” <em>The Courier</em>, March 4, 2025.')
  assert.is(line(ARTICLE, 'en'), '“Two bids”, <em>The Courier</em>, 4 March 2025.')
  assert.is(line(ARTICLE, 'es'), '«Two bids», <em>The Courier</em>, 4 de marzo de 2025.')
  assert.is(line({ title: 'Two bids', issued: '2025' }, 'en-US'), '<em>Two bids</em>, 2025.')
})

test('volume and issue stand behind the journal, pages and number before the date, and a DOI as its address once', () => {
  const journal = { title: 'Tides', container_title: 'Sea Studies', volume: '3', issue: '2', page: '1-10' }
  assert.is(
    line({ ...journal, issued: '2020', doi: '10.1234/tide' }, 'en'),
    '“Tides”, <em>Sea Studies</em> 3 (2), 1–10, 2020, <a href="https://doi.org/10.1234/tide">doi.org/10.1234/tide</a>.',
  )
  assert.is(
    line(
      { title: 'Ports', number: 'B 7', volume: '2', doi: '10.1234/a', url: 'https://doi.org/10.1234/A' },
      'de',
    ),
    '<em>Ports</em>, 2, B 7, <a href="https://doi.org/10.1234/A">doi.org/10.1234/A</a>.',
  )
})

test.run()
