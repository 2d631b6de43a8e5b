import { test } from 'uvu'
import * as assert from 'uvu/assert'
import { framePatterns, SPEECH_LANGUAGES } from '../../../src/speech/lexicon/languages.js'
import { hasNecessaryWords, necessaryWords } from '../../../src/speech/lexicon/necessary-words.js'

test('the words of which a matching text has one, list by list', () => {
  for (const [pattern, words] of [
    [/\bmisquot(?:ed?|es|ing)\b/i, ['misquot']],
    [/\b(?:never|not once)\s+(?:said|wrote)/i, ['never|not once', 'said|wrote']],
    [/\b(?:never|\p{L}+)\s+(?:said|wrote)/iu, ['said|wrote']],
    [/^[,;\s-]*(?:a |an )?(?:hoax|fake)\b/i, ['hoax|fake']],
    [/\bfaked?\s+Letters?/, ['fake', 'letter']],
    [/(?:ever )?said(?: so)*/i, ['said']],
    [/(?:word){2,3}/, ['word']],
    [/(?:word){0,3}end/, ['end']],
    [/words+/, ['word']],
    [/[([]+gossip/, ['gossip']],
    [/gossip(?!\s+(?:column|page))/, ['gossip']],
    [/(?<!\bnever )written/, ['written']],
    [/(?<=\bnever )\p{L}+/u, ['never ']],
    [/a\.bcd\/efg/, ['bcd', 'efg']],
    [/¿?dónde|cuándo/, ['dónde|cuándo']],
    [/rumou?rs?/, ['rumo']],
  ] as const) {
    assert.equal(
      necessaryWords(pattern).map(list => list.join('|')),
      words,
      String(pattern),
    )
  }
})

test('none where any text may match, or only a letter is certain', () => {
  for (const pattern of [
    /(?:said|\p{L}+)/u,
    /(?:word)?/,
    /(?:word)*x/,
    /it|s/,
    /[said]+/,
    /\bs\w/,
    /\u0061b/,
    /^$/,
  ])
    assert.equal(necessaryWords(pattern), [], String(pattern))
})

test('frames are not tried on texts that lack their words', () => {
  for (const language of SPEECH_LANGUAGES)
    for (const { necessary } of Object.values(framePatterns(language)).flat())
      assert.is(hasNecessaryWords('zzz', necessary), necessary.length === 0)
})

test.run()
