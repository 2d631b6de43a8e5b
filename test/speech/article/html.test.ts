import { test } from 'uvu'
import * as assert from 'uvu/assert'
import { outline, PROSE, read, readSound, stated } from './support.js'

const page = (body: string, head = '') =>
  `<!DOCTYPE html><html><head>${head}</head><body>${body}</body></html>`
const paragraphs = (count: number) => `<p>${PROSE}</p>`.repeat(count)

const AROUND = [
  '<header><nav><a href="/">Home</a></nav></header>',
  '<form>Your mail <input><button>Go</button></form>',
]
const BELOW = [
  '<section id="comments"><h3>What readers say</h3><p>Nonsense, wrote a reader, and went on about it.</p></section>',
  '<aside><p>Buy soap, which is good for you.</p></aside><footer>Imprint</footer><script>track("x")</script>',
]

for (const count of [1, 30])
  test(`the article alone, of ${count} paragraphs`, async () => {
    const article = await readSound(
      page(
        `${AROUND.join('')}<article><h1>Bridge stays closed</h1>${paragraphs(count)}<style>p { color: red }</style>
        <figure><img src="b.png" alt="a bridge"><figcaption>The bridge.</figcaption></figure><!-- note -->
        <h2>What comes next</h2><div class="ad-slot">Buy soap</div>${paragraphs(count)}
        <blockquote><p>“We&nbsp;are   sor&shy;ry&rdquo; &mdash; <em>very</em> sorry, they wrote to the people of the town.</p></blockquote>
        <ul><li>Close it</li><li>Mend <b>it</b><sup><a href="#f">[1]</a></sup></li></ul></article>${BELOW.join('')}`,
        '<title>Bridge stays closed</title>',
      ),
      'a.html',
    )
    const prose = Array<string>(count).fill(PROSE)
    assert.is(article.format, 'html')
    assert.equal(outline(article), [
      '# Bridge stays closed',
      ...prose,
      '# What comes next',
      ...prose,
      '“We are sorry” — very sorry, they wrote to the people of the town.',
      'Close it',
      'Mend it',
    ])
  })

test('a page with little markup, and one with none', async () => {
  assert.equal(outline(await readSound('<p>The mayor resigned.<p>She said <q>enough</q>.', 'a.htm')), [
    'The mayor resigned.',
    'She said “enough”.',
  ])
  assert.equal(
    outline(await readSound('<html><div>One line.<br><br>Another<br>line.</div></html>', 'a.txt')),
    ['One line.', 'Another line.'],
  )
  assert.is((await readSound('Only 3 < 4 words.', 'a.html')).format, 'text')
})

test('names of classes that stand for the whole page take nothing away', async () => {
  const body = `<div class="page share comments"><h1>Bridge stays closed</h1>${paragraphs(2)}</div>`
  assert.is((await readSound(page(body), 'a.html')).paragraphs.length, 3)
  assert.equal(outline(await readSound(page('<p class="share">All is in here.</p>'), 'a.html')), [
    'All is in here.',
  ])
})

const STATED = {
  title: 'Bridge stays closed',
  author: ['Jane Doe', 'John Roe'],
  publisher: 'Ellby Post',
  issued: '2025-02-20',
  url: 'https://post.example/b',
}
const FIELDS = {
  headline: 'Bridge stays closed',
  datePublished: '2025-02-20T23:30:00-08:00',
  dateModified: '2025-03-01',
  url: 'https://post.example/b',
}
const ORGANISATION = { '@type': 'Organization', '@id': '#us', name: 'Ellby Post' }
const script = (...data: unknown[]) =>
  data
    .map(
      one =>
        `<script type="application/ld+json">${typeof one === 'string' ? one : JSON.stringify(one)}</script>`,
    )
    .join('')

for (const [name, head] of [
  [
    'an item',
    script({
      '@type': 'NewsArticle',
      ...FIELDS,
      author: [{ '@type': 'Person', name: 'Jane Doe' }, { name: 'John Roe' }],
      publisher: ORGANISATION,
    }),
  ],
  [
    'a graph with references',
    script({
      '@graph': [
        { '@type': 'WebPage', headline: 'Not this' },
        {
          '@type': ['Thing', 'ReportageNewsArticle'],
          ...FIELDS,
          author: 'Jane Doe and John Roe',
          publisher: { '@id': '#us' },
        },
        ORGANISATION,
      ],
    }),
  ],
  [
    'a list, after a script that is broken',
    script('{"@type": "NewsArticle", "headline": ', [
      ORGANISATION,
      {
        '@type': 'Article',
        ...FIELDS,
        url: undefined,
        mainEntityOfPage: { '@id': FIELDS.url },
        author: ['By Jane Doe', 'John Roe', 'https://post.example/jane'],
        publisher: ORGANISATION,
      },
    ]),
  ],
] as const)
  test(`JSON-LD: ${name}`, async () => {
    assert.equal(stated(await readSound(page(paragraphs(2), head), 'a.html')), STATED)
  })

