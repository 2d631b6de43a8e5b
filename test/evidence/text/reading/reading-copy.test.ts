import { test } from 'uvu'
import * as assert from 'uvu/assert'
import { proveQuotes, textsOf, verdictOn } from '../../helpers.js'

const FILLER =
  'Then the members of the board turned to the other matters of the day, and the meeting went on until noon.'

/** Texts with what is no word of a speaker, and a genuine quotation over it. */
const PROVED: readonly (readonly [name: string, source: string, quote: string])[] = [
  ['a raised figure', 'We will mend the quay¹ in spring, he said.', 'We will mend the quay in spring'],
  ['raised figures after a stop', 'We mend it.¹² We pay for it all.', 'We mend it. We pay for it all'],
  ['a raised figure at a year', 'In 2019¹ we mended all of the quay.', 'In 2019 we mended all of the quay'],
  [
    'a figure in brackets',
    'We mend the quay[3] in spring,[4] all of it.',
    'We mend the quay in spring, all of it',
  ],
  ['several in brackets', 'We mend the quay[3, 4][7–9] in spring now.', 'We mend the quay in spring now'],
  ['a bracket before a stop', 'We mend the quay [3]. It is late now.', 'We mend the quay. It is late now'],
  ['a mark of Markdown', 'We mend the quay[^a] in spring now.', 'We mend the quay in spring now'],
  ['an asterisk', 'We mend the quay* in spring now.\n\n* Of the port.', 'We mend the quay in spring now'],
  ['a dagger', 'We mend it in spring,† all of it now.', 'We mend it in spring, all of it now'],
  ['emphasis', 'We mend it *before* winter, all of it now.', 'We mend it before winter, all of it now'],
  [
    'counted figures',
    'We mend the quay.1 We pay.\n\nWe waited for years,2 all of us.',
    'We mend the quay. We pay',
  ],
  [
    'counted figures in a sentence',
    'We asked for boats3 and for ropes4 in spring.',
    'We asked for boats and for ropes in spring',
  ],
  [
    'a page head and a number',
    'We will mend the quay and pay each of the\n\nPort Gazette, 3 May 2024\n\n7\n\ncrews for the year.',
    'pay each of the crews for the year',
  ],
  [
    'a number alone',
    'We will mend the quay and pay each of the\n\n7\n\ncrews for the year.',
    'each of the crews for the year',
  ],
  [
    'a number in dashes',
    'We will mend the quay and pay each of the\n- 7 -\ncrews for the year.',
    'each of the crews for the year',
  ],
  [
    'a form feed',
    'We will mend the quay and pay each of the\n\fcrews for the year.',
    'each of the crews for the year',
  ],
  [
    'a head after a form feed',
    'We will mend the quay and pay each of the\n\fPort Gazette\ncrews for the year.\n\fPort Gazette\nIt is late.',
    'each of the crews for the year',
  ],
  [
    'a hyphen at the end of a page',
    'We will mend the quay and pay each fisher-\n\nPort Gazette\n\n7\n\nman for the year.',
    'pay each fisherman for the year',
  ],
  [
    'numbers of pages between sentences',
    `${FILLER}\n\nWe mend it.\n\n11\n\nWe pay for it all.\n\n${FILLER}\n\n12\n\n${FILLER}`,
    'We mend it. We pay for it all',
  ],
  [
    'named pages between sentences',
    `We mend it.\n\nPage 3 of 9\n\nWe pay for it all.`,
    'We mend it. We pay for it all',
  ],
  [
    'a running head',
    `${FILLER}\n\nPort Gazette 11\n\n${FILLER}\n\nWe will mend the quay and pay each of the\n\nPort Gazette 12\n\ncrews for the year.`,
    'pay each of the crews for the year',
  ],
  [
    'numbered lines',
    '1  We have waited for\n2  ten years, and in\n3  spring we will mend\n4  the quay with the\n5  help of all of you\n6  who live here.',
    'in spring we will mend the quay with the help of all',
  ],
  [
    'every fifth line',
    'We have waited for\nten years, and in    5\nspring we will mend\nthe quay with the    10\nhelp of all of you.',
    'in spring we will mend the quay with the help of all',
  ],
  ['time codes', 'We will mend [00:12:31] the quay in spring.', 'We will mend the quay in spring'],
  [
    'clocks at lines',
    '00:12 We will mend the quay\n00:15 in spring and pay\n00:19 each of the crews.',
    'We will mend the quay in spring and pay each of the crews',
  ],
  [
    'subtitles',
    '1\n00:00:01,000 --> 00:00:04,000\nWe will mend the quay\n\n2\n00:00:04,500 --> 00:00:06,000\nin spring and pay.\n',
    'We will mend the quay in spring and pay',
  ],
  ['applause', 'We mend it. (Applause.) We pay for it all.', 'We mend it. We pay for it all'],
  [
    'applause that is quoted',
    'We mend it. (Applause.) We pay for it all.',
    'We mend it. (Applause.) We pay for it all',
  ],
  ['laughter', 'We mend it. [Laughter and applause] We pay for it all.', 'We mend it. We pay for it all'],
  [
    'applause in German',
    'Wir bauen den Kai. (Lebhafter Beifall) Wir zahlen alles.',
    'Wir bauen den Kai. Wir zahlen alles',
  ],
  [
    'a label again',
    'ORLA BRANDT: We mend it.\n\nORLA BRANDT: We pay for it all.\n',
    'We mend it. We pay for it all',
  ],
  [
    'quoted mail',
    '> We will mend the quay\n> in spring and pay.\n',
    'We will mend the quay in spring and pay',
  ],
  ['a broken word', 'We will pay each fisher¬\nman for the year.', 'We will pay each fisherman for the year'],
  [
    'a lead-in',
    'THE WIDE QUAY IS shut, and it stays so, she said.',
    'The wide quay is shut, and it stays so',
  ],
  [
    'a lead-in as it stands',
    'THE WIDE QUAY IS shut, and it stays so, she said.',
    'THE WIDE QUAY IS shut, and it stays so',
  ],
  [
    'a lead-in in quotation marks',
    '“WE WILL MEND the quay in spring,” she said.',
    'We will mend the quay in spring',
  ],
]

