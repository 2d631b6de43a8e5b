import { test } from 'uvu'
import * as assert from 'uvu/assert'
import { outline, PROSE, readSound, stated } from './support.js'

test('blocks are read without their marks, and all else stays', async () => {
  const article = await readSound(
    [
      '# Bridge *stays* closed',
      '![a bridge](bridge.png)',
      'She said "no" -- and\n**“never”** to [the paper](https://post.example)[^1]; a\\*b &amp; c.  \nThen left.',
      '- one\n- two\n\n  more',
      '> quoted words',
      '---',
      '## What comes *next*',
      '<script>\nalert(1)\n</script>',
      '<div>in a <b>box</b></div>',
      '| a | b |\n|---|---|\n| 1 | 2 |',
      '[^1]: See the report of last year.',
    ].join('\n\n'),
    'a.md',
  )
  assert.is(article.format, 'markdown')
  assert.equal(outline(article), [
    '# Bridge stays closed',
    'She said "no" -- and “never” to the paper; a*b & c. Then left.',
    'one',
    'two',
    'more',
    'quoted words',
    '# What comes next',
    'in a box',
    'a b',
    '1 2',
    '- See the report of last year.',
  ])
  assert.is(article.title, 'Bridge stays closed')
})

test('front matter', async () => {
  const head = (yaml: string) => `---\n${yaml}\n---\n\n${PROSE}\n\n${PROSE}\n`
  const full =
    'title: "Bridge: closed"\nauthors:\n  - Jane Doe\n  - name: John Roe\ndate: 2025-02-20T10:00:00Z\nsource: https://post.example/b\npublisher: Ellby Post'
  assert.equal(stated(await readSound(head(full), 'a.md')), {
    title: 'Bridge: closed',
    author: ['Jane Doe', 'John Roe'],
    publisher: 'Ellby Post',
    issued: '2025-02-20',
    url: 'https://post.example/b',
  })
  const other =
    'title: Bridge\nauthor: By Jane Doe and John Roe\ncontainer-title: Ellby Post\nissued: 2025-02\nurl: javascript:alert(1)'
  assert.equal(stated(await readSound(head(other), 'a.markdown')), {
    title: 'Bridge',
    author: ['Jane Doe', 'John Roe'],
    publisher: 'Ellby Post',
    issued: '2025-02',
    url: undefined,
  })
  const broken = await readSound(head('title: [a\nb: }'), 'a.md')
  assert.is(broken.title, undefined)
  assert.is(broken.file.text, `${PROSE}\n\n${PROSE}`)
})

test('without an empty line each line is a paragraph', async () => {
  assert.is((await readSound(`## Head\n${PROSE}\n${PROSE}\n`, 'a.md')).paragraphs.length, 3)
})

test.run()