test('JSON-LD of any shape does no harm', async () => {
  const odd = script(
    'null',
    '[[[]]]',
    '{"@type":5}',
    '{"@type":"Article","author":{"name":{}},"headline":[1],"url":{"a":1}}',
    '['.repeat(50_000),
  )
  assert.equal(Object.values(stated(await readSound(page(paragraphs(2), odd), 'a.html'))).filter(Boolean), [])
})

test('meta elements', async () => {
  const head = `<title>Bridge</title><meta property="og:title" content="Bridge stays closed | The Ellby Post">
    <meta property="og:site_name" content="Ellby Post"><meta property="article:author" content="https://post.example/jane">
    <meta name="author" content="By Jane Doe and John Roe"><meta property="article:published_time" content="2025-02-20T01:00:00+09:00">
    <link rel="canonical" href="https://post.example/b">`
  assert.equal(stated(await readSound(page(paragraphs(2), head), 'a.html')), STATED)
  const dublin = `<meta name="DC.title" content="Bridge stays closed"><meta name="DC.creator" content="Jane Doe">
    <meta name="dc.creator" content="John Roe"><meta name="dc.date" content="20 February 2025">
    <meta name="dc.publisher" content="Ellby Post"><meta property="og:url" content="https://post.example/b">`
  assert.equal(stated(await readSound(page(paragraphs(2), dublin), 'a.html')), STATED)
})

test('what the head of the article says, and the heading that is read', async () => {
  const body = `<article><header><h1>Bridge stays closed</h1><p class="byline">By Jane Doe and John Roe</p>
    <time datetime="2025-02-20T10:00">yesterday</time></header>${paragraphs(4)}</article>`
  const { title, author, issued } = await readSound(
    page(body, '<title>Bridge stays closed - Post</title>'),
    'a.html',
  )
  assert.equal(
    { title, author, issued },
    { title: STATED.title, author: STATED.author, issued: STATED.issued },
  )
})

for (const [name, html] of [
  ['elements nested without end', `<html><body>${'<div>'.repeat(100_000)}The end of it.`],
  ['elements nested deep', `<html><body>${'<div>'.repeat(5000)}The end of it.${'</div>'.repeat(5000)}`],
  ['a megabyte of brackets', `<html><body><p>The end of it.</p>${'<'.repeat(1_000_000)}`],
  ['brackets that open tags', `<html><body><p>The end of it.</p>${'<a '.repeat(300_000)}`],
  ['space without end', `<html><body><p>The end of it.${'&nbsp; '.repeat(140_000)}</p>`],
  ['comments that do not end', `<html><body><p>The end of it.</p>${'<!--'.repeat(200_000)}`],
  [
    'attributes without end',
    `<html><body><p ${Array.from({ length: 90_000 }, (_, at) => `a${at}=1`).join(' ')}>The end of it.`,
  ],
] as const)
  test(`${name}`, async () => {
    const { article } = await read(html, 'a.html')
    assert.ok(article?.file.text.includes('The end of it.'))
  })

test('tags alone, where a page is too large for more', async () => {
  const body = `<script>x("<p>no</p>")</script><nav>Home</nav><p>A &amp; B</p>${'<i></i>'.repeat(40_000)}<h2>Then</h2><p>This.</p>`
  assert.equal(outline(await readSound(page(body), 'a.html')), ['A & B', '# Then', 'This.'])
})

test('a page that is nothing but a script has no text', async () => {
  assert.equal((await read('<script><html><body>', 'a.html')).found, ['1:1 article-empty'])
})

test('a page without a body that nobody can take apart has no article', async () => {
  const { found } = await read('<script></head></script><article><p>The “bridge” is closed, e>', 'a.html')
  assert.equal(found, ['1:1 article-empty'])
})

test('what is no article ends with a finding or a draft', async () => {
  const deep = '<div>'.repeat(3000)
  for (const [page, expected] of [
    ['<html><frameset><frame src="a.html"><frame src="b.html"></frameset></html>', ['1:1 article-empty']],
    ['<html><body><img src="a.png" alt="The bridge"><img src="b.png"></body></html>', ['1:1 article-empty']],
    [`<html><body>${deep}<p>The bridge is closed.</p>`, []],
    [`<html><body><p class="${'a '.repeat(50_000)}">The bridge is closed.</p>`, []],
    ['<html><body><p>The bridge is <b>closed <i>and the <a href="x">road', []],
    ['<article><p>The bridge is closed.', []],
    ['<html></html>', ['1:1 article-empty']],
    ['<html><head><title>The bridge</title>', ['1:1 article-empty']],
  ] as const)
    assert.equal((await read(page, 'a.html')).found, expected, page.slice(0, 80))
})

test.run()
