import { readFileSync } from 'node:fs'
import { join } from 'node:path'
import { test } from 'uvu'
import * as assert from 'uvu/assert'
import { readText } from '../support/pdf-text.js'
import { findingsOf, workspace } from '../support/workspace.js'

const HOSTILE =
  '<script>alert(1)</script> {{title}} {{{title}}} {{> masthead}} &amp; &lt;b&gt; <b>x</b> ‘q’ a ** b C:\\dir'
/** Without what setting adds: space between the parts of lines, bullets, capitals of labels. */
const squeezed = (text: string) =>
  text
    .normalize('NFC')
    .replace(/[\s\u200b\u00ad■•✗+−–]+/g, '')
    .toLowerCase()

/** Each field's text begins with a word of its own, by which it is found on the page. */
const field = (name: string) => JSON.stringify(`${name} ${HOSTILE}`)
const FIELDS: Readonly<Record<string, readonly string[]>> = {
  analyst: [
    'title',
    'subtitle',
    'distribution',
    'version',
    'author',
    'house',
    'line',
    'issue',
    'ground',
    'fact',
  ]
    .concat(['when', 'event', 'name', 'role', 'side', 'position', 'interest', 'stake', 'described', 'words'])
    .concat([
      'context',
      'reporter',
      'translated',
      'translator',
      'option',
      'summary',
      'pro',
      'con',
      'risk',
      'judgement',
    ])
    .concat(['basis', 'gap', 'indicator', 'term', 'meaning', 'source', 'writer', 'journal']),
  press: ['lines', 'question', 'answer', 'pressed', 'unsaid', 'why', 'contact'],
  decision: ['recommended', 'owner', 'asked', 'view', 'step'],
}
const BRIEF = `as_of: 2025-01-20
title: ${field('title')}
subtitle: ${field('subtitle')}
distribution: ${field('distribution')}
version: ${field('version')}
authors: ${field('author')}
organisation: ${field('house')}
contact: ${field('contact')}
bottom_line: ${field('line')}
issue: ${field('issue')}
background: ${field('ground')}
key_facts: [${field('fact')}]
timeline: [{when: ${field('when')}, event: ${field('event')}}]
actors: [{id: a, name: ${field('name')}, role: ${field('role')}, side: ${field('side')}, position: ${field('position')}, interest: ${field('interest')}}]
stakes: [{stake: ${field('stake')}, description: ${field('described')}, who: [a]}]
quotes: [{text: ${field('words')}, speaker: a, source: s, context: ${field('context')}, reported_by: ${field('reporter')}, translation: ${field('translated')}, translated_by: ${field('translator')}}]
options: [{name: ${field('option')}, summary: ${field('summary')}, pros: [${field('pro')}], cons: ${field('con')}, risk: ${field('risk')}}]
recommendation: [{text: ${field('recommended')}, owner: ${field('owner')}}]
consultation: [{who: ${field('asked')}, view: ${field('view')}}]
next_steps: [${field('step')}]
lines_to_take: [${field('lines')}]
qa: [{question: ${field('question')}, answer: ${field('answer')}, if_pressed: ${field('pressed')}}]
do_not_say: [{line: ${field('unsaid')}, why: ${field('why')}}]
judgements: [{text: ${field('judgement')}, basis: ${field('basis')}}]
gaps: [${field('gap')}]
watch: [{indicator: ${field('indicator')}, meaning: m}]
glossary: [{term: ${field('term')}, meaning: ${field('meaning')}}]
sources: [{id: s, title: ${field('source')}, author: ${field('writer')}, container_title: ${field('journal')}, text: s.txt}]
audiences: [{audience: analyst, limit: 20}, {audience: press, limit: 20}, {audience: decision, limit: 20}]
`

test('text of a brief is never markup: every field prints as it is written', async () => {
  const escaped = HOSTILE.replaceAll('&', '&amp;').replaceAll('<', '&lt;').replaceAll('>', '&gt;')
  const space = workspace({
    'briefs/a.yaml': BRIEF.replace('text: s.txt', 'text: s.html, type: speech'),
    'briefs/s.html': `<!doctype html><title>t</title><p>words ${escaped}</p>`,
  })
  const { status, stderr } = await space.run('build')
  assert.is(status, 0)
  const codes = new Set([...stderr.matchAll(/\[([a-z-]+)\]$/gm)].map(([, code]) => code))
  assert.equal([...codes], ['inline-mark'])
  for (const [audience, names] of Object.entries(FIELDS)) {
    const { drawn } = readText(readFileSync(join(space.root, `out/a/${audience}.pdf`)))
    const page = squeezed(drawn.replace(/^[\d.]+$/gm, ''))
    for (const name of names)
      assert.ok(page.includes(squeezed(`${name} ${HOSTILE}`)), `${name} in ${audience}.pdf`)
  }
})

async function printed(fact: string) {
  const brief = `title: T\nas_of: 2025-01-20\nkey_facts:\n  - ${JSON.stringify(fact)}\naudiences: [press]\n`
  const space = workspace({ 'briefs/a.yaml': brief })
  const outcome = await space.run('build', '--json')
  if (outcome.status !== 0) return { found: findingsOf(outcome), drawn: undefined }
  const { drawn } = readText(readFileSync(join(space.root, 'out/a/press.pdf')))
  return { found: findingsOf(outcome), drawn: drawn.replace(/\s+/g, ' ') }
}

for (const [written, drawn] of [
  ['an office, affluent, ﬁne', 'an office, affluent, ﬁne'],
  ['cafe\u0301 e\u0323\u0302 n\u0303', 'café ệ ñ'],
  [
    '5\u00a0km, thin\u2009space, zero\u200bwidth, soft\u00adhyphen',
    '5 km, thin space, zerowidth, softhyphen',
  ],
  ['marks\u200f of\u202e direction\u2069 go', 'marks of direction go'],
  ['thanks 🎉 and ❤️, 👩\u200d💻 at 1️⃣', 'thanks 🎉 and ❤, 👩\u200d💻 at 1⃣'],
  ['x\u0338, 5\u0338, 1\u0301 and **2**\u0301', 'x\u0338, 5\u0338, 1\u0301 and 2\u0301'],
  ['Ωμέγα, Москва, Łódź, Đà Nẵng', 'Ωμέγα, Москва, Łódź, Đà Nẵng'],
  [
    '**bold**, *leaning*, \\*not\\*, 1 * 2 * 3, snake_case_word',
    'bold, leaning, *not*, 1 * 2 * 3, snake_case_word',
  ],
] as const)
  test(`prints ${JSON.stringify(written)} as it is meant`, async () => {
    const result = await printed(written)
    assert.equal(result.found, [])
    assert.ok(squeezed(result.drawn ?? '').includes(squeezed(drawn)), result.drawn)
  })

test('a word wider than the page is broken, not cut', async () => {
  const { drawn } = await printed('W'.repeat(300))
  assert.is(drawn?.match(/W/g)?.length, 300)
})

for (const [written, found] of [
  ['an \u{1FAFF} emoji of no font', ['4:9 missing-glyph']],
  ['漢字', ['4:6 missing-glyph', '4:7 missing-glyph']],
  ['a [link](javascript:alert)', ['4:8 unsafe-link']],
] as const)
  test(`${JSON.stringify(written)} is a finding in the brief, and no page`, async () => {
    const result = await printed(written)
    assert.equal(
      result.found,
      found.map(finding => `briefs/a.yaml:${finding}`),
    )
    assert.is(result.drawn, undefined)
  })

test.run()
