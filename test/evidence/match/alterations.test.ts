import { test } from 'uvu'
import * as assert from 'uvu/assert'
import { codesOf, proveBrief, proveQuotes } from '../helpers.js'

const REPORT = `The mayor on the harbour

“The harbour is not only ours; it belongs to the whole coast,” Mayor Ana Ruiz said while visiting the pier. “We will rebuild it, stone by stone, and we will not sell a single berth.”

She spoke for an hour. The crowd, which had not eaten, listened.

“Nobody will be left behind,” she added. “The old boats stay.” Later that week, at a dinner in another town, she told a smaller circle of friends and of lenders: “The new boats pay.”

Mr. Reed answered. “We never agreed to this,” he said. “We will build. We will build well.”
`

function judge(quote: string, text = REPORT): { verdict: string; codes: string[]; messages: string } {
  const { evidence, findings } = proveQuotes([quote], text)
  const messages = findings.map(({ message, hints }) => [message, ...hints].join(' | ')).join('\n')
  return { verdict: evidence.ofQuote(0)?.verdict ?? 'none', codes: codesOf(findings), messages }
}

for (const ellipsis of ['…', '...', '[…]', '[...]', '. . .', '[. . .]', '(…)', '(...)', '....'])
  test(`an omission is declared by ${ellipsis}`, () => {
    assert.is(judge(`We will rebuild it ${ellipsis} stone by stone`).verdict, 'verified')
    assert.is(judge(`we will ${ellipsis} sell a single berth`).codes.join(), 'omission-hides-negation')
    assert.is(judge(`We will rebuild it ${ellipsis} and we will not sell a single berth`).verdict, 'abridged')
  })

test('letters that the source itself has in brackets are as they stand there', () => {
  const text = '“[W]e will rebuild it, and the owner[s] will pay,” she said.'
  assert.is(judge('[W]e will rebuild it', text).verdict, 'verified')
  assert.is(judge('We will rebuild it', text).verdict, 'altered')
})

test("the reporter's own interruption may be left out", () => {
  const { verdict, codes } = judge('it belongs to the whole coast … We will rebuild it, stone by stone')
  assert.is(verdict, 'verified')
  assert.equal(codes, [])
  assert.is(judge('it belongs to the whole coast. […] We will rebuild it').verdict, 'verified')
})

test('an interruption that is not declared is found, and the hint says how', () => {
  const { verdict, messages } = judge('it belongs to the whole coast, We will rebuild it, stone by stone')
  assert.is(verdict, 'altered')
  assert.match(messages, /\[-[^\]]*Mayor Ana Ruiz said while visiting the pier/)
  assert.match(messages, /write `…` where words are left out/)
})

test('statements of two occasions are joined, not interrupted', () => {
  assert.is(judge('The old boats stay … The new boats pay').verdict, 'abridged')
})

test("a reporter's negation is not the speaker's", () => {
  const { verdict, codes } = judge('not sell a single berth … Nobody will be left behind')
  assert.is(verdict, 'abridged')
  assert.equal(codes, ['quote-abridged'])
})

test('words of the speaker left out are shown as such', () => {
  const { verdict, codes } = judge('We will rebuild it … and we will not sell')
  assert.is(verdict, 'abridged')
  assert.equal(codes, ['quote-abridged'])
})

for (const [lang, source, quote] of [
  ['en', 'We can’t and shall stay here', 'We … shall stay here'],
  ['en', 'We will do it without their help today', 'We will do it … today'],
  ['en', 'We cannot and must stay here', 'We […] must stay here'],
  ['es', 'Vamos a hacerlo sin su ayuda mañana', 'Vamos a hacerlo … mañana'],
  ['es', 'Nosotros jamás vamos a negociar', 'Nosotros … vamos a negociar'],
  ['fr', 'Nous n’avons pas accepté cette offre', 'Nous … accepté cette offre'],
  ['de', 'Wir werden diesen Hafen nicht verkaufen', 'Wir werden diesen Hafen … verkaufen'],
  ['de', 'Wir haben an diesem Tag keine Einigung erzielt', 'Wir haben an diesem Tag … Einigung erzielt'],
  ['en', 'Mexico will never negotiate on this', 'Mexico will [gladly] negotiate on this'],
  ['en', 'Mexico will not accept any of this', '[We will] accept any of this'],
  ['en', 'We cannot accept any of this', 'We c[an] accept any of this'],
] as const)
  test(`what is left out holds a negation: ${source}`, () => {
    const yaml = `title: T\nas_of: 2025-01-01\nquotes:\n  - {text: ${JSON.stringify(quote)}, source: a}\nsources:\n  - {id: a, title: A, lang: ${lang}}\n`
    const { evidence, findings } = proveBrief(yaml, { a: `“${source}.”` })
    assert.equal(codesOf(findings), ['omission-hides-negation'])
    assert.is(evidence.ofQuote(0)?.verdict, 'altered')
  })

