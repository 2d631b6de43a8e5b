import { test } from 'uvu'
import * as assert from 'uvu/assert'
import { outline, PROSE, readSound, stated } from './support.js'

const titleOf = async (...paragraphs: string[]) => (await readSound(paragraphs.join('\n\n'))).title

test('a title, a byline, a date, headings and what is around them', async () => {
  const article = await readSound(
    [
      'Bridge stays closed',
      'By Jane Doe and John van der Roe, Staff Writers',
      'Published: 20 February 2025',
      PROSE,
      'Photo: the bridge in winter',
      'What the report says',
      PROSE,
      'Advertisement',
      '“Nobody crosses,” said the mayor.',
      'Read the rest here.',
      "Ellby Editor: We doubt that anybody will read it, and so does the mayor's own deputy.",
      'Source: https://post.example/bridge',
      '© 2025 The Ellby Post. All rights reserved.',
    ].join('\n\n'),
  )
  assert.equal(
    outline(article).map(text => text.slice(0, 14)),
    [
      '# Bridge stays',
      '- By Jane Doe ',
      '- Published: 2',
      'The council of',
      '- Photo: the b',
      '# What the rep',
      'The council of',
      '- Advertisemen',
      '“Nobody crosse',
      '- Read the res',
      '- Ellby Editor',
      '- Source: http',
      '- © 2025 The E',
    ],
  )
  assert.equal(stated(article), {
    title: 'Bridge stays closed',
    author: ['Jane Doe', 'John van der Roe'],
    publisher: undefined,
    issued: '2025-02-20',
    url: 'https://post.example/bridge',
  })
})

test('a text without an empty line has a paragraph on each line', async () => {
  const article = await readSound(`${PROSE}\nA Bridge Too Old\n${PROSE}\nHow the Vote Went\n${PROSE}`)
  assert.equal([...article.headings], [1, 3].reverse())
  assert.is(article.title, undefined)
})

test('title, byline and date may be lines of one paragraph', async () => {
  const article = await readSound(`Bridge stays closed\nBy Jane Doe\nFeb. 20, 2025\n\n${PROSE}\n\n${PROSE}`)
  assert.equal(stated(article), {
    title: 'Bridge stays closed',
    author: ['Jane Doe'],
    publisher: undefined,
    issued: '2025-02-20',
    url: undefined,
  })
})

test('what stands under a picture is no part of the article', async () => {
  const caption = 'Engineers walk on the old bridge on Feb. 3. (Jane Doe/AFP/Getty Images)'
  const article = await readSound(['Bridge stays closed', 'Photo', caption, PROSE, PROSE].join('\n\n'))
  assert.equal([...article.boilerplate], [1, 2])
  const agency = 'The bridge stays closed until the spring (the council told Reuters and AFP/Wire so).'
  assert.equal([...(await readSound(['Bridge stays closed', agency, PROSE].join('\n\n'))).boilerplate], [])
})

test('who reported from where is no part of the article', async () => {
  const end = 'Jane Doe reported from Ellby, and John Roe from Nordhavn.'
  const wire = 'Jane Doe and John Roe contributed reporting.'
  const does = 'Jane Doe is a reporter for the Ellby Post.'
  const bios = await readSound(
    ['Bridge stays closed', 'By Jane Doe and John Roe', PROSE, PROSE, does, 'John Roe'].join('\n\n'),
  )
  assert.equal([...bios.boilerplate], [1, 4, 5])
  const both = await readSound(['Bridge stays closed', PROSE, PROSE, end, wire].join('\n\n'))
  assert.equal([...both.boilerplate], [3, 4])
  const news = await readSound(
    ['Bridge stays closed', PROSE, PROSE, 'The Ellby Post reported that it is safe.'].join('\n\n'),
  )
  assert.equal([...news.boilerplate], [])
})

test('titles that end with a full stop', async () => {
  assert.is(await titleOf('Council Keeps Old Bridge Closed.', PROSE), 'Council Keeps Old Bridge Closed')
  assert.is(
    await titleOf('Council votes to keep old bridge closed.', PROSE),
    'Council votes to keep old bridge closed',
  )
  assert.is(await titleOf('Bridge closed in U.S.', PROSE), 'Bridge closed in U.S.')
  assert.is(
    await titleOf('Council keeps bridge closed; \nEngineers are asked for a report.', PROSE),
    'Council keeps bridge closed; Engineers are asked for a report',
  )
  assert.is(await titleOf('Politics', 'Bridge stays closed', PROSE), 'Bridge stays closed')
})

