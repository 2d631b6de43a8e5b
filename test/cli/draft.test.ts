import { readdirSync } from 'node:fs'
import { test } from 'uvu'
import * as assert from 'uvu/assert'
import { parse } from 'yaml'
import { workspace } from '../support/workspace.js'

const ARTICLE = `Storm closes the old pier

By Nora Lind

The harbour council closed the old pier on Friday after a storm broke its wall. More than 60% of the dockers live beside it.

“We will build a new pier before the summer,” Mayor Ingrid Solheim said at a meeting of the council. “We will not wait.”

“Nobody asked the dockers about it,” said Tomas Varga, the head of the dockers’ union. If the wall breaks again, the town could lose its only road to the north.

The mayor plans to present a new design to the council in April. The pier has served the town since 1931, and many of the dockers began their working lives on it.
`

const HTML = `<!doctype html><html><head><title>Storm closes the old pier | The Gazette</title>
<meta property="og:site_name" content="The Gazette"><meta property="article:published_time" content="2025-02-20T08:00:00Z">
<meta name="author" content="Nora Lind"></head><body><nav>Home News</nav><article><h1>Storm closes the old pier</h1>
${ARTICLE.split('\n\n')
  .slice(2)
  .map(text => `<p>${text}</p>`)
  .join('\n')}</article><footer>Imprint</footer></body></html>`

const QUOTES = [
  ['We will build a new pier before the summer', 'solheim'],
  ['We will not wait.', 'solheim'],
  ['Nobody asked the dockers about it', 'varga'],
]

const GERMAN = `Der Hafen wurde am Freitag nach einem Sturm geschlossen, sagte die Bürgermeisterin der Stadt.

Die Reparatur kostet
nach Angaben der Hafengesellschaft zwölf Millionen Euro, und viele Arbeiter fürchten um ihre Stellen im kommenden Jahr. Der Rat
will im April über einen neuen Entwurf entscheiden, doch die Gewerkschaft lehnt ihn ab.`

interface Brief {
  readonly quotes: readonly {
    text: string
    context?: string
    speaker?: string
    at?: readonly { start: number; end: number; paragraph: number }[]
  }[]
  readonly sources: readonly {
    title: string
    text?: string
    author?: string
    container_title?: string
    issued?: string
  }[]
  readonly timeline: readonly { date?: string; when?: string }[]
}

const quotesIn = ({ quotes }: Brief) => quotes.map(({ text, speaker }) => [text, speaker])

test('an article without a headline is named by how its first sentence begins', async () => {
  const caption = 'Dockers on the pier on Friday. (Nora Lind/AFP/Getty Images)'
  const body =
    'The council closed the pier after a storm. It will stay closed until the summer, the mayor said.'
  const space = workspace({
    'briefs/sources/pier.txt': `${caption}\n\nNORDHAVN, Norway (Post) — ${body}\n\n${body}\n`,
  })
  const { stdout } = await space.run('draft', 'briefs/sources/pier.txt')
  const brief = parse(stdout) as Brief & { readonly title: string }
  const begins = 'The council closed the pier after a storm.'
  assert.equal([brief.title, brief.sources[0]?.title], [begins, begins])
})

test('prints a brief that check has only reviews for, and that can be printed', async () => {
  const space = workspace({ 'briefs/sources/pier.txt': ARTICLE })
  const { status, stdout, stderr } = await space.run('draft', 'briefs/sources/pier.txt')
  assert.equal([status, stderr], [0, ''])
  const brief = parse(stdout) as Brief
  assert.equal(quotesIn(brief), QUOTES)
  assert.is(brief.quotes[0]?.context, 'At a meeting of the council')
  assert.equal(brief.sources[0]?.text, 'sources/pier.txt')
  assert.equal(
    [brief.sources[0]?.title, brief.sources[0]?.author],
    ['Storm closes the old pier', 'Nora Lind'],
  )

  space.write({ 'briefs/pier.yaml': stdout })
  const checked = await space.run('check', '--json')
  const { diagnostics, briefs } = JSON.parse(checked.stdout) as {
    diagnostics: readonly { code: string }[]
    briefs: readonly { quotes: object }[]
  }
  assert.is(checked.status, 0)
  assert.equal([...new Set(diagnostics.map(({ code }) => code))].sort(), [
    'copied-from-source',
    'review-open',
  ])
  assert.equal(briefs[0]?.quotes, { verified: 3, abridged: 0, locked: 0, unverified: 0 })

  const built = await space.run('build', '-a', 'one-page', '-a', 'analyst')
  assert.is(built.status, 0, built.stderr)
  assert.equal(space.files('out/pier').sort(), ['out/pier/analyst.pdf', 'out/pier/one-page.pdf'])
})

