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

test.run()
