import { test } from 'uvu'
import * as assert from 'uvu/assert'
import { paragraphsOf, readSpeech } from '../../../src/speech/index.js'

/** Who speaks each utterance of a text, those who speak together joined by a plus sign. */
async function speakers(text: string): Promise<string[]> {
  const { utterances } = await readSpeech(text, paragraphsOf(text))
  return utterances.map(utterance => utterance.speakers.map(({ name }) => name).join(' + '))
}

const CASES: readonly (readonly [text: string, ...speakers: string[]])[] = [
  ['Ann Moe and Bo Lund said that the pier “will not see another winter.”', 'Ann Moe + Bo Lund'],
  ['“The pier will not see another winter,” said Ann Moe and Bo Lund.', 'Ann Moe + Bo Lund'],
  ['Pilot Ann Moe and her brother, Bo Lund, said that they “saw no pier at all.”', 'Ann Moe + Bo Lund'],
  [
    'Ann Moe, Bo Lund and Eva Dahl left. “We have seen enough of it,” they said.',
    'Ann Moe + Bo Lund + Eva Dahl',
  ],
  ['“The pier will not see another winter,” said Ann Moe, and Bo Lund agreed.', 'Ann Moe'],
  ['The mayor told Ann Moe, and Bo Lund said that “nobody told the dockers.”', 'Bo Lund'],
  ['Ann Moe and Bo Lund’s lawyer, Eva Dahl, said that “nobody told the dockers.”', 'Eva Dahl'],
]

for (const [text, ...expected] of CASES)
  test(text, async () => {
    assert.equal(await speakers(text), expected)
  })

test.run()
