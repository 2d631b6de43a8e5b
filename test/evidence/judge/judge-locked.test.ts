import { test } from 'uvu'
import * as assert from 'uvu/assert'
import { Findings, SourceFile } from '../../../src/diagnostics/index.js'
import { formatLock, type Lock, lockEvidence, parseLock } from '../../../src/evidence/index.js'
import { codesOf, type Proved, proveBrief, proveSpeech } from '../helpers.js'

const TEXTS = {
  gazette:
    '“The ferry will run through the winter,” Ada Lindqvist said on Monday.\n\n“Nobody has asked the islanders about it,” said Otto Brahm, the harbour master.\n',
  speech: 'The ferry has never paid for itself, and it never will.\n',
}
const BRIEF = `title: The ferry
as_of: 2025-03-01
key_facts:
  - fact: Otto Brahm said “Nobody has asked the islanders about it” [@gazette].
actors:
  - {id: ada, name: Ada Lindqvist}
  - {id: otto, name: Otto Brahm}
quotes:
  - {id: winter, text: The ferry will run through the winter, speaker: ada, source: gazette}
  - {id: paid, text: The ferry has never paid for itself, speaker: otto, source: speech}
sources:
  - {id: gazette, type: article-newspaper, title: Ferry to stay, issued: 2025-02-27, url: "https://gazette.example/1"}
  - {id: speech, type: speech, title: To the council, author: Otto Brahm, issued: 2025-02-20}
  - {id: other, title: Ferry to stay}
`
const lock = lockOf(await proveSpeech(BRIEF, TEXTS))

function lockOf(proved: Proved, previous?: Lock, date = '2025-03-01'): Lock {
  return lockEvidence(proved.brief, proved.evidence, proved.texts, previous, date)
}

function parse(text: string) {
  const findings = new Findings()
  return { lock: parseLock(new SourceFile('a.lock.yaml', text), findings.report), findings: findings.all }
}

/** The words of a lock of version 1: without what version 2 records beside them. */
function olderVersion(text: string): string {
  return text.replace(/^(version| {4}(title|issued|url|voice|author|speaker|speech|attribution)): .*\n/gm, '')
}

test('what nothing has changed of is locked, with the words that were recorded', () => {
  const { evidence, findings } = proveBrief(BRIEF, {}, lock)
  assert.equal(codesOf(findings), [])
  assert.equal(
    evidence.proofs.map(({ verdict, source, paragraph }) => [verdict, source, paragraph]),
    [
      ['locked', 'gazette', 1],
      ['locked', 'speech', 1],
      ['locked', 'gazette', 2],
    ],
  )
})

test('a lock is read as it was written, in one order, with no words of the sources', async () => {
  const text = formatLock(lock)
  const read = parse(text)
  assert.equal([read.findings, read.lock], [[], lock])
  assert.is(formatLock(lockOf(await proveSpeech(BRIEF, TEXTS), lock, '2026-01-01')), text)
  assert.not.match(text, /winter,? Ada|islanders|paid for itself/)
  assert.match(text, /^version: 2$/m)
  assert.equal(lock.sources.get('gazette')?.facts, {
    title: 'Ferry to stay',
    issued: '2025-02-27',
    url: 'https://gazette.example/1',
    voice: 'reported',
  })
  assert.equal(lock.sources.get('speech')?.facts?.author, 'Otto Brahm')
  assert.equal(lock.quotes.map(({ field, speakers }) => [field, speakers]).slice(0, 1), [
    ['quotes.winter', ['Ada Lindqvist']],
  ])
})

const SPEAKER = 'lock-speaker-changed'
const SOURCE = 'lock-source-changed'
const CHANGES: readonly (readonly [
  what: string,
  from: string,
  to: string,
  code: string,
  was: string,
  is: string,
])[] = [
  ['the speaker', 'winter, speaker: ada', 'winter, speaker: otto', SPEAKER, 'Ada Lindqvist', 'Otto Brahm'],
  [
    'the name of the speaker',
    'name: Ada Lindqvist',
    'name: Ada Lundqvist',
    SPEAKER,
    'Lindqvist',
    'Lundqvist',
  ],
  ['that there is a speaker', 'winter, speaker: ada', 'winter', SPEAKER, 'Ada Lindqvist', 'nobody'],
  ['the source', 'source: gazette', 'source: other', SOURCE, 'gazette', 'other'],
  [
    'the title of the source',
    'title: Ferry to stay, issued',
    'title: Ferry to go, issued',
    SOURCE,
    'stay',
    'go',
  ],
  ['the date of the source', '2025-02-27', '2025-02-28', SOURCE, '2025-02-27', '2025-02-28'],
  ['that the source has a date', ', issued: 2025-02-27', '', SOURCE, '2025-02-27', 'none'],
  ['the address of the source', 'example/1', 'example/2', SOURCE, 'example/1', 'example/2'],
  ['that the source has an address', ', url: "https://gazette.example/1"', '', SOURCE, 'example/1', 'none'],
  [
    'a date that the source had not',
    'id: speech, type',
    'id: speech, url: "https://a.example", type',
    SOURCE,
    'none',
    'a.example',
  ],
  ['the voice of a report', 'type: article-newspaper', 'type: speech', SOURCE, 'reported', 'own'],
  ['the voice of a speech', 'type: speech', 'type: article', SOURCE, 'own', 'reported'],
  [
    'the author of a speech',
    'author: Otto Brahm',
    'author: Ada Lindqvist',
    SOURCE,
    'Otto Brahm',
    'Ada Lindqvist',
  ],
  ['the words', 'through the winter', 'through the summer', 'quote-changed', '2025-03-01', 'gazette'],
]

