import { test } from 'uvu'
import * as assert from 'uvu/assert'
import { Findings, SourceFile } from '../../../src/diagnostics/index.js'
import { formatLock, lockEvidence, parseLock } from '../../../src/evidence/index.js'
import { codesOf, proveBrief } from '../helpers.js'

const TEXT = `Otter survey

1. The survey was made in spring.

2. “The otters came back to both rivers,” the warden said.

3. “Nobody counted the badgers this year,” the warden said. It rained.

4. “The otters came back to both rivers,” the report repeats.
`

const briefYaml = (fields: string, source = '') =>
  `title: Otters\nas_of: 2025-01-01\n${fields}\nsources:\n  - { id: survey, title: Survey, type: report, text: a.txt${source} }\n`

function places(fields: string, source = '', text: string | undefined = TEXT) {
  const { findings, evidence } = proveBrief(briefYaml(fields, source), { survey: text })
  const found = findings.filter(({ code }) => code === 'quote-other-place' || code === 'locators-not-in-text')
  return { found, corrections: evidence.corrections, evidence }
}

const BADGERS = '“Nobody counted the badgers this year”'

for (const locator of [
  'para. 4',
  '¶4',
  '¶ 4',
  'paragraph 4',
  'paras. 3-5',
  'paras. 2, 4',
  'párr. 4',
  'Abs. 4',
  'para. 3 ff.',
])
  test(`\`${locator}\` is where the quotation stands, as counted`, () => {
    assert.equal(places(`issue: The warden says ${BADGERS} [@survey, ${locator}].`).found, [])
  })

for (const locator of ['para. 9', '¶9', 'paragraph 3', 'paras. 5-7', 'párr. 9', 'Rn. 9'])
  test(`\`${locator}\` is not where the quotation stands`, () => {
    const { found } = places(`issue: The warden says ${BADGERS} [@survey, ${locator}].`)
    assert.equal(
      found.map(({ code, severity }) => `${code} ${severity}`),
      ['quote-other-place warning'],
    )
    const [finding] = found
    assert.match(finding?.message ?? '', 'para. 4')
    assert.is(
      finding?.place.file.text.slice(finding.place.range.start, finding.place.range.end),
      `@survey, ${locator}`,
    )
  })

test('what names no paragraph, or not this source, is not compared', () => {
  for (const cited of ['@survey', '@survey, p. 9', '@survey, p. 9, para. 1', '@survey, my translation'])
    assert.equal(places(`issue: The warden says ${BADGERS} [${cited}].`).found, [])
})

test('words that stand twice may be cited at either place', () => {
  for (const [paragraph, count] of [
    [3, 0],
    [5, 0],
    [4, 1],
  ] as const) {
    const { found } = places(
      `issue: It says “The otters came back to both rivers” [@survey, para. ${paragraph}].`,
    )
    assert.is(found.length, count, String(paragraph))
  }
})

test('the citation of an item that quotes is compared, unless its text cites for itself', () => {
  const item = (fact: string, cite: string) =>
    places(`key_facts:\n  - fact: ${fact}\n    cite: ${cite}`).found.length
  assert.is(item(`It says ${BADGERS}.`, '"@survey, para. 9"'), 1)
  assert.is(item(`It says ${BADGERS}.`, '"@survey, para. 4"'), 0)
  assert.is(item(`It says ${BADGERS}.`, '["@survey, para. 9", "@survey, para. 4"]'), 0)
  assert.is(item(`It says ${BADGERS} [@survey, para. 4].`, '"@survey, para. 9"'), 0)
})

test('a citation that introduces the quotation is compared; one of what was said before it is not', () => {
  assert.is(places(`issue: As [@survey, para. 9] says, ${BADGERS}.`).found.length, 1)
  assert.is(places(`issue: The otters came back [@survey, para. 3], and ${BADGERS}.`).found.length, 0)
})

test('what is printed follows the proof where the citation can mean nothing else', () => {
  const correction = (issue: string) => places(`issue: ${issue}`).corrections.map(({ number }) => number)
  assert.equal(correction(`It says ${BADGERS} [@survey, para. 9].`), ['4'])
  assert.equal(correction(`It says ${BADGERS} of them, and left [@survey, para. 9].`), [])
  assert.equal(correction(`It says ${BADGERS} and “The survey was made in spring” [@survey, para. 9].`), [])
})

