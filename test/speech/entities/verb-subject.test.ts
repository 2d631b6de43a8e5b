import { test } from 'uvu'
import * as assert from 'uvu/assert'
import {
  isVerbSubject,
  MAX_APPOSITION_WORDS,
  MAX_APPOSITIONS,
} from '../../../src/speech/entities/verb-subject.js'
import { firstMention } from '../tagged.js'

const isSubject = (rest: string) => isVerbSubject(firstMention(`then/ADV Varga/PROPN ${rest}`))

test('a name is the subject of the verb after it, over adverbs and brackets', () => {
  assert.ok(isSubject('left/VERB'))
  assert.ok(isSubject('often/ADV left/VERB'))
  assert.ok(isSubject('( the baker ) left/VERB'))
  assert.not(isSubject('leaving/VERB town'))
  assert.not(isSubject('town'))
})

test('a few appositions may be between a subject and its verb', () => {
  const appositions = (count: number) => `, ${'baker , '.repeat(count)}`.trim()
  assert.ok(isSubject(`${appositions(MAX_APPOSITIONS)} left/VERB`))
  assert.not(isSubject(`${appositions(MAX_APPOSITIONS + 1)} and/CCONJ baker , left/VERB`))
})

test('an apposition is of limited length', () => {
  const apposition = (words: number) => `, ${'baker '.repeat(words)}, left/VERB`
  assert.ok(isSubject(apposition(MAX_APPOSITION_WORDS - 1)))
  assert.not(isSubject(apposition(MAX_APPOSITION_WORDS)))
})

test.run()
