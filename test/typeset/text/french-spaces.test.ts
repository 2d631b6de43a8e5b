import { test } from 'uvu'
import * as assert from 'uvu/assert'
import { withFrenchSpaces } from '../../../src/typeset/text/french-spaces.js'

const shown = (text: string, lang: string) => withFrenchSpaces(text, lang).replaceAll('\u00a0', '_')

test('in French no line ends before a mark that has a space before it, nor within guillemets', () => {
  assert.is(
    shown('Le coût : qui paie ? Nous ! Et « vous » ; fin', 'fr'),
    'Le coût_: qui paie_? Nous_! Et «_vous_»_; fin',
  )
  assert.is(shown('« Quoi ?! », dit-il  :', 'fr-CA'), '«_Quoi_?!_», dit-il_:')
})

test('what is no mark of punctuation, and other languages, are let be', () => {
  for (const text of ['à :00', 'a :b et ://c', 'oui;non: si', '«mot»'])
    assert.is(withFrenchSpaces(text, 'fr'), text)
  for (const lang of ['en', 'de', 'es', 'frr'])
    assert.is(withFrenchSpaces('a : b « c »', lang), 'a : b « c »')
})

test.run()