test('numbers of its own that a source does not declare are not those that are printed', () => {
  const { found } = places(`issue: It says ${BADGERS} [@survey, para. 3].`)
  assert.is(found.length, 1)
  assert.match(found[0]?.hints.join() ?? '', 'locators: paragraph')
})

test('a source that declares its numbers is cited by them', () => {
  const declared = (locator: string) =>
    places(`issue: It says ${BADGERS} [@survey, ${locator}].`, ', locators: paragraph')
  const { found, evidence } = declared('para. 3')
  assert.equal(found, [])
  assert.equal(evidence.proofs[0]?.place, [{ kind: 'paragraph', number: '3' }])
  assert.is(evidence.proofs[0]?.paragraph, 4)
  assert.equal(
    declared('para. 4').corrections.map(({ number }) => number),
    ['3'],
  )
})

test('a paragraph alone does not say where in a source of articles', () => {
  const text = 'Article 1\n\nThe otters may swim at night.\n\nArticle 2\n\nThe badgers may not swim at all.\n'
  const cited = (locator: string) =>
    places(
      `issue: It says “The badgers may not swim at all” [@survey, ${locator}].`,
      ', locators: article',
      text,
    )
  assert.equal(cited('Art. 2').found, [])
  assert.equal(cited('Art. 2, para. 1').found, [])
  assert.equal(cited('p. 9').found, [])
  assert.is(cited('Art. 1').found.length, 1)
  assert.is(cited('para. 4').found.length, 1)
  assert.equal(cited('para. 4').corrections, [])
})

test('a numbering that the text does not have is a finding, and paragraphs are counted', () => {
  const { found, evidence } = places(`issue: It says ${BADGERS} [@survey, para. 4].`, ', locators: page')
  assert.equal(
    found.map(({ code }) => code),
    ['locators-not-in-text'],
  )
  assert.is(evidence.proofs[0]?.place, undefined)
})

test('a locked quotation is compared too', () => {
  const yaml = briefYaml(`issue: The warden says ${BADGERS} [@survey, para. 9].`)
  const right = proveBrief(yaml, { survey: TEXT })
  const lock = lockEvidence(right.brief, right.evidence, right.texts, undefined, '2025-01-01')
  const { findings, evidence } = proveBrief(yaml, {}, lock)
  assert.is(evidence.proofs[0]?.verdict, 'locked')
  assert.is(findings.filter(({ code }) => code === 'quote-other-place').length, 1)
})

test('a lock keeps the numbers of a source, and without them a locked quotation has none', () => {
  const yaml = briefYaml(`issue: The warden says ${BADGERS} [@survey, para. 3].`, ', locators: paragraph')
  const right = proveBrief(yaml, { survey: TEXT })
  const lock = lockEvidence(right.brief, right.evidence, right.texts, undefined, '2025-01-01')
  const text = formatLock(lock)
  assert.match(text, 'place: ["paragraph 3"]')
  const read = parseLock(new SourceFile('a.lock.yaml', text), new Findings().report)
  assert.equal(read, lock)
  const { findings, evidence } = proveBrief(yaml, {}, read)
  assert.equal(evidence.proofs[0]?.place, [{ kind: 'paragraph', number: '3' }])
  assert.equal(codesOf(findings), [])
  const undeclared = proveBrief(
    yaml.replace(', locators: paragraph', '').replace('para. 3', 'para. 4'),
    {},
    read,
  )
  assert.is(undeclared.evidence.proofs[0]?.place, undefined)
  const old = parseLock(
    new SourceFile('a.lock.yaml', text.replace(/ *place: .*\n/, '')),
    new Findings().report,
  )
  assert.equal(proveBrief(yaml, {}, old).evidence.proofs[0]?.place, [])
  const broken = new Findings()
  assert.is(
    parseLock(new SourceFile('a.lock.yaml', text.replace('paragraph 3', 'verse 3')), broken.report),
    undefined,
  )
  assert.equal(codesOf(broken.all), ['lock-invalid'])
})

test('of very many citations the first are reported, and how many more there are', () => {
  const facts = (count: number) =>
    `key_facts:\n${Array.from({ length: count }, () => `  - fact: It says ${BADGERS} [@survey, para. 9].\n`).join('')}`
  assert.is(places(facts(50)).found.length, 50)
  assert.not.match(places(facts(50)).found.at(-1)?.hints.join() ?? '', 'more')
  const { found, corrections } = places(facts(53))
  assert.is(found.length, 50)
  assert.match(found.at(-1)?.hints.join() ?? '', '3 more')
  assert.is(corrections.length, 53)
})

test.run()