for (const [name, source, quote] of PROVED)
  test(`proved: ${name}`, () => {
    const { evidence, findings } = proveQuotes([quote], source)
    assert.is(evidence.ofQuote(0)?.verdict, 'verified', findings.map(f => `${f.message} ${f.hints}`).join())
  })

/** Texts in which the same is a word of the speaker, and quotations that leave it out or change it. */
const REFUSED: typeof PROVED = [
  ['an exponent', 'We lost 25 km² of the open sea.', 'We lost 25 km of the open sea'],
  ['an area in words', 'We lost 25 miles² of the open sea.', 'We lost 25 miles of the open sea'],
  ['a power', 'It has 10¹² grains of white sand.', 'It has 10 grains of white sand'],
  ['a reference that is a word', 'As we said in [2] the quay is short.', 'As we said in the quay is short'],
  ['a word in brackets', 'We will mend [the quay] in spring now.', 'We will mend in spring now'],
  ['letters in brackets', 'We want[ed] to mend it in spring.', 'We want to mend it in spring'],
  ['a year in brackets', 'The Quay Act [1986] is still law here.', 'The Quay Act is still law here'],
  ['a censored word', 'We mend the d*** quay in spring.', 'We mend the d quay in spring'],
  ['a figure of a name', 'The people of Covid19 wards will stay.', 'The people of Covid wards will stay'],
  ['one glued figure', 'We asked the crews of berth12 to leave.', 'We asked the crews of berth to leave'],
  ['numbered names', 'We asked phase1 and then phase2 of them.', 'We asked phase and then phase of them'],
  [
    'a head that comes once',
    'We pay each of the\n\fPort Gazette\ncrews for the year.',
    'each of the crews for the year',
  ],
  ['an abbreviated page', 'See para.12 and para.13 of it all.', 'See para. and para. of it all'],
  [
    'a figure of its own',
    'We lost\n\n7\n\nboats in the storm.',
    'We lost boats in the storm.'.replace('We lost boats', 'we lost boats'),
  ],
  [
    'a list',
    '1 We mend it.\n2 We pay for it.\n3 We rest.\n4 We sail.\n5 We fish.',
    'We mend it. We pay for it. We rest',
  ],
  [
    'a heading between',
    'We mend the quay and pay.\n\nThe crews\n\nThey will be glad of it.',
    'and pay. They will be glad',
  ],
  [
    'a line of verse',
    'We mend the quay and pay each of\n\nour brave and weary\n\ncrews for the year.',
    'pay each of crews for the year',
  ],
  ['a time', 'We meet at 10:30 in the old port.', 'We meet at in the old port'],
  ['a verse of scripture', 'We read from John (3:16) at the quay.', 'We read from John at the quay'],
  ['words in brackets', 'We mend it. (We do not pay.) We rest now.', 'We mend it. We rest now'],
  ['an interjection with words', 'We mend it. (Laughter. No!) We pay for it.', 'We mend it. We pay for it'],
  ['what could not be heard', 'We mend it [inaudible] and pay for it.', 'We mend it and pay for it'],
  [
    'a label between others',
    'BRANDT: We mend it.\n\nOSTER: No.\n\nBRANDT: We pay.',
    'We mend it. No. We pay',
  ],
  ['capitals within', 'It is the WIDE QUAY that is shut now.', 'It is the wide quay that is shut now'],
  ['one word in capitals', 'WIDE is the quay that is shut now.', 'Wide is the quay that is shut now'],
  [
    'a paragraph in capitals',
    'THE WIDE QUAY IS SHUT AND STAYS SO.\n\nIt is late.',
    'The wide quay is shut and stays so',
  ],
  [
    'capitals after the lead-in',
    'THE WIDE QUAY is shut, and the PORT too.',
    'The wide quay is shut, and the port too',
  ],
  ['a not sign', 'We pay when a ¬ b holds for all.', 'We pay when a b holds for all'],
]

for (const [name, source, quote] of REFUSED)
  test(`refused: ${name}`, () => {
    const verdict = verdictOn(quote, source)
    assert.ok(verdict === 'altered' || verdict === 'missing', verdict)
  })

test('paragraphs go on over the end of a page, and offsets stay', () => {
  const text =
    'One and all of us.\n\nWe will pay each of the\n\nPort Gazette\n\n7\n\ncrews for the year.\n\nLast.'
  const source = textsOf({ a: text }).get('a')
  assert.is(source?.reading.length, text.length)
  assert.equal(
    source?.paragraphs.map(({ start, end }) => source.reading.slice(start, end).replace(/\s+/g, ' ')),
    ['One and all of us.', 'We will pay each of the crews for the year.', 'Last.'],
  )
  const proof = proveQuotes(['each of the crews for'], text).evidence.ofQuote(0)
  assert.is(proof?.paragraph, 2)
  assert.match(text.slice(proof?.passage?.start, proof?.passage?.end), /^each of the\n[\s\S]*crews for$/)
})

test('a text without such things is its own reading copy', () => {
  const text = `${FILLER}\r\n\r\n“We pay $5*2 for 3.5%,” she said at 10:30 [sic].\n\n1. One\n2. Two\n`
  assert.is(textsOf({ a: text }).get('a')?.reading, text)
})

test.run()