for (const [what, from, to, code, was, is] of CHANGES)
  test(`with the text absent, a change of ${what} is an error that names both`, () => {
    assert.ok(BRIEF.includes(from))
    const { evidence, findings } = proveBrief(BRIEF.replace(from, to), {}, lock)
    const [finding] = findings.filter(({ severity }) => severity === 'error')
    assert.is(finding?.code, code)
    assert.ok(finding?.message.includes(was) && finding.message.includes(is), finding?.message)
    assert.not.equal(
      evidence.proofs.map(({ verdict }) => verdict),
      ['locked', 'locked', 'locked'],
    )
    assert.equal(codesOf(proveBrief(BRIEF, {}, lock).findings), [])
  })

test('what says the same otherwise is no change', () => {
  for (const [from, to] of [
    ['name: Ada Lindqvist', 'name: "Ada  Lindqvist"'],
    ['id: ada, name', 'role: Captain, id: ada, name'],
    ['title: Ferry to stay, issued', 'note: Third edition, title: Ferry to stay, issued'],
    ['id: winter, ', ''],
  ] as const)
    assert.equal(codesOf(proveBrief(BRIEF.replace(from, to), {}, lock).findings), [], to)
})

test('to say that a source reports is no change where it was read so unsaid', async () => {
  const unsaid = BRIEF.replace('type: article-newspaper, ', '')
  assert.equal(codesOf(proveBrief(BRIEF, {}, lockOf(await proveSpeech(unsaid, TEXTS))).findings), [])
})

test('the same words of two speakers are locked for each of them, and for nobody else', async () => {
  const texts = {
    gazette: '“We shall see,” Ada Lindqvist said on Monday.\n\n“We shall see,” Otto Brahm said.\n',
  }
  const brief = (first: string, second: string) => `title: T
as_of: 2025-03-01
actors: [{id: ada, name: Ada Lindqvist}, {id: otto, name: Otto Brahm}, {id: eva, name: Eva Roos}]
quotes:
  - {text: We shall see, speaker: ${first}, source: gazette}
  - {text: We shall see, speaker: ${second}, source: gazette}
sources: [{id: gazette, title: Gazette}]
`
  const both = lockOf(await proveSpeech(brief('ada', 'otto'), texts))
  assert.equal(codesOf(proveBrief(brief('ada', 'otto'), {}, both).findings), [])
  assert.equal(codesOf(proveBrief(brief('ada', 'eva'), {}, both).findings), [SPEAKER])
})

test('of those who speak together, all and no others are locked', () => {
  const brief = (speakers: string) => `title: T
as_of: 2025-03-01
actors: [{id: ada, name: Ada Lindqvist}, {id: otto, name: Otto Brahm}, {id: eva, name: Eva Roos}]
quotes: [{text: We shall see about it, speaker: ${speakers}, source: gazette}]
sources: [{id: gazette, type: article, title: Gazette}]
`
  const texts = { gazette: '“We shall see about it,” Ada Lindqvist and Otto Brahm said on Monday.\n' }
  const words = lockOf(proveBrief(brief('[ada, otto]'), texts))
  const quotes = words.quotes.map(quote => ({ ...quote, attribution: 'confirmed' as const }))
  const joint: Lock = { ...words, quotes }
  assert.equal(joint.quotes[0]?.speakers, ['Ada Lindqvist', 'Otto Brahm'])
  for (const [speakers, codes] of [
    ['[ada, otto]', []],
    ['[otto, ada]', []],
    ['ada', [SPEAKER]],
    ['[ada, otto, eva]', [SPEAKER]],
    ['[ada, eva]', [SPEAKER]],
  ] as const)
    assert.equal(codesOf(proveBrief(brief(speakers), {}, joint).findings), codes, speakers)
})

