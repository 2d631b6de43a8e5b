import { test } from 'uvu'
import * as assert from 'uvu/assert'
import { Findings } from '../../../src/diagnostics/index.js'
import { readDocumentText } from '../../../src/speech/index.js'

async function read(content: string | Uint8Array, path = 'sources/a.txt') {
  const findings = new Findings()
  const refused: string[] = []
  const bytes = typeof content === 'string' ? Buffer.from(content) : content
  const document = await readDocumentText(bytes, path, findings.report, ({ name }) => refused.push(name))
  return { text: document?.file.text, codes: findings.all.map(({ code }) => code), refused }
}

const textOf = async (content: string | Uint8Array, path?: string) => (await read(content, path)).text

test('a text stays as it stands, with the signs that a text has', async () => {
  for (const text of [
    '“We paid $5*2 for it,” she said. *\r\n\r\n* Of last year.',
    '1. We came\n2. We saw\n\nQ. Why?\nA. If a < b & b > c, then a < c.',
    'The ferry [sic] left at 5 (see [2]).\n\n# 4 was its berth.',
    'AT&T said <nothing> of it; snake_case_names stay.\n\n  Indented by four.',
  ])
    assert.is(await textOf(text), text)
})

test('a web page is read as one by its extension or by its tags', async () => {
  const page = '<p>&ldquo;We will <em>not</em> wait,&rdquo; she said.</p>\n<p>He left.</p>'
  const seen = '“We will not wait,” she said.\n\nHe left.'
  for (const path of ['a.html', 'a.htm', 'a.xhtml', 'a.txt', 'a']) assert.is(await textOf(page, path), seen)
  assert.is(await textOf(`<html><body>${page}</body></html>`), seen)
  assert.is(await textOf(`The ferry\n${page}`), `The ferry\n\n${seen}`)
  assert.is(await textOf('She said &ldquo;no&rdquo; &amp; left', 'a.html'), 'She said “no” & left')
})

test('Markdown is read as such by its extension or by its signs', async () => {
  const seen = '“We will open the yard in June,” she said.'
  const marked = '“We will *open* the **yard** in [June](https://x.example),” she said.'
  for (const path of ['a.md', 'a.markdown', 'a.txt', 'a']) assert.is(await textOf(marked, path), seen)
  assert.is(
    await textOf('> We thank the _crews_\n> of the port.\n\nShe left.'),
    'We thank the crews of the port.\n\nShe left.',
  )
  assert.is(await textOf('We paid.[^1] They left.\n\n[^1]: https://x.example', 'a.md'), 'We paid. They left.')
  assert.is(
    await textOf('She said &ldquo;no&rdquo; &amp; left.\n\nHe stayed.'),
    'She said “no” & left.\n\nHe stayed.',
  )
})

test('block quotations are told by their markup', async () => {
  for (const content of [
    'Then:\n\n> **We** came.\n\nShe left.',
    '<p>Then:</p><blockquote>We came.</blockquote><p>She left.</p>',
  ]) {
    const document = await readDocumentText(
      Buffer.from(content),
      'a.txt',
      () => {},
      () => {},
    )
    assert.equal([...(document?.blockQuotations ?? [])], [1])
  }
})

test('of Markdown, a line end after a hyphen stays, which shows that a word is broken there', async () => {
  const text = await textOf(
    '# Quay\n\nWe shall see to the exe-\ncution of the *well-\nknown* plan\nat once - or\nlater.\n',
    'a.md',
  )
  assert.is(text, 'Quay\n\nWe shall see to the exe-\ncution of the well-\nknown plan at once - or later.')
})

test('HTML within Markdown is read with its entities and blocks', async () => {
  const mixed =
    '<p>&ldquo;We will <em>close</em> the port &amp; pay,&rdquo; she said.</p>\n<p>Then she left.</p>\n\n“We **will**,” he said.'
  assert.is(
    await textOf(mixed),
    '“We will close the port & pay,” she said.\n\nThen she left.\n\n“We will,” he said.',
  )
})

test('a raised figure is none of the digits before it', async () => {
  assert.is(await textOf('<p>In 2019<sup>12</sup> it cost 5 m<sup>2</sup>.</p>'), 'In 2019¹² it cost 5 m².')
  assert.is(await textOf('In **2019**<sup>12</sup> the 1<sup>st</sup> left.'), 'In 2019¹² the 1st left.')
})

test('encodings are told apart, and what is no text is named', async () => {
  assert.is(await textOf(Buffer.from('“Zoë” left', 'utf16le')), '“Zoë” left')
  const old = await read(Buffer.from('\x93Zo\xeb\x94 left', 'latin1'))
  assert.equal([old.text, old.codes], ['“Zoë” left', ['article-encoding']])
  assert.equal((await read('%PDF-1.7\n…', 'a.pdf')).refused, ['a PDF'])
  assert.equal((await read('%PDF-1.7\n…', 'a.txt')).refused, ['a PDF'])
  assert.equal((await read(Buffer.from('PK\x03\x04…'), 'a.docx')).refused, [
    'a Word document or another ZIP archive',
  ])
  assert.equal((await read(Buffer.from('ab\0\x01\x02\x03cd…'))).refused, ['binary data'])
})

test.run()
