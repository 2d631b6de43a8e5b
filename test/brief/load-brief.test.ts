import { test } from 'uvu'
import * as assert from 'uvu/assert'
import { load, loadValid, pointedAt } from './helpers.js'

const HEAD = 'title: The river crossing\nas_of: 2025-01-20\n'

test('short forms are written out', () => {
  const { data } = loadValid(
    `${HEAD}authors: The office\nwatch: [Water level, {indicator: Ice}]\noptions:\n  - {name: Wait, pros: Cheap}\n` +
      'key_facts: [{fact: Closed., cite: paper}]\nsources: [{id: paper, title: Paper, author: A. Writer}]\n',
  )
  assert.equal(data.authors, ['The office'])
  assert.equal(data.watch, [{ indicator: 'Water level' }, { indicator: 'Ice' }])
  assert.equal(data.options?.[0]?.pros, ['Cheap'])
  assert.equal(data.key_facts, [{ fact: 'Closed.', cite: ['paper'] }])
  assert.equal(data.sources?.[0]?.author, ['A. Writer'])
})

test('one text may be wordings in place of a list', () => {
  const { data } = loadValid(`${HEAD}options:\n  - name: Wait\n    cons: {default: Slow, press: Careful}\n`)
  assert.equal(data.options?.[0]?.cons, [{ default: 'Slow', press: 'Careful' }])
})

test('a text field takes what is written, whatever it looks like', () => {
  const { data } = loadValid(
    'title: 2024\nas_of: 2025\nversion: 1.10\nissue: no\norganisation: 0x1F\nbackground: 007\n' +
      'actors: [{id: 7, name: No}, {id: null, name: Yes}]\nstakes: [{stake: yes, who: [7]}]\n'.replace(
        'null',
        'off',
      ),
  )
  assert.equal(
    [data.title, data.as_of, data.version, data.issue, data.organisation, data.background],
    ['2024', '2025', '1.10', 'no', '0x1F', '007'],
  )
  assert.equal(
    data.actors?.map(actor => actor.id),
    ['7', 'off'],
  )
  assert.equal(data.stakes?.[0]?.who, ['7'])
})

test('a key with nothing after it is absent', () => {
  const { data } = loadValid(
    `${HEAD}subtitle:\nissue: ~\nstakes: null\nkey_facts:\n  - fact: One.\n    cite:\n`,
  )
  assert.equal(Object.keys(data), ['title', 'as_of', 'key_facts'])
  assert.equal(data.key_facts, [{ fact: 'One.' }])
})

test('wordings keep the audiences that they name', () => {
  const { data } = loadValid(`${HEAD}issue:\n  default: Can we cross?\n  public:\n  press: Is it open?\n`)
  assert.equal(data.issue, { default: 'Can we cross?', press: 'Is it open?' })
})

test('aliases may be used', () => {
  const { data } = loadValid(
    `${HEAD}issue: &text Closed.\nbackground: *text\nwatch:\n  - &one {indicator: *text}\n  - *one\n`,
  )
  assert.is(data.background, 'Closed.')
  assert.equal(data.watch, [{ indicator: 'Closed.' }, { indicator: 'Closed.' }])
})

test('an anchor may be set anew', () => {
  const { data } = loadValid(`${HEAD}issue: &a One\nbackground: *a\nbottom_line: &a Two\nsubtitle: *a\n`)
  assert.equal([data.background, data.subtitle], ['One', 'Two'])
})

test('line ends of Windows are read as others', () => {
  const text = `${HEAD}background: >\n  One\n  line.\n\n  Two.\nissue: |\n  A\n  B\nwatch:\n  - "x\n    y"\n`
  assert.equal(loadValid(text.replaceAll('\n', '\r\n')).data, loadValid(text).data)
})

test('a directive of YAML 1.1 changes nothing of what is read', () => {
  const { data } = loadValid(`%YAML 1.1\n---\n${HEAD}issue: yes\nversion: 1_000\n`)
  assert.equal([data.issue, data.version], ['yes', '1_000'])
})

test('an unused source is no error', () => {
  const { brief, found } = load(`${HEAD}sources: [{id: paper, title: Paper}]\n`)
  assert.equal(found, ['3:16 unused-source'])
  assert.ok(brief)
})

test('a source is used by a quote, by a cite and by prose in any wording', () => {
  loadValid(
    `${HEAD}issue: {default: "Why?", press: "Why [see @c, p. 2]?"}\nquotes: [{text: No., source: a}]\n` +
      'gaps: [{gap: How, cite: "@b, p. 1"}]\nsources: [{id: a, title: A}, {id: b, title: B}, {id: c, title: C}]\n',
  )
})

test('findings come in the order of the file', () => {
  const { found } = load('as_of: soon\nstatus: done\ntitle: a\nquotes: [{text: A, source: b}]\nsubtitel: x\n')
  assert.equal(found, ['1:8 invalid-date', '2:9 invalid-value', '4:28 unknown-source', '5:1 unknown-key'])
})

test('a slip of the pen is recognised, and valid names are listed for the rest', () => {
  const hint = (text: string) => load(text).findings[0]?.hints[0]
  assert.is(hint(`${HEAD}bottom-line: a`), 'did you mean `bottom_line`?')
  assert.is(hint(`${HEAD}Status: draft`), 'did you mean `status`?')
  assert.is(hint(`${HEAD}recommend: a`), 'did you mean `recommendation`?')
  assert.match(hint(`${HEAD}wholly_other: a`) ?? '', /^use one of these fields: `title`, /)
})

test('what an alias repeats is found once, where it stands', () => {
  assert.equal(load(`${HEAD}watch:\n  - &a {indicatr: x}\n  - *a\n  - *a\n`).found, ['4:9 unknown-key'])
})

test('a hostile number of findings is cut short, and the last says so', () => {
  const findingsOf = (items: number) => load(`${HEAD}watch:\n${'  - {x: y}\n'.repeat(items)}`).findings
  const whole = findingsOf(100)
  assert.is(whole.length, 200)
  assert.not.match(whole.at(-1)?.hints.at(-1) ?? '', 'more findings are not shown')
  const findings = findingsOf(101)
  assert.is(findings.length, 200)
  assert.match(findings.at(-1)?.hints.at(-1) ?? '', 'more findings are not shown')
})

test('keys of object prototypes are keys like any others', () => {
  const { found } = load(
    `${HEAD}__proto__: {a: b}\nconstructor: a\nissue: {default: a, __proto__: b, toString: c}\n`,
  )
  assert.equal(found, [
    '3:1 unknown-key',
    '4:1 unknown-key',
    '5:21 unknown-audience',
    '5:35 unknown-audience',
  ])
})

test('a finding marks the characters that it is about', () => {
  const { findings } = load(`${HEAD}issue: "a \\"b\\" [@nobody, p. 1]"\n`)
  assert.equal(
    findings.map(finding => pointedAt(finding.place)),
    ['nobody'],
  )
})

test('a marking that is named and not said is no marking left out', () => {
  const found = (line: string) => load(`title: A\nas_of: 2025\n${line}\n`).found
  assert.equal(found('classification:'), ['3:1 empty-text'])
  assert.equal(found('classification: null'), ['3:1 empty-text'])
  assert.equal(found('key_facts: [{fact: A, classification: }]'), ['3:23 empty-text'])
  assert.equal(found('key_facts: [{fact: A, classification}]'), ['3:23 empty-text'])
  assert.equal(found('classification: TLP:RED'), [])
})

test.run()
