import { test } from 'uvu'
import * as assert from 'uvu/assert'
import { SourceFile } from '../../../src/diagnostics/index.js'
import { evidenceReport, lockEvidence, type ReportedBrief } from '../../../src/evidence/index.js'
import { proveBrief } from '../helpers.js'

const TEXT =
  'It rained. “We’ll keep the <old> mill, and its wheel, whatever it costs,” Ada Roos said. “Nobody asked us,” Otto Brahm said.\n'
const BRIEF = `title: The mill & its "wheel" <script>
as_of: 2025-03-01
lang: en
issue: Otto Brahm said “Nobody at all has asked us” [@gazette].
actors: [{id: ada, name: Ada Roos}, {id: otto, name: Otto Brahm}]
quotes:
  - {id: keep, text: "We'll keep the <old> mill […] whatever it costs", speaker: ada, source: gazette}
  - {text: Nobody asked us, speaker: otto, source: gazette}
sources:
  - {id: gazette, type: article-newspaper, title: "*Mill* | wheel", url: "https://a.example/?a=1&b=2", issued: 2025-02-27}
`

function reported(texts: Readonly<Record<string, string>> = { gazette: TEXT }, name = 'mill'): ReportedBrief {
  const full = proveBrief(BRIEF, { gazette: TEXT })
  const lock = lockEvidence(full.brief, full.evidence, full.texts, undefined, '2025-03-02')
  const proved = proveBrief(BRIEF, texts, texts.gazette === undefined ? lock : undefined)
  const { brief, evidence, findings } = proved
  const content = {
    brief,
    evidence,
    texts: proved.texts,
    lock: texts.gazette === undefined ? lock : undefined,
  }
  return { name, file: brief.file.path, findings, proved: content }
}

const html = evidenceReport([reported()], 'html')
const markdown = evidenceReport([reported()], 'markdown')

/** The text between tags, entities resolved. */
function textOf(markup: string): string {
  return markup
    .replace(/<style>[\s\S]*?<\/style>|<[^>]*>/g, '')
    .replaceAll('&lt;', '<')
    .replaceAll('&gt;', '>')
    .replaceAll('&quot;', '"')
    .replaceAll('&#39;', "'")
    .replaceAll('&amp;', '&')
}

