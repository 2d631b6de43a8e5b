import fc from 'fast-check'
import { test } from 'uvu'
import * as assert from 'uvu/assert'
import { paragraphsOf } from '../../../src/speech/index.js'
import { read } from './support.js'

const PIECES = [
  '<p>', '</p>', '<div>', '<h1>', '<!--', '-->', '<script>', '</script>', '<html>', '<body>', '<a href="', '">', '<br>', '&nbsp;', '&#0;',
  '# ', '> ', '- ', '---\n', 'title: ', '[^1]', '```', '|', '\n', '\n\n', '\r', '\u2028', 'By Jane Doe', '“', '”', 'Feb. 20, 2025',
  'A word.', 'https://a.example', '\ufeff', '\u200b',
] as const // biome-ignore format: a list to choose from

const contents = fc.oneof(
  fc.uint8Array({ maxLength: 300 }),
  fc.string({ unit: 'binary', maxLength: 200 }).map(text => new Uint8Array(Buffer.from(text))),
  fc
    .array(fc.oneof(fc.constantFrom(...PIECES), fc.string({ maxLength: 20 })), { maxLength: 40 })
    .map(parts => new Uint8Array(Buffer.from(parts.join('')))),
)

test('any bytes are an article or have a finding, and no paragraph is marked that is not there', async () => {
  await fc.assert(
    fc.asyncProperty(contents, fc.constantFrom('a.txt', 'a.md', 'a.html', 'a'), async (bytes, path) => {
      const { article, found } = await read(bytes, path)
      assert.ok(article || found.length > 0)
      if (!article) return
      assert.equal(article.paragraphs, paragraphsOf(article.file.text))
      for (const at of [...article.headings, ...article.boilerplate])
        assert.ok(at < article.paragraphs.length)
    }),
    { seed: 20_261_123, numRuns: 250 },
  )
})

test.run()
