import { readdirSync, readFileSync, statSync } from 'node:fs'
import { join } from 'node:path'
import { test } from 'uvu'
import * as assert from 'uvu/assert'
import { type TestWorkspace, workspace } from '../support/workspace.js'

/** Each field has a word of its own, `Xqzqv` and more; with what is needed for findings of all sorts. */
const BRIEF = `title: {default: Xqzqvaa the title, public: Xqzqvab}
subtitle: Xqzqvac
as_of: 2025-01-20
authors: [Xqzqvad]
organisation: Xqzqvae
contact: Xqzqvaf
distribution: Xqzqvag
issue: Xqzqvah Xqzqvname Person?
bottom_line: Xqzqvai [@xqzqvtalk]
background: Xqzqvaj
key_facts:
${Array.from({ length: 60 }, (_, index) => `  - {fact: Xqzqvak ${index} and words to fill the page with until there is no room left for more, priority: should, cite: "xqzqvopen"}`).join('\n')}
timeline:
  - {date: 2025-01-10, when: Xqzqval, event: Xqzqvam, label: Xqzqvan}
actors:
  - {id: xqzqvopen, name: Xqzqvao, role: Xqzqvap, side: Xqzqvaq, position: Xqzqvar, interest: Xqzqvas}
  - {id: xqzqvhid, name: Xqzqvname Person, audiences: [decision]}
stakes:
  - {stake: Xqzqvat, who: [xqzqvopen, xqzqvhid], description: Xqzqvau, horizon: Xqzqvav}
quotes:
  - {id: xqzqvquote, text: "Xqzqvword we shall see … it done", speaker: xqzqvopen, source: xqzqvopen, context: Xqzqvaw, reported_by: Xqzqvax, classification: TLP:RED}
  - {text: Xqzqvother we shall see, speaker: xqzqvhid, source: xqzqvopen}
options: [{name: Xqzqvay, summary: Xqzqvaz, pros: [Xqzqvba], cons: [Xqzqvbb], risk: Xqzqvbc}]
recommendation: [{text: Xqzqvbd, by: Xqzqvbe, owner: Xqzqvname Person}]
consultation: [{who: Xqzqvbf, view: Xqzqvbg}]
qa: [{question: Xqzqvbh, answer: Xqzqvbi, if_pressed: Xqzqvbj}]
gaps: [{gap: Xqzqvbk, why: Xqzqvbl}]
glossary: [{term: Xqzqvbm, meaning: Xqzqvbn}]
sources:
  - {id: xqzqvopen, title: Xqzqvbo, author: Xqzqvbp, container_title: Xqzqvbq, url: "https://xqzqvbr.example/", note: Xqzqvbs, text: xqzqvfile.txt, type: article}
  - {id: xqzqvtalk, title: Xqzqvbt, audiences: [decision]}
`
const SOURCE =
  '“Xqzqvword we shall see the xqzqvsecret of the source and it done,” Xqzqvao said. “Xqzqvother we shall see,” Xqzqvname Person said.\n'
const ROWS = 'id,name,xqzqvcolumn,lang\nr1,,Xqzqvcell one,\nr2,Xqzqvcell two,Xqzqvcell three,\n'
const WORD = /xqzqv/i

/** All that an output folder holds beside PDFs, by path. */
function filesOf(space: TestWorkspace, folder = 'out'): [path: string, bytes: string][] {
  return readdirSync(join(space.root, folder), { recursive: true, encoding: 'utf8' })
    .filter(path => !path.endsWith('.pdf') && statSync(join(space.root, folder, path)).isFile())
    .map(path => [path, readFileSync(join(space.root, folder, path), 'latin1')])
}

function hasNoWords(space: TestWorkspace): void {
  const files = filesOf(space)
  assert.ok(files.length >= 3, 'a manifest, a record and a plan')
  for (const [path, bytes] of files) {
    assert.not.match(path, WORD)
    assert.not.match(bytes, WORD, path)
    assert.not.ok(bytes.includes(JSON.stringify(space.root).slice(1, -1)), `${path} has no absolute path`)
    const encoded = bytes.match(/[A-Za-z0-9+/]{16,}={0,2}/g) ?? []
    for (const text of encoded) assert.not.match(Buffer.from(text, 'base64').toString('latin1'), WORD)
  }
}

