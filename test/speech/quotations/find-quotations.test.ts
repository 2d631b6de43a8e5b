import { test } from 'uvu'
import * as assert from 'uvu/assert'
import { quotesOf, readAll } from '../../draft/helpers.js'

const check = (name: string, text: string, expected: readonly string[]) =>
  test(name, async () => {
    assert.equal(await quotesOf(text), expected)
  })

check(
  'straight and curly marks',
  '"We need a new pier," Ann Moe said. “We need it now, not then,” Bo Lund said.',
  ['Ann Moe: We need a new pier', 'Bo Lund: We need it now, not then'],
)

check(
  'what the reporter interrupts is one quotation',
  '“We need,” Ann Moe said, “a pier before the summer.”',
  ['Ann Moe: We need … a pier before the summer.'],
)

check(
  'a dash interrupts too',
  '“We need,” said Ann Moe — who leads the council — “a pier before the summer.”',
  ['Ann Moe: We need … a pier before the summer.'],
)

check('a full stop does not', '“We need a new pier,” Ann Moe said. “We need it before the summer.”', [
  'Ann Moe: We need a new pier',
  'Ann Moe: We need it before the summer.',
])

check(
  'another speaker in the same sentence is another quotation',
  '“We need a new pier,” Ann Moe said, and Bo Lund replied, “We have a perfectly good one.”',
  ['Ann Moe: We need a new pier', 'Bo Lund: We have a perfectly good one.'],
)

check(
  'nor is what has a tag of its own the end of what another said',
  '“We need a new pier,” Ann Moe said, “We have a perfectly good one,” Bo Lund said.',
  ['Ann Moe: We need a new pier', 'Bo Lund: We have a perfectly good one'],
)

check(
  'a quotation goes on where the next paragraph opens with a mark again',
  'Ann Moe said: “We need a new pier.\n\n“We need it before the summer.\n\n“And it must be wide.” She left.',
  ['Ann Moe: We need a new pier. We need it before the summer. And it must be wide.'],
)

check(
  'who speaks may be told only at its end',
  '“We need a new pier.\n\n“We need it before the summer,” Ann Moe said.',
  ['Ann Moe: We need a new pier. We need it before the summer'],
)

check(
  'a forgotten mark does not join two speakers',
  '“We need a new pier,” Ann Moe said. “We need it before the summer.\n\n“We have a good one already,” Bo Lund said.',
  [
    'Ann Moe: We need a new pier',
    'Ann Moe: We need it before the summer.',
    'Bo Lund: We have a good one already',
  ],
)

check(
  'a mark that is never closed ends with its paragraph',
  'Ann Moe said: “We need a new pier.\n\nShe left early.',
  ['Ann Moe: We need a new pier.'],
)

check(
  'nested marks belong to the quotation',
  '“He told me, ‘You will never build it,’ and left,” Ann Moe said.',
  ['Ann Moe: He told me, ‘You will never build it,’ and left'],
)

check('marks of two kinds are paired', 'Ann Moe said it was “the worst plan of all".', [
  'Ann Moe: the worst plan of all',
])

check('words put in marks are no quotations', 'The “so-called plan” of Ann Moe is “not good.”', [])

check(
  'nor are titles',
  'Ann Moe spoke on the show “The Long Night at Sea” and read from “How to Build a Pier.”',
  [],
)

check('a short sentence tells who speaks the next', '“No,” Ann Moe said. “We will not build it.”', [
  'Ann Moe: We will not build it.',
])

check(
  'an article in two lines a paragraph',
  `${'“We need a new pier for this city and for everybody who lives here,” Ann Moe said on Monday in the old town hall of the city.'}\n“We have a good one,” Bo Lund said.\n\nThe end.`,
  [
    'Ann Moe: We need a new pier for this city and for everybody who lives here',
    'Bo Lund: We have a good one',
  ],
)

check(
  'a transcript names its speakers',
  'Ann Moe was on the air.\n\n“LANE: Will you build it next year?\n\n“MOE: We will build it in May.\n\n“It will be wide.”',
  ['Lane: Will you build it next year?', 'Ann Moe: We will build it in May. It will be wide.'],
)

test('the occasion is what the tag goes on with, and nothing else', async () => {
  const OCCASIONS: Readonly<Record<string, string | undefined>> = {
    '“We need a new pier,” Ann Moe said while cutting the ribbon.': 'while cutting the ribbon',
    '“We need a new pier,” Ann Moe said in a letter to the town, which was read aloud.':
      'in a letter to the town',
    '“We need a new pier,” Ann Moe said in Oslo.': undefined,
    '“We need a new pier,” Ann Moe told reporters.': undefined,
    '“We need a new pier,” said Ann Moe.': undefined,
  }
  for (const [text, expected] of Object.entries(OCCASIONS)) {
    const { occasion } = (await readAll(text)).quotes[0] ?? {}
    assert.is(occasion && text.slice(occasion.start, occasion.end), expected, text)
  }
})

test.run()