test('-o writes the brief, and the text of a web page beside it', async () => {
  const space = workspace({ 'page.html': HTML })
  const { status, stdout, stderr } = await space.run('draft', 'page.html', '-o', 'briefs/pier.yaml')
  assert.equal([status, stderr], [0, ''])
  assert.is(stdout, 'wrote briefs/sources/pier.txt\nwrote briefs/pier.yaml\n')
  const brief = parse(space.read('briefs/pier.yaml')) as Brief
  assert.equal(quotesIn(brief), QUOTES)
  const { text, container_title, issued } = brief.sources[0] ?? {}
  assert.equal([text, container_title, issued], ['sources/pier.txt', 'The Gazette', '2025-02-20'])
  assert.is(brief.timeline[0]?.date, '2025-02-14')
  assert.not.match(space.read('briefs/sources/pier.txt'), /Imprint|Home News|</)
  assert.is((await space.run('check')).status, 0)
})

test('writes over nothing', async () => {
  const space = workspace({
    'page.html': HTML,
    'briefs/pier.yaml': 'mine',
    'briefs/sources/quay.txt': 'mine too',
  })
  const taken = await space.run('draft', 'page.html', '-o', 'briefs/pier.yaml')
  assert.is(taken.status, 1)
  assert.match(taken.stderr, '`briefs/pier.yaml` is there already [file-exists]')
  const text = await space.run('draft', 'page.html', '-o', 'briefs/quay.yaml')
  assert.is(text.status, 1)
  assert.match(text.stderr, '`briefs/sources/quay.txt` is there already [file-exists]')
  assert.equal([space.read('briefs/pier.yaml'), space.read('briefs/sources/quay.txt')], ['mine', 'mine too'])
  assert.equal(readdirSync(`${space.root}/briefs`).sort(), ['pier.yaml', 'sources'])
})

test('says on standard error what nothing will prove: a page printed to standard output', async () => {
  const space = workspace({ 'page.html': HTML })
  const { status, stdout, stderr } = await space.run('draft', 'page.html')
  assert.is(status, 0)
  assert.match(stderr, 'page.html:1:1: warning: ')
  assert.match(stderr, '[draft-unproved]')
  const brief = parse(stdout) as Brief
  assert.is(brief.sources[0]?.text, undefined)
  assert.equal(space.files(), ['page.html'])
})

test('--date says from when to count, and as of when the facts hold', async () => {
  const space = workspace({ 'pier.txt': ARTICLE })
  const { stdout } = await space.run('draft', 'pier.txt', '--date', '2025-02-20')
  const brief = parse(stdout) as Brief & { as_of: string }
  assert.equal([brief.as_of, brief.timeline[0]?.date], ['2025-02-20', '2025-02-14'])
})

test('--json gives the same as data, with places in the article', async () => {
  const space = workspace({ 'pier.txt': ARTICLE })
  const { status, stdout } = await space.run('draft', 'pier.txt', '--json')
  const { ok, brief, fields } = JSON.parse(stdout) as {
    ok: boolean
    brief: Brief
    fields: Record<
      string,
      { review?: string; at?: readonly { start: number; end: number; paragraph: number }[] }
    >
  }
  assert.equal([status, ok], [0, true])
  assert.equal(quotesIn(brief), QUOTES)
  for (const { text, at } of brief.quotes) {
    const [place] = at ?? []
    assert.match(ARTICLE.slice(place?.start, place?.end), text)
    assert.is(place?.paragraph, text.startsWith('Nobody') ? 5 : 4)
  }
  assert.match(fields.issue?.review ?? '', 'your own')
  const { stdout: yaml } = await space.run('draft', 'pier.txt')
  assert.equal(Object.keys(parse(yaml) as object), Object.keys(brief))
})

test('a file that is no English article is a finding', async () => {
  const space = workspace({
    'empty.txt': ' \n',
    'page.pdf': '%PDF-1.7\n%\u0000\u0001',
    'de.txt': GERMAN,
  })
  for (const [file, code] of [
    ['empty.txt', 'article-empty'],
    ['page.pdf', 'article-not-text'],
    ['de.txt', 'article-not-english'],
    ['none.txt', 'file-unreadable'],
  ] as const) {
    const { status, stdout, stderr } = await space.run('draft', file)
    assert.equal([status, stdout], [1, ''], file)
    assert.match(stderr, `[${code}]`)
    const json = await space.run('draft', file, '--json')
    assert.is((JSON.parse(json.stdout) as { brief: unknown }).brief, null)
  }
})

test('wrong usage is told', async () => {
  const space = workspace({ 'pier.txt': ARTICLE })
  const wrong: readonly (readonly string[])[] = [
    [],
    ['pier.txt', '-o', 'pier.txt'],
    ['pier.txt', '--date', 'Friday'],
    ['pier.txt', '--date', '2025-02-30'],
    ['pier.txt', 'other.txt'],
  ]
  for (const argv of wrong) {
    const { status, stderr, stdout } = await space.run('draft', ...argv)
    assert.equal([status, stdout], [2, ''], argv.join(' '))
    assert.match(stderr, 'error: ')
  }
})

test.run()