test('a lock of version 1 is read and marked old, and proves the words alone', async () => {
  const old = parse(olderVersion(formatLock(lock)))
  assert.equal(codesOf(old.findings), ['lock-old'])
  assert.equal([old.lock?.version, old.lock?.quotes.length], [1, 3])
  const absent = proveBrief(BRIEF, {}, old.lock)
  assert.equal(codesOf(absent.findings), ['lock-unrecorded', 'lock-unrecorded', 'lock-unrecorded'])
  assert.ok(absent.evidence.proofs.every(({ verdict }) => verdict === 'unproved'))
  assert.equal(codesOf((await proveSpeech(BRIEF, TEXTS, old.lock)).findings), [])
})

test('an old lock is renewed where the texts are; where they are not, what it recorded is kept as it is', async () => {
  const { lock: old } = parse(olderVersion(formatLock(lock)))
  assert.equal(lockOf(await proveSpeech(BRIEF, TEXTS, old), old, '2026-01-01'), lock)
  const part = lockOf(await proveSpeech(BRIEF, { speech: TEXTS.speech }, old), old)
  const text = formatLock(part)
  assert.equal([parse(text).findings, parse(text).lock], [[], part])
  assert.match(text, /speaker: not recorded/)
  const { evidence, findings } = proveBrief(BRIEF, {}, part)
  assert.equal(codesOf(findings), ['lock-unrecorded', 'lock-unrecorded'])
  assert.is(evidence.ofQuote(1)?.verdict, 'locked')
})

test('where the text is here, what the lock has otherwise makes it outdated', async () => {
  for (const [from, to] of [
    ['winter, speaker: ada', 'winter'],
    ['title: Ferry to stay, issued', 'title: Ferry to go, issued'],
    ['issued: 2025-02-27', 'issued: 2025-02-28'],
    ['example/1', 'example/2'],
  ] as const) {
    const { findings } = await proveSpeech(BRIEF.replace(from, to), TEXTS, lock)
    assert.equal(codesOf(findings), ['lock-outdated'], to)
  }
  assert.equal(codesOf((await proveSpeech(BRIEF, TEXTS, lock)).findings), [])
})

test('what a source did not tell of the speaker is said again of a locked quotation, unless there is a reason', async () => {
  const brief = (more: string) => `title: T
as_of: 2025-03-01
actors: [{id: ada, name: Ada Lindqvist}, {id: otto, name: Otto Brahm}]
quotes: [{text: Nobody has asked the islanders about it, speaker: ada, source: gazette${more}}]
sources: [{id: gazette, type: article, title: Gazette}]
`
  const proved = await proveSpeech(brief(''), {
    gazette: 'On the quay: “Nobody has asked the islanders about it.”\n',
  })
  assert.equal(proved.evidence.ofQuote(0)?.speaker, 'unknown')
  const own = lockOf(proved)
  assert.equal(own.quotes[0]?.attribution, 'unknown')
  const locked = proveBrief(brief(''), {}, own)
  assert.equal(
    [codesOf(locked.findings), locked.evidence.ofQuote(0)?.speaker],
    [['speaker-not-confirmed'], 'unknown'],
  )
  const vouched = proveBrief(brief(', speaker_confirmed: I was there'), {}, own)
  assert.equal([codesOf(vouched.findings), vouched.evidence.ofQuote(0)?.speaker], [[], 'declared'])
})

test('what is another’s, or nobody’s speech, is not locked', async () => {
  const brief = (speaker: string, text: string) => `title: T
as_of: 2025-03-01
actors: [{id: ada, name: Ada Lindqvist}, {id: otto, name: Otto Brahm}]
quotes: [{text: ${text}, speaker: ${speaker}, source: gazette}]
sources: [{id: gazette, type: article-newspaper, title: Gazette}]
`
  for (const [speaker, text, quotes] of [
    ['ada', 'The ferry will run through the winter', 1],
    ['otto', 'The ferry will run through the winter', 0],
    ['otto', 'the harbour master', 0],
  ] as const)
    assert.is(
      lockOf(await proveSpeech(brief(speaker, text), TEXTS)).quotes.length,
      quotes,
      `${speaker}: ${text}`,
    )
})

test('names and titles of any characters are read back', () => {
  const strange = 'A “title”: \\u0022 #1\u2028next\u202eright\u0085 {x} \u200f– it’s'
  const facts = { title: strange, url: 'https://a.example/?q=%22' }
  const [first] = lock.quotes
  if (!first) throw new Error('no quotation')
  const quotes = [{ ...first, speakers: [strange, '- a: b'] }]
  const sources = new Map([['gazette', { sha256: 'a'.repeat(64), length: 1, date: '2025-01-01', facts }]])
  const own: Lock = { version: 2, sources, quotes }
  assert.equal(parse(formatLock(own)).lock, own)
})

test.run()
