import { test } from 'uvu'
import * as assert from 'uvu/assert'
import { findingsOf, workspace } from '../support/workspace.js'
import { png } from '../typeset/pictures.js'

const BRIEF = `title: The harbour ferry
as_of: 2025-03-10
classification: TLP:CLEAR
issue: Buy a second ferry? See @box:secret, @fig:quay and @annex:costs.
background: It is old, as @box:history says.
key_facts: [It is slow.]
boxes:
  - {id: secret, title: Zqtitle, body: Zqbody, classification: TLP:RED}
  - {id: history, title: A history, body: It sank.}
images:
  - {id: quay, file: quay.png, alt: A quay., caption: The quay, credit: A. Vela}
annexes:
  - {id: costs, title: Costs, body: 'As @box:history.'}
sections:
  - {id: law, title: The law, after: key_messages, body: It is old.}
`

test('what a brief refers to is printed, numbered and linked, and leaves no trace above a clearance', async () => {
  const space = workspace({ 'briefs/a.yaml': BRIEF, 'briefs/quay.png': png(40, 10) })
  const built = await space.run('build', '-a', 'analyst', '--json')
  assert.is(built.status, 0, built.stderr)
  assert.equal(findingsOf(built), ['briefs/a.yaml:4:32 reference-not-printed'])
  const { editions } = JSON.parse(built.stdout) as { editions: { unshown: string[] }[] }
  assert.equal(editions[0]?.unshown, [])
  const tags = (await space.run('inspect', 'briefs/a.yaml', '-a', 'analyst', '--stage', 'tags')).stdout
  assert.match(tags, /Figure 1/)
  assert.match(tags, /Box 1\. A history/)
  assert.match(tags, /Annex A\. Costs/)
  assert.match(tags, /a box not printed here/)
  assert.not.match(tags, /Zq|secret/)
  const blocks = (await space.run('inspect', 'briefs/a.yaml', '-a', 'analyst', '--stage', 'blocks')).stdout
  const headings = [...blocks.matchAll(/h2 #\S+: (.*)/g)].map(([, words]) => words)
  assert.equal(headings.slice(0, 2), ['Key messages', 'The law'])
})

test('a credit has a label unless it begins with one', async () => {
  const creditOf = async (credit: string) => {
    const text = BRIEF.replace('credit: A. Vela', `credit: "${credit}"`)
    const space = workspace({ 'briefs/a.yaml': text, 'briefs/quay.png': png(40, 10) })
    const { stdout } = await space.run('inspect', 'briefs/a.yaml', '-a', 'analyst', '--stage', 'blocks')
    return /credit (.*)/.exec(stdout)?.[1]
  }
  assert.is(await creditOf('A. Vela'), 'Credit: A. Vela')
  assert.is(await creditOf('Photo: A. Vela'), 'Photo: A. Vela')
  assert.is(await creditOf('© A. Vela'), '© A. Vela')
})

test('the letter of an annex stands in larger type than its title', async () => {
  const space = workspace({ 'briefs/a.yaml': BRIEF, 'briefs/quay.png': png(40, 10) })
  const headOf = async (audience: string) => {
    const { stdout } = await space.run(
      'inspect',
      'briefs/a.yaml',
      '-a',
      audience,
      '--stage',
      'pages',
      '--json',
    )
    const { pages } = JSON.parse(stdout) as {
      pages: {
        annex: boolean
        lines: { text: string; size: number; smallest: number; block: string | null }[]
      }[]
    }
    const lines = pages.filter(({ annex }) => annex).flatMap(page => page.lines)
    const head = lines.find(({ text }) => text === 'Annex A. Costs')
    return head && [head.size, head.smallest]
  }
  assert.equal(await headOf('submission'), [14, 11.55])
  assert.equal(await headOf('research'), [14, 12])
})

test('a picture that is not there is found at its field before anything is printed', async () => {
  const space = workspace({ 'briefs/a.yaml': BRIEF })
  const checked = await space.run('check', 'briefs/a.yaml', '--json')
  assert.ok(findingsOf(checked).includes('briefs/a.yaml:11:22 file-unreadable'), findingsOf(checked).join())
  assert.match(checked.stdout, /`briefs\/quay\.png`/)
})

test('a section that follows none is an error of the build', async () => {
  const text = BRIEF.replace('after: key_messages', 'after: key_mesages')
  const space = workspace({ 'briefs/a.yaml': text, 'briefs/quay.png': png(40, 10) })
  const built = await space.run('build', '-a', 'analyst', '--json')
  assert.is(built.status, 1)
  assert.ok(findingsOf(built).some(finding => finding.endsWith('unknown-section')))
  assert.match(built.stdout, /did you mean `key_messages`/)
})

test('boxes and pictures are left out to keep a page limit, and what refers to them says so', async () => {
  const long = 'It was built in a year that nobody remembers, by a smith whom nobody knew. '.repeat(140)
  const text = BRIEF.replace(
    'title: A history, body: It sank.',
    `title: A history, priority: could, body: "${long}"`,
  )
    .replace('caption: The quay, ', 'priority: could, ')
    .replace(', credit: A. Vela', '')
    .replace("body: 'As @box:history.'", 'body: Much')
  const space = workspace({ 'briefs/a.yaml': text, 'briefs/quay.png': png(40, 38) })
  const built = await space.run('build', '-a', 'one-page', '--json')
  assert.is(built.status, 0, built.stdout)
  const { editions } = JSON.parse(built.stdout) as { editions: { left_out: string[]; pages: number }[] }
  assert.is(editions[0]?.pages, 1)
  assert.equal(editions[0]?.left_out, ['images[0]', 'boxes[1]'])
})

test('a template of a house that prints no free content leaves it unshown', async () => {
  const template = `---
title: Note
description: For us.
page: { size: a4, margins: { top: 20, right: 20, bottom: 20, left: 20 } }
limit: 1
type: { size: 10, floor: 9 }
clearance: TLP:RED
sections: []
---
<h1>{{title}}</h1><p>{{issue}}</p>
`
  const space = workspace({
    'briefs/a.yaml': BRIEF,
    'briefs/quay.png': png(40, 10),
    'templates/note.hbs': template,
  })
  const built = await space.run('build', '-a', 'note', '--json')
  const { editions } = JSON.parse(built.stdout) as { editions: { unshown: string[] }[] }
  const unshown = editions[0]?.unshown ?? []
  for (const field of ['sections[0].title', 'boxes[1].body', 'images[0].file', 'annexes[0].title'])
    assert.ok(unshown.includes(field), field)
})

const MANY = `title: The harbour ferry
as_of: 2025-03-10
classification: TLP:CLEAR
issue: Buy a second ferry?
background: |
  A [@tbl:a; @tbl:b]. B [see @tbl:a; @tbl:b; @tbl:c]. C [@tbl:c; @tbl:a; @fig:quay; @box:x; @box:y].

  D [@tbl:a; @fig:quay; @tbl:b]. E [@tbl:a; -@tbl:b]. F [@sec:law; @sec:use]. G [@tbl:a; @tbl:b; @tbl:secret]. H @tbl:secret.
tables:
  - &table {id: a, title: A, columns: [{key: k, title: K}], rows: [[v]]}
  - {id: b, title: B, columns: [{key: k, title: K}], rows: [[v]]}
  - {id: c, title: C, columns: [{key: k, title: K}], rows: [[v]]}
  - {id: secret, title: D, columns: [{key: k, title: K}], rows: [[v]], classification: TLP:RED}
images: [{id: quay, file: quay.png, alt: A quay., caption: The quay}]
boxes: [{id: x, title: X, body: X.}, {id: y, title: Y, body: Y.}]
sections: [{id: law, title: The law, body: Old.}, {id: use, title: The use, body: New.}]
`

const sentencesIn = async (lang: string) => {
  const text = MANY.replace('as_of', `lang: ${lang}\nas_of`).replace('&table ', '')
  const space = workspace({ 'briefs/a.yaml': text, 'briefs/quay.png': png(40, 10) })
  const { stdout } = await space.run('inspect', 'briefs/a.yaml', '-a', 'analyst', '--stage', 'blocks')
  const words = stdout.replace(/\[([^\]]*)\]\(#[^)]*\)/g, '$1')
  return { words, findings: findingsOf(await space.run('build', '-a', 'analyst', '--json')) }
}

test('references of one kind that stand together name it once, in each language', async () => {
  const { words, findings } = await sentencesIn('en')
  for (const sentence of [
    'A Tables 1 and 2.',
    'B see Tables 1, 2 and 3.',
    'C Tables 3 and 1, Figure 1 and Boxes 1 and 2.',
    'D Table 1, Figure 1 and Table 2.',
    'E Table 1 and 2.',
    'F sections “The law” and “The use”.',
    'G Tables 1 and 2 and a table not printed here.',
  ])
    assert.ok(words.includes(sentence), `${sentence}\n${words}`)
  assert.equal(findings, [
    'briefs/a.yaml:9:98 reference-not-printed',
    'briefs/a.yaml:9:114 reference-not-printed',
  ])
  for (const [lang, sentence] of [
    ['de', 'A Tabellen 1 und 2.'],
    ['es', 'A tablas 1 y 2.'],
    ['fr', 'A tableaux 1 et 2.'],
  ] as const)
    assert.ok((await sentencesIn(lang)).words.includes(sentence), lang)
})

test.run()