test('what is no title', async () => {
  for (const first of [
    'The mayor of the town resigned late on Friday.',
    '“We will not reopen the bridge”',
    'The bridge was closed.',
    'ELLBY, Feb. 3 (Wire) — Council Keeps Old Bridge Closed.',
    PROSE,
  ])
    assert.is(await titleOf(first, PROSE, PROSE), undefined, first)
  assert.is(await titleOf('Alone'), undefined)
})

test('what is no heading', async () => {
  for (const line of [
    'Is it safe?',
    'The report says:',
    '“Not at all”',
    'It is not.',
    'first of all',
    '- a point',
  ])
    assert.equal([...(await readSound([PROSE, line, PROSE].join('\n\n'))).headings], [], line)
  assert.equal([...(await readSound([PROSE, 'Short line', 'Another line'].join('\n\n'))).headings], [])
})

test('questions are headings where there are several', async () => {
  const { headings } = await readSound(
    [PROSE, 'Is it safe?', PROSE, 'What happens next?', PROSE].join('\n\n'),
  )
  assert.equal([...headings].sort(), [1, 3])
})

for (const [line, author] of [
  ['By Jane Doe', ['Jane Doe']],
  ['BY JANE DOE', ['JANE DOE']],
  ['By Jane Q. Doe, John Roe & María de la Cruz', ['Jane Q. Doe', 'John Roe', 'María de la Cruz']],
  ['By Jane Doe, Feb. 20, 2025', ['Jane Doe']],
  ['By Jane Doe for the Ellby Post', ['Jane Doe']],
  ['Jane Doe, Staff Writer', ['Jane Doe']],
  ['Written by Jane Doe | Senior Reporter', ['Jane Doe']],
  ['By the numbers', undefined],
  ['By Monday Night', undefined],
  ['By contrast, Jane Doe voted against it.', undefined],
  ['Jane Doe, John Roe', undefined],
] as const)
  test(`the byline \`${line}\``, async () => {
    assert.equal((await readSound(`Bridge stays closed\n\n${line}\n\n${PROSE}`)).author, author)
  })

for (const [line, issued] of [
  ['2025-02-20', '2025-02-20'],
  ['Feb. 20, 2025', '2025-02-20'],
  ['Thursday, 20th February 2025', '2025-02-20'],
  ['Updated 3:04 pm EST, Thu February 20, 2025', '2025-02-20'],
  ['Published: 20/02/2025 10:15', '2025-02-20'],
  ['02/03/2025', undefined],
  ['February 30, 2025', undefined],
  ['Feb. 20', undefined],
  ['The vote of February 20, 2025 was close', undefined],
] as const)
  test(`the date \`${line}\``, async () => {
    assert.is((await readSound(`Bridge stays closed\n\n${PROSE}\n\n${line}\n\n${PROSE}`)).issued, issued)
  })

test('the date of publishing goes before that of an update, and a dateline may have it', async () => {
  const lines = ['Updated: March 1, 2025', 'Published: Feb. 20, 2025', PROSE]
  assert.is((await readSound(lines.join('\n\n'))).issued, '2025-02-20')
  assert.is((await readSound(`ELLBY, Feb. 20, 2025 (Wire) — ${PROSE}\n\n${PROSE}`)).issued, '2025-02-20')
})

test('lines with labels', async () => {
  const head =
    'Title: Bridge stays closed\nAuthor: Jane Doe\nSource: The Ellby Post\nDate: 2025-02-20\nURL: https://post.example/b'
  assert.equal(stated(await readSound(`${head}\n\n${PROSE}\n\n${PROSE}`)), {
    title: 'Bridge stays closed',
    author: ['Jane Doe'],
    publisher: 'The Ellby Post',
    issued: '2025-02-20',
    url: 'https://post.example/b',
  })
})

test('prose that begins like what is around an article is prose', async () => {
  for (const line of [
    'Share prices fell by a tenth after the vote, and two builders said that they would leave.',
    'Subscribers to the bridge fund will have their money back, the treasurer said.',
    'Photos of the bridge were shown, and nobody spoke.',
    'Print is dead, said the editor of the paper, and closed the door behind her.',
    'Editors of three papers wrote to the mayor.',
  ])
    assert.equal([...(await readSound([PROSE, line, PROSE].join('\n\n'))).boilerplate], [], line)
})

test('a sentence of the article is no appeal, and what is quoted is never put aside', async () => {
  for (const sentence of [
    'The council could not reach him at his office.',
    '“Read more about the old bridge in our own report,” she told the council.',
  ])
    assert.equal([...(await readSound(`${PROSE}\n\n${sentence}\n\n${PROSE}`)).boilerplate], [], sentence)
  for (const appeal of ['Follow him on Twitter @someone.', 'Reach her at someone@paper.example.'])
    assert.equal([...(await readSound(`${PROSE}\n\n${appeal}`)).boilerplate], [1], appeal)
})

test.run()
