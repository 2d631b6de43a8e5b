import * as fc from 'fast-check'
import { test } from 'uvu'
import * as assert from 'uvu/assert'
import type { Block, Document } from '../../../src/markup/index.js'
import { banner } from '../../support/markings.js'
import * as b from '../../typeset/build-document.js'
import { splitWords } from '../words/words.js'
import { faultsOf, printPage, select, wordsOf } from './support.js'

/** What would end an attribute, an element, a comment or a style sheet if it were taken for markup. */
const PIECE = fc.constantFrom(
  ...['<script>alert(1)</script>', '</style><script>', '"', "'", '" onload="x()', '--><img src=x onerror=y>'],
  ...[
    '&lt;',
    '&#60;b&#62;',
    '&amp;amp;',
    '</title>',
    ']]>',
    '<![CDATA[',
    '\u0000',
    '\u001b',
    '\ud800',
    '\u202e',
  ],
  ...[
    '\\',
    '\\22 }',
    '*{display:none}',
    'url(https://x.example)',
    '`',
    '{{x}}',
    '\n',
    '</svg>',
    '<wbr>',
    'word',
  ],
)
const text = fc.array(PIECE, { minLength: 1, maxLength: 4 }).map(pieces => pieces.join(' '))
const address = fc.constantFrom(
  ...['javascript:alert(1)', ' javascript:x', 'data:text/html,<script>', 'vbscript:x', 'file:///etc/passwd'],
  ...['https://x.example/"onclick="y', 'https://x.example/?a=1&b=<2>', '#"><script>', 'mailto:a@b.example'],
)

function hostileDocument(texts: readonly string[], href: string): Document {
  const at = (index: number) => texts[index % texts.length] ?? ''
  const span = {
    kind: 'span',
    style: 'label',
    lang: at(0),
    children: [b.t(at(1))],
    place: b.nowhere,
  } as const
  const blocks: Block[] = [
    b.masthead(b.p(at(0), 'kicker'), b.h(1, at(1), at(2))),
    b.contents,
    b.h(2, at(3), at(0)),
    b.p([b.t(at(4)), b.link(at(0), href), b.ref(1, at(1), true), b.note('a', at(2)), span]),
    b.section([b.aside('box', b.p(at(3), 'label'), b.p(at(1)))], undefined, at(2)),
    b.quotation(at(0), at(1)),
    b.dl('rail', [[at(2), at(3)]]),
    b.list([at(4)], 'facts'),
    b.sources([at(1), at(2)]),
  ]
  return b.document(blocks, {
    title: at(1),
    authors: [at(2)],
    subject: at(3),
    keywords: [at(4)],
    banners: banner('TLP:AMBER').map(marking => ({ ...marking, text: at(0), position: 'both' })),
    overlay: [at(0)],
    running: { organisation: at(1), audience: at(2), title: at(3), page_of: at(4), notes: [at(0)] },
  })
}

test('no text and no address of a brief becomes markup, a script or a style', async () => {
  await fc.assert(
    fc.asyncProperty(fc.array(text, { minLength: 5, maxLength: 5 }), address, async (texts, href) => {
      const page = await printPage(hostileDocument(texts, href))
      assert.equal(faultsOf(page), [])
      const [main] = select(page, 'main')
      const said = main ? splitWords(wordsOf(main)).join('') : ''
      const wanted = splitWords(clean(texts[4] ?? '')).join('')
      assert.ok(said.includes(wanted), `${wanted} is not on the page`)
    }),
    { numRuns: 60 },
  )
})

/** What neither pages nor markup can say. */
const clean = (words: string) => words.replace(/[\u0000\u001b\u202e]|\p{Surrogate}/gu, '')

test.run()
