import { test } from 'uvu'
import * as assert from 'uvu/assert'
import { SourceFile } from '../../../src/diagnostics/index.js'
import { prepareSourceText } from '../../../src/evidence/index.js'
import { passageInContext } from '../../../src/evidence/report/passage-in-context.js'

function contextOf(text: string, words: string) {
  const start = text.indexOf(words)
  const source = prepareSourceText(new SourceFile('a.txt', text))
  const { before, words: shown, after } = passageInContext(source, { start, end: start + words.length })
  assert.is(shown, words)
  return [before, after]
}

for (const [text, words, before, after] of [
  ['It rained. “We pay,” she said. Nobody asked.', 'We pay', '“', ',” she said.'],
  ['It rained. “We pay.” Nobody asked.', 'We pay.', '“', '”'],
  ['It rained. “Who pays?” she asked. Nobody knew.', 'Who pays?', '“', '” she asked.'],
  [
    'A head\n\nShe said that “all will pay” in May. Then she left.',
    'all will pay',
    'She said that “',
    '” in May.',
  ],
  ['We pay', 'We pay', '', ''],
  ['下雨了。她说：“我们付钱”。没人问。', '我们付钱', '她说：“', '”。'],
] as const)
  test(`the sentence of “${words}” stands around it`, () => {
    assert.equal(contextOf(text, words), [before, after])
  })

test('a sentence that goes on and on is shortened on both sides', () => {
  const [before = '', after = ''] = contextOf(
    `${'on and '.repeat(200)}here it is ${'and on '.repeat(200)}`,
    'here it is',
  )
  assert.ok(before.startsWith('… ') && before.length < 410, before)
  assert.ok(after.endsWith(' …') && after.length < 410, after)
})

test.run()
