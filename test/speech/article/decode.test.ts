import { test } from 'uvu'
import * as assert from 'uvu/assert'
import { PROSE, readSound } from './support.js'

const TEXT = `“${PROSE}” – it is not the end, said Zoë.\r\n`

test('UTF-8 is read with and without its mark, and line ends stay', async () => {
  assert.is((await readSound(TEXT)).file.text, TEXT)
  assert.is((await readSound(`\ufeff${TEXT}`)).file.text, TEXT)
})

test('UTF-16 is read in both orders, with and without its mark', async () => {
  for (const text of [TEXT, `\ufeff${TEXT}`]) {
    const little = Buffer.from(text, 'utf16le')
    assert.is((await readSound(little)).file.text, TEXT)
    assert.is((await readSound(Buffer.from(little).swap16())).file.text, TEXT)
  }
})

test('a web page is read in the encoding that it declares', async () => {
  const page = (head: string, body: string) =>
    Buffer.from(`<!doctype html><html><head>${head}</head><body><p>${body}</p></body></html>`, 'latin1')
  for (const [head, body, text] of [
    ['<meta charset="windows-1252">', '\x93Enough\x94, she said.', '“Enough”, she said.'],
    ['<meta charset=iso-8859-1>', '\x93Enough\x94, she said.', '“Enough”, she said.'],
    [
      '<meta http-equiv="Content-Type" content="text/html; charset=iso-8859-2">',
      '\xb1 is said.',
      'ą is said.',
    ],
    ['<meta charset="koi8-r">', '\xc1\xc2 is said.', 'аб is said.'],
  ] as const)
    assert.is((await readSound(page(head, body), 'a.html')).file.text, text)
})

test('bytes that are UTF-8 are UTF-8, whatever a page says', async () => {
  const page = '<html><head><meta charset="windows-1252"></head><body><p>Zoë said so.</p></body></html>'
  assert.is((await readSound(page, 'a.html')).file.text, 'Zoë said so.')
})

test.run()