test('a word that negates in another language only is no negation', () => {
  assert.is(judge('We regret … and will atone', 'We regret the sin of it and will atone').verdict, 'abridged')
})

test('an ellipsis at the beginning or the end leaves nothing out', () => {
  assert.is(judge('… We will rebuild it, stone by stone …').verdict, 'verified')
})

test('insertions add words, or stand in for a few', () => {
  assert.is(judge('The old [fishing] boats stay').verdict, 'verified')
  assert.is(judge('[The fishermen’s] old boats stay').verdict, 'verified')
  assert.is(judge('The old boats [sic] stay').verdict, 'verified')
  assert.is(judge('it [the harbour] belongs to the whole coast').verdict, 'verified')
  assert.is(judge('and [the town] will not sell a single berth').verdict, 'abridged')
  assert.is(judge('it belong[s] to the whole coast').verdict, 'verified')
  assert.is(judge('it belong[ed] to the whole coast').verdict, 'abridged')
  assert.is(judge('The harbour [is ours] and we will not sell a single berth').verdict, 'altered')
})

test('an insertion that the source has too is verified', () => {
  assert.is(judge('and [the town] will pay', '“We wait, and [the town] will pay.”').verdict, 'verified')
})

test('parts stand in order and near one another', () => {
  const apart = judge('We will not sell … The harbour')
  assert.is(apart.verdict, 'altered')
  const filler = 'Then came another long paragraph about the weather.\n\n'.repeat(4)
  const far = judge(
    'the first of many … the last of them',
    `“the first of many”\n\n${filler}“the last of them”`,
  )
  assert.is(far.verdict, 'altered')
  assert.match(far.messages, /do not stand in order and near one another/)
})

test('of several places the one that leaves out least proves the quotation', () => {
  const text = '“We will not negotiate.”\n\n“We will gladly negotiate.”\n\n“We will negotiate.”'
  assert.is(judge('We will … negotiate', text).verdict, 'verified')
})

test('a question that another voice answers is not an interruption', () => {
  const yaml = `title: T
as_of: 2025-01-01
actors: [{id: ruiz, name: Ana Ruiz}, {id: reed, name: Tom Reed}]
quotes: [{text: "We will build … We will not pay", source: a, speaker: ruiz}]
sources: [{id: a, title: A}]
`
  const { evidence } = proveBrief(yaml, {
    a: '“We will build,” Ruiz said, while Reed replied: “We will not pay.”',
  })
  assert.is(evidence.ofQuote(0)?.verdict, 'abridged')
})

test('a speech has no reporter in it', () => {
  const speech = 'They said “we are weak” and we were not. They said “we are strong” at last.'
  const yaml = `title: T\nas_of: 2025-01-01\nquotes: [{text: "we are weak … we are strong", source: a}]\nsources: [{id: a, title: A, type: speech}]\n`
  assert.equal(codesOf(proveBrief(yaml, { a: speech }).findings), ['omission-hides-negation'])
})

test('marks set again at each paragraph of a quotation do not count', () => {
  const text = 'He said: “We came early.\n\n“We left late, and not alone.”'
  assert.is(judge('We came early. We left late', text).verdict, 'verified')
})

test('nothing but an ellipsis is no quotation', () => {
  assert.is(judge('[…]').verdict, 'missing')
})

for (const [quote, marked] of [
  ['Our harbour is not only ours', '[-The-]{+Our+} harbour is not only ours;'],
  ['The harbour is not only theirs', 'The harbour is not only [-ours-]{+theirs+};'],
  ['belongs to the whole country now', 'belongs to the whole [-coast-]{+country now+},'],
  ['They will build. We will build badly', '[-We-]{+They+} will build. We will build [-well-]{+badly+}.'],
  ['So we never agreed to this', '[-We-]{+So we+} never agreed to this,'],
] as const)
  test(`a first or last word is marked beside the one it replaces: ${quote}`, () => {
    const { verdict, messages } = judge(quote)
    assert.is(verdict, 'altered')
    assert.ok(messages.includes(`\`${marked}\``), messages)
  })

test.run()
