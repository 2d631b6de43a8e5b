import { readFileSync } from 'node:fs'
import { join } from 'node:path'
import { test } from 'uvu'
import * as assert from 'uvu/assert'
import { readStructure } from '../../src/typeset/outline/read-structure.js'
import { outlineElement } from '../../src/typeset/outline/tag-outline.js'
import { findingsOf, type TestWorkspace, workspace } from '../support/workspace.js'

const HEAD = `title: Lease of the pier
as_of: 2025-11-20
lang: en
`
const SUBMISSION = `${HEAD}audiences: [submission]
submission:
  to: Minister for Ports
  from: Harbour Office
  reference: HO/25-7
  deadline: 2025-12-12
  through: [Secretary]
  copied_to: [Treasury, Port council]
  cleared_by:
    - { name: M. Aster, role: Legal adviser, date: 2025-11-18 }
    - { name: S. Lund, role: Budget director }
issue: The lease ends on 31 December.
recommendation:
  - { text: Sign for two years., by: 2025-12-12, owner: Minister, decision: [approve, decline] }
  - { text: Note the cost of the quay wall., decision: note }
background: |
  The basin has been let since 1998.

  The quay wall is to be mended by 2029.
sections:
  - { id: implications, title: What it costs, body: Nothing this year. }
consultation:
  - { who: Treasury, view: For two years., status: agrees, date: 2025-11-14, contact: P. Vane }
  - { who: Port council, status: not_consulted }
next_steps:
  - { action: Letter to the tenant, due: 2025-12-13, owner: Harbour Office }
  - { action: Paper on the quay wall, owner: Harbour Office }
`
const inWorkspace = (brief: string, audience: string) =>
  workspace({ 'briefs/pier.yaml': brief.replace('AUDIENCE', audience) })

interface Built {
  readonly found: readonly string[]
  readonly unshown: readonly string[]
  readonly tags: string
  readonly pages: number
}

async function built(space: TestWorkspace, audience: string): Promise<Built> {
  const outcome = await space.run('build', '-a', audience, '--json')
  const { editions } = JSON.parse(outcome.stdout) as { editions: { unshown: string[]; pages: number }[] }
  const pdf = readFileSync(join(space.root, `out/pier/${audience}.pdf`))
  return {
    found: findingsOf(outcome).map(line => line.split(' ')[1] ?? ''),
    unshown: editions[0]?.unshown ?? [],
    pages: editions[0]?.pages ?? 0,
    tags: outlineElement(readStructure(pdf).root),
  }
}

const isInOrder = (text: string, words: readonly string[]) => {
  const places = words.map(word => text.indexOf(word))
  assert.not(places.includes(-1), words.filter(word => !text.includes(word)).join(', '))
  assert.equal(
    places,
    places.toSorted((a, b) => a - b),
  )
}

test('a submission prints all that it holds, in the order of such papers', async () => {
  const { found, unshown, tags, pages } = await built(inWorkspace(SUBMISSION, ''), 'submission')
  assert.equal([found, unshown, pages], [[], [], 1])
  isInOrder(tags, [
    ...[
      'Minister for Ports',
      'Harbour Office',
      'HO/25-7',
      '12 December 2025',
      'Secretary',
      'Treasury; Port council',
    ],
    ...[
      'The lease ends',
      'Sign for two years.',
      'Signature',
      'Letter to the tenant',
      'Paper on the quay wall',
    ],
    ...[
      'The basin has been let',
      'For two years.',
      'Not consulted',
      'What it costs',
      'M. Aster',
      'Budget director',
    ],
  ])
})

