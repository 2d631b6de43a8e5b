import { test } from 'uvu'
import * as assert from 'uvu/assert'
import { paragraphsOf, readSpeech } from '../../../src/speech/index.js'
import { utterancesIn } from './support.js'

test('paragraphs after a verb of speech and a colon are the speaker’s, until the reporter speaks again', async () => {
  const text = `The Port Office has opened two ferry lines to the islands.

Speaking in Oslo, Minister Ida Solheim said:

Our islands have waited far too long for this ferry.

I am proud that we pay for it.

The mayor, Tor Varga, said that the line comes too late.`
  assert.equal(await utterancesIn(text), [
    'Ida Solheim (block): Our islands have waited far too long for this ferry. | I am proud that we pay for it.',
  ])
})

test('a colon after no verb of speech introduces nobody’s words', async () => {
  assert.equal(
    await utterancesIn('The council has set three dates for the ferry:\n\nThe first boat leaves in May.'),
    [],
  )
})

test('paragraphs that markup or > shows as quotations are utterances, signed below or introduced above', async () => {
  const quoted =
    'Minister Ida Solheim wrote:\n\n> The ferry will sail in May.\n\nThe council agreed to the plan.'
  assert.equal(await utterancesIn(quoted), ['Ida Solheim (block): The ferry will sail in May.'])
  const marked = 'The ferry divides the town.\n\nThe boats are ours.\n\n— Ida Solheim, minister'
  assert.equal(await utterancesIn(marked, { blockQuotations: new Set([1, 2]) }), [
    'Ida Solheim (block): The boats are ours.',
  ])
})

test('labels of every usual form begin a turn, and whoever asks is nobody', async () => {
  const forms: [string, string][] = [
    ['Q: Will it sail?\n\nIDA SOLHEIM: It will sail in May.', 'Ida Solheim (turn): It will sail in May.'],
    ['Question: Will it sail?\n\nHon. Ida Solheim: It will sail.', 'Ida Solheim (turn): It will sail.'],
    ['Question: When?\n\nIda Solheim, minister: It will sail.', 'Ida Solheim (turn): It will sail.'],
    ['**Q:** When?\n\n**Ida Solheim:** It will sail.', 'Ida Solheim (turn): It will sail.'],
    ['[Interviewer] When?\n\n[Ida Solheim] It will sail.', 'Ida Solheim (turn): It will sail.'],
    ['Q: When?\nIda Solheim: It will sail.', 'Ida Solheim (turn): It will sail.'],
  ]
  for (const [text, answer] of forms) {
    const found = await utterancesIn(text)
    assert.is(found.length, 2, text)
    assert.match(found[0] ?? '', /^\? \(turn\): /)
    assert.is(found[1], answer, text)
  }
})

test('a topic, a headline and a place before a colon are no labels', async () => {
  for (const text of [
    'OIL: Prices rose again on Monday.\n\nGAS: Prices fell.\n\nThe price of oil and gas worries the port.',
    'Solheim: no ferry this year\n\nThe minister has told the islands that no ferry will sail before the summer of next year.',
    'Note: The ferry does not sail on Sundays.',
    'Cost: Two million.\n\nDate: Sunday.',
  ])
    assert.equal(await utterancesIn(text), [], text)
})

test('single marks are told from apostrophes', async () => {
  const straight =
    "'It's the dockers' ferry, and we won't wait,' Ida Solheim said. The dockers' union agreed."
  assert.equal(await utterancesIn(straight), [
    "Ida Solheim (single): It's the dockers' ferry, and we won't wait,",
  ])
  const curly = '‘It’s the dockers’ ferry, and we won’t wait,’ Ida Solheim said.'
  assert.equal(await utterancesIn(curly), [
    'Ida Solheim (single): It’s the dockers’ ferry, and we won’t wait,',
  ])
  assert.equal(
    await utterancesIn("The dockers' union and the sailors' union don't talk in the '90s way."),
    [],
  )
  const doubled = "''We have waited ten years for this,'' Ida Solheim said."
  assert.match((await utterancesIn(doubled))[0] ?? '', /\(double\): We have waited ten years for this,$/)
})

test('guillemets are read in both directions', async () => {
  for (const [open, close] of ['«»', '»«', '‹›'])
    assert.equal(await utterancesIn(`${open}We have waited ten years,${close} Ida Solheim said.`), [
      'Ida Solheim (guillemets): We have waited ten years,',
    ])
})

test('a quotation in a quotation has the speaker that the words around it give', async () => {
  assert.equal(
    await utterancesIn(
      '“My opponent said, ‘I will sink the ferry at once,’ and we laughed,” Ida Solheim said.',
    ),
    [
      'Ida Solheim (double): My opponent said, ‘I will sink the ferry at once,’ and we laughed,',
      'My opponent (single, in 0): I will sink the ferry at once,',
    ],
  )
  const own = await utterancesIn(
    '“I said, ‘We will never sink the ferry,’ and I meant it,” Ida Solheim said.',
  )
  assert.is(own[1], 'Ida Solheim (single, in 0): We will never sink the ferry,')
})

test('a text in its author’s own voice is one utterance, in which labels and quotations still bind', async () => {
  const text =
    'I have been asked why the ferry is late.\n\nThe minister said, “We have no money for it,” and left.'
  const own = await utterancesIn(text, { voice: 'own' })
  assert.is(own.length, 2)
  assert.match(own[0] ?? '', /^\? \(own\): I have been asked/)
  assert.match(own[1] ?? '', /^.+ \(double, in 0\): We have no money for it,$/)
  const turns = await utterancesIn('MARSH: It is late.\n\nSOLHEIM: It is not.', { voice: 'own' })
  assert.equal(turns, ['Marsh (turn): It is late.', 'Solheim (turn): It is not.'])
})

test('headings are nobody’s speech', async () => {
  const text = `Ferry wins as council says “we have waited ten years”

The council has voted for the ferry plan after a debate of two days in the old town hall.`
  assert.equal(await utterancesIn(text), [])
})

test('an answer without a name is the only person’s whom the text names', async () => {
  const text = 'The minister Ida Solheim met us in Oslo.\n\nQ: Will it sail?\n\nA: It will sail in May.'
  const { utterances } = await readSpeech(text, paragraphsOf(text))
  assert.is(utterances[1]?.speakers[0]?.name, 'Ida Solheim')
  assert.is(utterances[1]?.attribution, 'inferred')
})

test.run()
