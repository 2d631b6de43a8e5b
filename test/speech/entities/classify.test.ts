import { test } from 'uvu'
import * as assert from 'uvu/assert'
import { MAX_PERSON_WORDS, MIN_COORDINATED } from '../../../src/speech/entities/classify.js'
import { findEntities } from '../../../src/speech/entities/find-entities.js'
import { tagged } from '../tagged.js'

const typesIn = (text: string) => findEntities([tagged(text)]).all.map(({ name, type }) => `${name}: ${type}`)

test('coordinated names are of one type if there are enough of them', () => {
  const organisations = ['Harbour/PROPN Council/PROPN', 'Dock/PROPN Union/PROPN', 'La/PROPN Marea/PROPN']
  const list = (count: number) => `with ${organisations.slice(-count).join(' , ')} today`
  assert.equal(typesIn(list(MIN_COORDINATED)).at(-1), 'La Marea: organisation')
  assert.equal(typesIn(list(MIN_COORDINATED - 1)).at(-1), 'La Marea: unknown')
})

test('whoever speaks is a person, unless the name is too long for one', () => {
  const words = (count: number) => ['Zub', 'Zob', 'Zab', 'Zib'].slice(0, count).map(word => `${word}/PROPN`)
  assert.match(typesIn(`then/ADV ${words(MAX_PERSON_WORDS).join(' ')} said/VERB so`)[0] ?? '', /: person$/)
  assert.match(
    typesIn(`then/ADV ${words(MAX_PERSON_WORDS + 1).join(' ')} said/VERB so`)[0] ?? '',
    /: unknown$/,
  )
})

test('a name is a place if more than half of its mentions follow a preposition of place', () => {
  assert.equal(typesIn('in/ADP Zub/PROPN and at/ADP Zub/PROPN and then Zub/PROPN , where'), ['Zub: place'])
  assert.equal(typesIn('in/ADP Zub/PROPN and then Zub/PROPN , where'), ['Zub: unknown'])
})

test.run()
