import fc from 'fast-check'
import { test } from 'uvu'
import * as assert from 'uvu/assert'
import { unreadMarks } from '../../../../src/brief/rules/prose/inline-marks.js'

const PARTS = [
  'word',
  'Two words',
  '*',
  '**',
  '***',
  '_',
  '__',
  ' ',
  '. ',
  'a_b@ex.org',
  'www.ex.org/a_b*',
  '(',
]

test('emphasis is judged the same where no other mark has the text looked at for all of them', () => {
  const texts = fc.array(fc.constantFrom(...PARTS), { maxLength: 14 }).map(parts => parts.join(''))
  // A tilde by itself is no mark.
  const alone = (text: string) => unreadMarks(`${text} .`)
  const amongOthers = (text: string) => unreadMarks(`${text} ~`)
  fc.assert(fc.property(texts, text => assert.equal(alone(text), amongOthers(text))))
})

test('a text without marks has none that is unread', () => {
  assert.equal(unreadMarks('The pier – closed since 2024 – is “safe”. See www.example.org (or a@b.org).'), [])
})

test.run()
