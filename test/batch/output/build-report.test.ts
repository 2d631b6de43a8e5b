import { readFileSync, statSync } from 'node:fs'
import { join } from 'node:path'
import { test } from 'uvu'
import * as assert from 'uvu/assert'
import { DAM, template } from '../../support/briefs.js'
import { findingsOf, workspace } from '../../support/workspace.js'

const BODY = `<h1>{{title}}</h1><ul>{{#each key_facts}}<li>{{fact}}</li>{{/each}}</ul>
{{#each quotes}}<blockquote><p>{{quoted text}}</p><cite>{{reference this}}</cite></blockquote>{{/each}}`
const FACTS = Array.from({ length: 90 }, (_, at) => `  - { fact: Fact ${at}, priority: could }\n`).join('')
const QUOTES = `quotes: [{ text: The wall has always stood, source: s }]
sources: [{ id: s, type: speech, title: Speech, author: Ana, text: s.txt }]
`
const FILES = {
  'templates/note.hbs': template(BODY),
  'templates/board.hbs': template('<h1>{{title}}</h1>', { clearance: 'TLP:RED' }),
  'briefs/a plain.yaml': `${DAM}audiences: [note]\n`,
  'briefs/broken.yaml': 'title: [\n',
  'briefs/failing.yaml': `${DAM}audiences: [note, board]\ntimelin: []\n`,
  'briefs/lacking.yaml': `${DAM}audiences: [note]\nkey_facts: [{ fact: The <b>wall</b> & more, cite: s }]\nsources: [{ id: s, title: S }]\n`,
  'briefs/long.yaml': `${DAM}audiences: [note, board]\nkey_facts:\n${FACTS}`,
  'briefs/unproved.yaml': `${DAM}audiences: [note]\n${QUOTES}`,
  'briefs/s.txt': 'Nothing of the kind.\n',
}

async function reportOf(
  files: Readonly<Record<string, string>> = FILES,
  path = 'out/report.html',
  ...argv: string[]
) {
  const space = workspace(files)
  const outcome = await space.run('build', '--allow-unverified', '--report', path, ...argv)
  return { space, outcome, html: space.read(path) }
}

/** The text between tags. */
const textOf = (html: string) => html.replace(/<style>[\s\S]*?<\/style>|<[^>]*>/g, ' ').replace(/\s+/g, ' ')

/** The rows of a table, their cells as text. */
function rowsOf(html: string, caption: string): string[] {
  const table = new RegExp(`<caption>${caption}</caption>[\\s\\S]*?</table>`).exec(html)?.[0] ?? ''
  return [...table.matchAll(/<tr>(.*?)<\/tr>/g)]
    .slice(1)
    .map(([, row = '']) =>
      [...row.matchAll(/<t[hd][^>]*>(.*?)<\/t[hd]>/g)]
        .map(([, cell = '']) => textOf(cell).trim())
        .join(' | '),
    )
}

test('it says what needs a person, the gravest first, and lists each edition with what it lacks', async () => {
  const { outcome, html } = await reportOf()
  assert.is(outcome.status, 1)
  assert.match(outcome.stdout, /^build report: out\/report\.html$/m)
  const attention = rowsOf(html, 'By brief, the gravest first')
  assert.equal(
    attention.map(row => row.replace(/\d+ items/, 'N items')),
    [
      'broken | all | has errors',
      'failing | all | has errors',
      'unproved | note | 1 quotation not proved',
      'long | note | N items or figures left out',
      'lacking | note | 1 field not shown',
    ],
  )
  assert.equal(rowsOf(html, 'Editions of lacking'), ['note | 1 of 1 | 1 not shown: key_facts[0].cite'])
  const [long = '', board] = rowsOf(html, 'Editions of long')
  assert.match(long, /^note \| 1 of 1 \| \d+ left out to keep the limit: key_facts\[\d+\]/)
  assert.is(board, 'board | 1 of 1 | ')
  assert.equal(rowsOf(html, 'Editions of unproved'), ['note | 1 of 1 | 1 quotation not proved'])
})

test('findings stand with their brief, each with its place and the words that it is about', async () => {
  const { html } = await reportOf()
  const failing =
    /<section aria-labelledby="[^"]*">\n<h2[^>]*>failing<[\s\S]*?<\/section>/.exec(html)?.[0] ?? ''
  assert.match(
    failing,
    /<li class="error"><strong>error<\/strong> <code>unknown-key<\/code> briefs\/failing\.yaml:6:1: /,
  )
  assert.match(failing, '<mark>timelin</mark>: []')
})

test('links lead from the report to the editions, wherever it is', async () => {
  for (const [path, href] of [
    ['report.html', 'out/a%20plain/note.pdf'],
    ['out/report.HTM', 'a%20plain/note.pdf'],
    ['deep/er/report.html', '../../out/a%20plain/note.pdf'],
  ] as const) {
    const { space, html } = await reportOf({ ...FILES }, path)
    assert.match(html, `<a href="${href}">note</a>`)
    const pdf = readFileSync(join(space.root, path, '..', decodeURIComponent(href)))
    assert.ok(pdf.subarray(0, 5).equals(Buffer.from('%PDF-')))
  }
})