test('each quotation stands beside its passage with its sentence, what is declared and what counts as the same', () => {
  const [article = ''] = /<article[\s\S]*?<\/article>/.exec(html) ?? []
  assert.match(article, /quotes\.keep, line 7</)
  assert.match(article, '<mark>[…]</mark>')
  assert.ok(textOf(article).includes("We'll keep the <old> mill […] whatever it costs"), textOf(article))
  assert.match(article, '<strong>We’ll keep the &lt;old&gt; mill, and its wheel, whatever it costs</strong>')
  assert.ok(textOf(article).includes(',” Ada Roos said.'))
  assert.not.ok(article.includes('It rained'))
  assert.match(article, /Counts as the same<\/th><td[^>]*>We&#39;ll<\/td><td[^>]*>We’ll</)
  assert.match(article, /Left out, as declared<\/th><td[^>]*>\[…\]<\/td><td[^>]*>and its wheel,</)
  for (const value of ['abridged: ', 'Ada Roos', 'gazette: *Mill* | wheel'])
    assert.ok(textOf(article).includes(value), value)
  assert.match(article, 'quote-abridged')
})

test('what is not proved is shown with its finding, and counted', () => {
  assert.match(html, /issue(\.default)?, line 4</)
  assert.match(
    html,
    /<li class="error"><strong>error<\/strong> <code>quote-altered<\/code> briefs\/test\.yaml:4:/,
  )
  const count = (label: string) => new RegExp(`${label}</th><td class="number">(\\d+)<`).exec(html)?.[1]
  assert.equal(
    ['Quotations', 'Words verified', 'Words abridged, as declared', 'Words not verified', 'Errors'].map(
      count,
    ),
    ['3', '1', '1', '1', '1'],
  )
})

test('of a locked quotation the report says what the lock does, and that nothing was compared', () => {
  const locked = evidenceReport([reported({})], 'html')
  assert.match(locked, 'locked: the text is absent')
  assert.match(
    locked,
    /recorded on 2025-03-02 from a text of \d+ characters, SHA-256 [0-9a-f]{64}; nothing in this report/,
  )
  assert.not.match(locked, /<strong>We/)
})

test('nothing of a brief or a source is markup', () => {
  assert.not.match(html, /<script|<old|\son\w+=/)
  assert.match(
    html,
    '<h2 id="brief-1" lang="en" dir="auto">The mill &amp; its &quot;wheel&quot; &lt;script&gt;</h2>',
  )
  assert.match(html, '<a href="https://a.example/?a=1&amp;b=2">')
  assert.match(markdown, '## The mill \\& its "wheel" \\<script\\>')
  assert.match(markdown, '\\*Mill\\* \\| wheel')
  assert.match(
    markdown,
    '> “**We’ll keep the \\<old\\> mill, and its wheel, whatever it costs**,” Ada Roos said.',
  )
})

test('marks of direction and controls of a source do not act on the report', () => {
  const strange = reported({ gazette: TEXT.replace('whatever', '\u202ewhatever\u0007') })
  for (const format of ['html', 'markdown'] as const)
    assert.not.match(evidenceReport([strange], format), /[\u202e\u0007]/)
})

test('the HTML is one file that runs and loads nothing, with a language, a title and an order of headings', () => {
  assert.match(html, /^<!DOCTYPE html>\n<html lang="en">/)
  assert.match(html, '<meta name="viewport" content="width=device-width, initial-scale=1">')
  assert.match(html, "default-src 'none'")
  assert.not.match(html, /<(script|link|img|iframe|object)\b|@import|url\(|\bstyle=/)
  assert.is(html.match(/<h1[ >]/g)?.length, 1)
  assert.is(html.match(/<main>/g)?.length, 1)
  let level = 0
  for (const [, digit] of html.matchAll(/<h(\d)[ >]/g)) {
    assert.ok(Number(digit) <= level + 1, `a heading of level ${digit} below one of level ${level}`)
    level = Number(digit)
  }
  for (const [table] of html.matchAll(/<table>[\s\S]*?<\/table>/g)) {
    assert.match(table, /<caption>[^<]+<\/caption>/)
    assert.not.match(table, /<th(?! scope="(col|row)")[ >]/)
    assert.not.match(table.replace(/<t[hd][^>]*>[^<]+<\/t[hd]>/g, ''), /<t[hd]\b/)
  }
  const ids = [...html.matchAll(/ id="([^"]+)"/g)].map(([, id]) => id)
  assert.is(new Set(ids).size, ids.length)
  for (const [, id] of html.matchAll(/aria-labelledby="([^"]+)"/g)) assert.ok(ids.includes(id))
  for (const element of ['section', 'article', 'dl', 'blockquote', 'table', 'ul', 'div'])
    assert.is(
      html.match(new RegExp(`<${element}[ >]`, 'g'))?.length,
      html.match(new RegExp(`</${element}>`, 'g'))?.length,
    )
})

test('several briefs are a section each, with a contents list; one that could not be read says so', () => {
  const unread: ReportedBrief = {
    name: 'broken',
    file: 'briefs/broken.yaml',
    findings: [
      {
        severity: 'error',
        code: 'yaml-syntax',
        message: 'no `]`',
        place: { file: new SourceFile('briefs/broken.yaml', 'a: ['), range: { start: 0, end: 1 } },
        hints: ['close it'],
      },
    ],
  }
  const both = evidenceReport([reported(), unread], 'html')
  assert.is(both.match(/<section /g)?.length, 2)
  assert.match(both, /<nav[^>]*><ol>\n<li><a href="#brief-1">.*\n<li><a href="#brief-2">broken</)
  assert.match(both, /id="brief-2"[\s\S]*may be false[\s\S]*yaml-syntax/)
  assert.not.match(html, '<nav')
  const text = evidenceReport([reported(), unread], 'markdown')
  assert.equal(text.match(/^## .*/gm)?.length, 2)
})

test('the report is the same each time', () => {
  assert.is(evidenceReport([reported()], 'html'), html)
  assert.is(evidenceReport([reported()], 'markdown'), markdown)
})

test('the Markdown has the same quotations in the same order, with tables of as many cells in each row', () => {
  assert.equal(
    [...markdown.matchAll(/^### \d+\. (.*), line/gm)].map(([, field]) => field?.replaceAll('\\', '')),
    [...html.matchAll(/<h3 id[^>]*>\d+\. (.*), line/g)].map(([, field]) => field),
  )
  for (const [table] of markdown.matchAll(/(?:^\|.*\n)+/gm)) {
    const cells = table
      .trimEnd()
      .split('\n')
      .map(row => row.replaceAll('\\|', '').split('|').length)
    assert.is(new Set(cells).size, 1, table)
  }
})

test.run()
