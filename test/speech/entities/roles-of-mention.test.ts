import { test } from 'uvu'
import * as assert from 'uvu/assert'
import { MAX_ROLE_WORDS, rolesOfMention } from '../../../src/speech/entities/roles-of-mention.js'
import { firstMention } from '../tagged.js'

const roles = (text: string) => rolesOfMention(firstMention(text), () => undefined).map(role => role.text)

test('a role in apposition is of limited length; a longer one is cut before its last complement', () => {
  const apposition = (words: number) =>
    `then/ADV Varga/PROPN , head/NOUN ${'of/ADP '.padEnd(7)}${'x '.repeat(words - 4)}in/ADP town ,`.replace(
      / +/g,
      ' ',
    )
  const [whole = ''] = roles(apposition(MAX_ROLE_WORDS - 1))
  assert.match(whole, /^head of x.* in town$/)
  const [cut = ''] = roles(apposition(MAX_ROLE_WORDS))
  assert.match(cut, /^head of x[ x]*$/)
})

test.run()