test('the page is one file without a script, whose text no brief can turn into markup', async () => {
  const { html } = await reportOf({
    ...FILES,
    'briefs/lacking.yaml': `${DAM}audiences: [note]\n"<script>alert(1)</script>": x\n`,
  })
  assert.match(html, /^<!DOCTYPE html>\n<html lang="en">/)
  assert.match(html, "default-src 'none'")
  assert.not.match(html, /<script|<img|<link|src=|http:|https:|javascript:/)
  for (const [table = ''] of html.matchAll(/<table>[\s\S]*?<\/table>/g)) {
    assert.match(table, /<caption>/)
    assert.not.match(table, /<th(?:>| (?!scope="(?:col|row)"))/)
  }
  const levels = [...html.matchAll(/<h(\d)/g)].map(([, level]) => Number(level))
  for (const [at, level] of levels.entries()) assert.ok(level <= (levels[at - 1] ?? 0) + 1, String(levels))
  const ids = [...html.matchAll(/ id="([^"]*)"/g)].map(([, id]) => id)
  assert.is(new Set(ids).size, ids.length)
  for (const [, id] of html.matchAll(/ href="#([^"]*)"/g)) assert.ok(ids.includes(id), id)
})

test('it has the same bytes whether editions are printed or from the cache, and is left alone when it says the same', async () => {
  const { space, html } = await reportOf()
  const { mtimeMs } = await import('node:fs').then(({ statSync }) =>
    statSync(join(space.root, 'out/report.html')),
  )
  await space.run('build', '--allow-unverified', '--report', 'out/report.html')
  assert.is(space.read('out/report.html'), html)
  assert.is(statSync(join(space.root, 'out/report.html')).mtimeMs, mtimeMs)
  await space.run('build', '--allow-unverified', '--report', 'out/again.html', '--force')
  assert.is(space.read('out/again.html'), html)
})

test('where nothing is wrong it says so', async () => {
  const { html } = await reportOf({
    'templates/note.hbs': FILES['templates/note.hbs'],
    'briefs/dam.yaml': FILES['briefs/a plain.yaml'],
  })
  assert.match(textOf(html), 'What came of 1 brief and 1 edition.')
  assert.match(textOf(html), 'Nothing needs a person.')
  assert.not.match(html, /Findings/)
})

test('of a mail merge it lists the copies that need a look, and counts the others', async () => {
  const rows = Array.from({ length: 6 }, (_, at) => `r${at},${at < 2 ? '' : 'N'}\n`).join('')
  const body =
    '<h1>{{title}}</h1>{{#each gaps}}<p>{{gap}}{{#if @root.recipient.name}} {{why}}{{/if}}</p>{{/each}}'
  const files = {
    'templates/note.hbs': template(body),
    'briefs/dam.yaml': `${DAM}audiences: [note]\ngaps: [{ gap: A, why: B }]\n`,
    'rows.csv': `id,name\n${rows}`,
  }
  const { html } = await reportOf(files, 'out/report.html', '--data', 'rows.csv')
  assert.equal(rowsOf(html, 'Editions of dam'), [
    'note, r0 | 1 of 1 | 1 not shown: gaps[0].why',
    'note, r1 | 1 of 1 | 1 not shown: gaps[0].why',
    'note |  | 4 editions more in the manifest',
  ])
  assert.match(html, '<a href="dam/note/r0.pdf">')
})

test('what is wrong outside of the briefs stands apart', async () => {
  const { html } = await reportOf({ ...FILES, 'templates/board.hbs': 'nothing' })
  const others = /<h2 id="others">[\s\S]*?<\/section>/.exec(html)?.[0] ?? ''
  assert.match(others, /audience-invalid<\/code> templates\/board\.hbs:1:1/)
})

for (const path of [
  'briefs/a plain.yaml',
  'out/long/note.pdf',
  'out/manifest.json',
  'report',
  'report.pdf',
  '.html',
])
  test(`a report to \`${path}\` is wrong usage, and nothing is printed`, async () => {
    const space = workspace(FILES)
    const { status, stderr } = await space.run('build', '--report', path)
    assert.is(status, 2)
    assert.match(stderr, '.html')
    assert.equal(space.files(), Object.keys(FILES).sort())
  })

test('a report goes over no file that it is made from, nor to where nothing can be written', async () => {
  const space = workspace({ ...FILES, 'briefs/picture.html': 'x', 'blocked/file': 'x' })
  space.write({
    'briefs/s.yaml': `${DAM}audiences: [note]\nquotes: [{ text: x y, source: s }]\nsources: [{ id: s, type: speech, author: A, title: S, text: picture.html }]\n`,
  })
  const over = await space.run('build', 'briefs/s.yaml', '--json', '--report', 'briefs/picture.html')
  assert.ok(
    findingsOf(over).some(finding => finding.endsWith('file-exists') || finding.endsWith('write-failed')),
    over.stdout,
  )
  assert.is(space.read('briefs/picture.html'), 'x')
  const blocked = await space.run(
    'build',
    'briefs/long.yaml',
    '--json',
    '--report',
    'blocked/file/report.html',
  )
  assert.is(blocked.status, 1)
  assert.ok(findingsOf(blocked).includes('blocked/file/report.html:1:1 write-failed'), blocked.stdout)
})

test('a part of a plan is reported as what it is, and a plan is not', async () => {
  const { html } = await reportOf(FILES, 'out/report.html', '--shard', '1/2')
  const { html: other } = await reportOf(FILES, 'out/report.html', '--shard', '2/2')
  const links = (text: string) => [...text.matchAll(/href="([^"#]+)"/g)].map(([, href]) => href)
  assert.is(new Set([...links(html), ...links(other)]).size, links(html).length + links(other).length)
  const space = workspace(FILES)
  assert.is((await space.run('build', '--dry-run', '--report', 'r.html')).status, 2)
})

test.run()
