import { test } from 'uvu'
import * as assert from 'uvu/assert'
import { findingsOf, workspace } from '../../support/workspace.js'

const brief = (path: string) =>
  `title: The quay\nas_of: 2025-01-20\nquotes:\n  - {text: The quay is shut for good, source: page}\nsources:\n  - {id: page, type: speech, title: A page, text: ${path}}\n`

async function check(path: string, content: string | Uint8Array) {
  const space = workspace({ 'briefs/quay.yaml': brief(path), [`briefs/${path}`]: content })
  const outcome = await space.run('check', '--json')
  const { diagnostics } = JSON.parse(outcome.stdout)
  return { status: outcome.status, found: findingsOf(outcome), diagnostics }
}

const WORDS = 'Hear, hear. The quay is shut for good, we say.'

test('sources are proved as texts, web pages and Markdown, in the encodings that drafting reads', async () => {
  for (const [path, content] of [
    ['page.txt', WORDS],
    [
      'page.html',
      `<html><body><p>Hear.</p><p>The quay is <b>shut</b>&nbsp;for good, we say.</p></body></html>`,
    ],
    ['page.md', 'Hear.\n\nThe quay is **shut** for [good](https://x.example), we say.'],
    ['page.txt', Buffer.from(`\ufeff${WORDS}`, 'utf16le')],
  ] as const)
    assert.equal((await check(path, content)).found, [], path)
  const old = await check('page.txt', Buffer.from(`${WORDS} Zo\xeb.`, 'latin1'))
  assert.equal([old.status, old.found], [0, ['briefs/page.txt:1:50 article-encoding']])
})

test('what differs on a web page is an error as ever', async () => {
  const page = '<p>The quay is <b>not</b> shut for good, we say.</p>'
  assert.equal((await check('page.html', page)).found, ['briefs/quay.yaml:4:12 quote-altered'])
})

test('a source that is no text is named for what it is, where the brief names it', async () => {
  for (const [path, content, kind] of [
    ['page.pdf', '%PDF-1.7\n', 'a PDF'],
    ['page.docx', Buffer.from('PK\x03\x04'), 'a Word document'],
    ['page.png', Buffer.from('\x89PNG\r\n', 'latin1'), 'a picture'],
    ['page.bin', Buffer.from([1, 2, 3, 4, 0, 5]), 'binary data'],
  ] as const) {
    const { status, found, diagnostics } = await check(path, content)
    assert.is(status, 1)
    assert.ok(found.includes('briefs/quay.yaml:6:51 source-not-text'), found.join())
    const finding = diagnostics.find(({ code }: { code: string }) => code === 'source-not-text')
    assert.match(finding.message, new RegExp(`briefs/${path}\` is no text: it is ${kind}$`))
    assert.is(finding.hint, 'save its text as `briefs/page.txt`, and name that file')
  }
})

test.run()