/** A slow build says how far it is. */
const withoutProgress = (text: string) => text.replace(/^\d+ of \d+ editions.*\n/gm, '')

const inputs = { 'briefs/a.yaml': BRIEF, 'briefs/xqzqvfile.txt': SOURCE }

test('an output folder holds no words of briefs and sources, and no absolute paths; findings are shown from the cache', async () => {
  const space = workspace(inputs)
  const first = await space.run('build')
  assert.is(first.status, 0, first.stderr)
  for (const code of [
    'quote-abridged',
    'should-left-out',
    'reference-not-for-audience',
    'hidden-actor-named',
    'citation-left-out',
  ])
    assert.match(first.stderr, `[${code}]`)
  assert.match(first.stderr, 'Xqzqvword we shall see', 'with the line of the brief')
  hasNoWords(space)
  const second = await space.run('build')
  assert.match(second.stdout, /0 editions printed|from cache/)
  assert.is(withoutProgress(second.stderr), withoutProgress(first.stderr))
  hasNoWords(space)
})

test('nor words of a row of recipients, beside the name of their files', async () => {
  const space = workspace({ ...inputs, 'people.csv': ROWS })
  const build = ['build', '-a', 'press', '--data', 'people.csv']
  const first = await space.run(...build)
  assert.is(first.status, 0, first.stderr)
  hasNoWords(space)
  assert.is(withoutProgress((await space.run(...build)).stderr), withoutProgress(first.stderr))
})

test('findings from the cache move with the row that they are about, and are looked for again where the row has changed', async () => {
  const template =
    '---\ntitle: Note\ndescription: For tests.\npage: {size: a4, margins: {top: 20, right: 20, bottom: 20, left: 20}}\nlimit: 1\ntype: {size: 10, floor: 9}\nclearance: TLP:AMBER\nsections: []\n---\n<h1>{{title}}</h1><p>{{issue}}</p>\n'
  const space = workspace({
    'templates/note.hbs': template,
    'briefs/a.yaml': 'title: Open\nas_of: 2025-01-20\naudiences: [note]\nissue: To {{recipient.name}}\n',
    'people.csv': 'id,name,town\nr1,,Xqzqvtown\nr2,Bo,Xqzqvcity\n',
  })
  const build = async () => {
    const { stdout } = await space.run('build', '--data', 'people.csv', '--json')
    const { diagnostics, editions } = JSON.parse(stdout) as {
      diagnostics: { file: string; line: number; code: string }[]
      editions: { recipient: string; cached: boolean }[]
    }
    const found = diagnostics.map(({ file, line, code }) => `${file}:${line} ${code}`)
    return { found, printed: editions.filter(({ cached }) => !cached).map(({ recipient }) => recipient) }
  }
  const first = await build()
  assert.equal(first.printed, ['r1', 'r2'])
  assert.equal(first.found, ['people.csv:2 recipient-field-empty'])
  for (const [, bytes] of filesOf(space)) assert.not.match(bytes, WORD)
  space.write({ 'people.csv': 'id,name,town\nr0,Al,Xqzqvham\nr1,,Xqzqvtown\nr2,Bo,Xqzqvcity\n' })
  assert.equal(await build(), { found: ['people.csv:3 recipient-field-empty'], printed: ['r0'] })
  space.write({ 'people.csv': 'id,name,town\nr0,Al,Xqzqvham\nr1,,Xqzqvport\nr2,Bo,Xqzqvhill\n' })
  assert.equal(await build(), { found: ['people.csv:3 recipient-field-empty'], printed: ['r1'] })
})

test('what an earlier version kept open is struck off', async () => {
  const space = workspace(inputs)
  await space.run('build', '-a', 'public')
  const { checkedLine, checkedLines } = await import('../../src/batch/record/checked-lines.js')
  const path = 'out/.briefwright/ledger.jsonl'
  const old = [...checkedLines(space.read(path))].map(line => {
    const [kind, file, entry] = line as [string, string, object]
    return checkedLine(
      kind === 'printed' ? [kind, file, { ...entry, findings: [{ text: 'Xqzqvword' }] }] : line,
    )
  })
  space.write({ [path]: old.join('') })
  const { stdout } = await space.run('build', '-a', 'public')
  assert.match(stdout, '1 edition printed')
  hasNoWords(space)
})

test.run()
