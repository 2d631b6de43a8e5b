import { test } from 'uvu'
import * as assert from 'uvu/assert'
import { utterancesIn } from './support.js'

test('Spanish, French and German are read by their marks, verbs and names', async () => {
  const texts: [string, string, string][] = [
    [
      'es',
      '«El puerto no se vende a nadie», dijo la alcaldesa Ana Robles en la plaza.',
      'Ana Robles (guillemets)',
    ],
    ['es', 'Ana Robles declaró: “El puerto no se vende a nadie”.', 'Ana Robles (double)'],
    [
      'fr',
      '« Le port ne sera pas vendu », a déclaré la ministre Anne Moreau à la presse.',
      'Anne Moreau (guillemets)',
    ],
    [
      'fr',
      'Selon Anne Moreau, c’est dit. « Le port ne sera pas vendu », explique Moreau.',
      'Anne Moreau (guillemets)',
    ],
    ['de', '„Wir verkaufen den Hafen nicht“, sagte Anna Moser am Montag.', 'Anna Moser (double)'],
    ['de', '»Wir verkaufen den Hafen nicht«, sagte Anna Moser am Montag.', 'Anna Moser (guillemets)'],
  ]
  for (const [lang, text, speaker] of texts) {
    const found = await utterancesIn(text, { lang })
    assert.is(found.length, 1, text)
    assert.ok(found[0]?.startsWith(speaker), `${found[0]}`)
  }
})

test('their frames disown as the English ones do', async () => {
  const texts: [string, string][] = [
    ['es', 'Ana Robles nunca dijo que «el puerto se vende al banco».'],
    ['fr', 'Anne Moreau n’a jamais dit « nous vendons le port demain ».'],
    ['de', 'Anna Moser hat nie gesagt: „Wir verkaufen den Hafen morgen.“'],
  ]
  for (const [lang, text] of texts) {
    assert.match((await utterancesIn(text, { lang })).join(), /disowned/, text)
    const plain = text.replace(/nunca dijo|n’a jamais dit|hat nie gesagt/, 'x')
    assert.not.match((await utterancesIn(plain, { lang })).join(), /disowned/, plain)
  }
})

test('labels of turns are those of the language, which is told from the text if nobody gives it', async () => {
  const text =
    'Pregunta: ¿Por qué no sale el barco de la isla?\n\nAna Robles: El barco no sale porque no hay dinero para ello.'
  assert.equal(await utterancesIn(text), [
    '? (turn): ¿Por qué no sale el barco de la isla?',
    'Ana Robles (turn): El barco no sale porque no hay dinero para ello.',
  ])
})

test.run()