test('there is a box for each decision that is asked for, read in its cell, and none for others', async () => {
  const { tags } = await built(inWorkspace(SUBMISSION, ''), 'submission')
  assert.equal(
    [...tags.matchAll(/\{Span (box to tick: \w+)\}/g)].map(match => match[1]),
    ['box to tick: Approve', 'box to tick: Decline', 'box to tick: Note'],
  )
  assert.match(tags, /TH #TH\d+ Scope Column\s+P: Approve/)
  assert.not.match(tags, 'Discuss')
})

test('paragraphs of a submission are numbered through', async () => {
  const { tags } = await built(inWorkspace(SUBMISSION, ''), 'submission')
  for (const [number, words] of [
    ['1.', 'The lease ends'],
    ['2.', 'The basin'],
    ['3.', 'The quay wall'],
    ['4.', 'Nothing this year'],
  ])
    assert.match(tags, new RegExp(`P: ${words}.*\\n\\s+Lbl: ${number}`))
})

test('consultation without status, date and contact stays a list', async () => {
  const listed = SUBMISSION.replace(', status: agrees, date: 2025-11-14, contact: P. Vane', '').replace(
    ', status: not_consulted',
    '',
  )
  for (const audience of ['submission', 'decision']) {
    const plain = await built(inWorkspace(listed, ''), audience)
    assert.not.match(plain.tags, /TH #TH\d+ Scope Row\s+P: Treasury/)
    assert.match(plain.tags, 'Treasury. For two years.')
    const table = await built(inWorkspace(SUBMISSION, ''), audience)
    assert.match(table.tags, /TH #TH\d+ Scope Row\s+P: Treasury/)
    assert.match(table.tags, 'P. Vane')
  }
})

const QUESTION = `${HEAD}audiences: [question]
issue: Will the pier close?
contact: Harbour Office, R. Okafor
custom: { telephone: 04 555 0188 }
submission: { cleared_by: [{ name: M. Aster, role: Deputy, date: 2025-11-18 }] }
background: The lease ends on 31 December.
lines_to_take:
  - We want the pier open.
  - { line: We do not speak of the tenant., status: reactive }
qa:
  - { question: Will the pier close?, answer: It stays open., if_pressed: I will not guess. }
  - { question: Who pays?, answer: The tenant does., if_pressed: As before. }
sections: [{ id: law, title: The law, body: It holds. }]
annexes: [{ id: a, title: The lease, body: Twelve pages. }]
`

test('a question note prints the question, the answer, what to add, and who has approved it', async () => {
  const { found, unshown, tags, pages } = await built(inWorkspace(QUESTION, ''), 'question')
  assert.equal([found, unshown, pages], [[], ['qa[0].question', 'sections[0].title', 'sections[0].body'], 1])
  isInOrder(tags, [
    ...[
      'Will the pier close?',
      'Suggested response',
      'It stays open.',
      'We want the pier open.',
      'If pressed',
    ],
    ...[
      'I will not guess.',
      'We do not speak',
      'Who pays?',
      'The tenant does.',
      'As before.',
      'The lease ends',
    ],
    ...[
      'R. Okafor',
      '04 555 0188',
      'M. Aster, Deputy',
      '18 November 2025',
      'Annex A. The lease',
      'Twelve pages.',
    ],
  ])
  assert.not.match(tags, 'It holds.')
})

test('without an issue the first question is the question, and without answers the lines are the response', async () => {
  const { tags } = await built(inWorkspace(QUESTION.replace(/^issue.*\n/m, ''), ''), 'question')
  isInOrder(tags, ['Will the pier close?', 'Suggested response', 'It stays open.'])
  const lines = await built(inWorkspace(QUESTION.replace(/^qa:\n(?: {2}.*\n)+/m, ''), ''), 'question')
  isInOrder(lines.tags, ['Suggested response', 'We want the pier open.', 'If pressed', 'We do not speak'])
})

test('a response of more than ninety words or four bullets gets a warning', async () => {
  const long = QUESTION.replace('It stays open.', `${'It stays open. '.repeat(29).trim()}`)
  assert.equal((await built(inWorkspace(long, ''), 'question')).found, ['box-too-long'])
  const four = QUESTION.replace('  - We want the pier open.\n', '  - It is safe.\n'.repeat(4))
  assert.equal((await built(inWorkspace(four, ''), 'question')).found, [])
  const five = QUESTION.replace('  - We want the pier open.\n', '  - It is safe.\n'.repeat(5))
  assert.equal((await built(inWorkspace(five, ''), 'question')).found, ['box-too-long'])
})

test('neither is printed for a brief that does not ask for it', async () => {
  const space = inWorkspace(`${HEAD}issue: Will it close?\n`, '')
  await space.run('build')
  const files = space.files('out').filter(path => path.endsWith('.pdf'))
  assert.ok(files.length > 0)
  assert.not(files.some(path => /submission|question/.test(path)))
})

test('what is above their clearance is in neither', async () => {
  const marked = QUESTION.replace(
    '- We want the pier open.',
    '- { line: The secret line., classification: "TLP:RED" }',
  )
  const { tags } = await built(inWorkspace(marked, ''), 'question')
  assert.not.match(tags, 'secret')
  const space = inWorkspace(`${SUBMISSION}classification: TLP:RED\n`, '')
  assert.equal((await built(space, 'submission')).found, [])
})

test.run()
