import { test } from 'uvu'
import * as assert from 'uvu/assert'
import { listItems, mostImportant } from '../../src/figures/phrases.js'
import { wordsIn } from './sketch.js'

const items = (count: number) => Array.from({ length: count }, (_, index) => `i${index + 1}`)

test('twelve items are listed, of more the first twelve and the number of the others', () => {
  assert.is(listItems(items(12), wordsIn('en')), items(12).join('; '))
  assert.is(listItems(items(13), wordsIn('en')), `${items(12).join('; ')}; one more`)
})

test('of more than twelve items the most important twelve are chosen', () => {
  const ranked = (count: number) =>
    items(count).map((name, index) => ({
      name,
      priority: index === 0 ? ('could' as const) : ('must' as const),
    }))
  assert.is(mostImportant(ranked(12)).length, 12)
  assert.equal(
    mostImportant(ranked(13)).map(({ name }) => name),
    items(13).slice(1),
  )
})

test.run()
