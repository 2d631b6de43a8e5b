import { test } from 'uvu'
import * as assert from 'uvu/assert'
import { present } from '../../../src/diagnostics/index.js'
import { bannersOf } from '../../../src/edition/index.js'
import type { Document } from '../../../src/markup/index.js'
import { layOut, type PageData } from '../../../src/typeset/index.js'
import { markingsOf } from '../../support/markings.js'
import { document, h, masthead, p, section } from '../build-document.js'
import { styleOf } from '../workspace.js'

const points = (millimetres: number) => (millimetres / 25.4) * 72
const PAPERS = {
  a4: [210, 297],
  a5: [148, 210],
  letter: [215.9, 279.4],
  'a4 landscape': [297, 210],
  'a5 landscape': [210, 148],
} as const

const RUNNING: Readonly<Record<string, Document['running']>> = {
  en: {
    organisation: 'An organisation with a long name',
    audience: 'Large print',
    title: 'A title long enough to meet the organisation in the running line',
    page_of: 'Page {page} of {pages}',
    notes: [
      'Draft',
      'As of 6 October 2025',
      'Embargoed until 7 October 2025',
      'Shortened to fit (left out: 12)',
    ],
  },
  de: {
    organisation: 'Bundesamt für Bauwesen und Raumordnung',
    audience: 'Entscheidungsvorlage',
    title: 'Das Rindfleischetikettierungsüberwachungsaufgabenübertragungsgesetz und seine Folgen',
    page_of: 'Seite {page} von {pages}',
    notes: ['Stand: 6. Oktober 2025', 'Sperrfrist: 7. Oktober 2025'],
  },
  es: {
    organisation: 'Dirección General de Puertos y Marina Mercante',
    audience: 'Informe de análisis',
    title: 'Cruce de Merrow: ¿firmar antes de que caduque la oferta o esperar el dictamen de seguridad?',
    page_of: 'Página {page} de {pages}',
    notes: ['Información al 6 de octubre de 2025', 'Embargado hasta el 7 de octubre de 2025'],
  },
  he: {
    organisation: 'משרד התחבורה',
    audience: 'מסמך החלטה',
    title: 'המנהרה: לחתום לפני שההצעה פוקעת או להמתין לבדיקת הבטיחות',
    page_of: 'עמוד {page} מתוך {pages}',
    notes: ['נכון ליום 6 באוקטובר 2025'],
  },
}

interface Printing {
  readonly lang: string
  readonly paper: keyof typeof PAPERS
  readonly typeSize: number
  readonly marked: boolean
  readonly running?: Partial<Document['running']>
}

function pagesOf({ lang, paper, typeSize, marked, running }: Printing): readonly PageData[] {
  const [width, height] = PAPERS[paper].map(points)
  const banners = marked ? bannersOf(['TLP:AMBER+STRICT', 'UK:OFFICIAL'], markingsOf('tlp', 'uk')) : []
  const words = Array.from({ length: 30 }, () => p('Words of the body.'))
  const blocks = [masthead(h(1, 'Title')), ...words, { ...section(words), page: 'landscape' as const }]
  const printed = document(blocks, {
    ...{ lang, banners },
    running: { ...present(RUNNING[lang], 'running text'), ...running },
  })
  const page = {
    ...{ width: present(width, 'width'), height: present(height, 'height') },
    margins: { top: 57, right: 60, bottom: 57, left: 60 },
  }
  const laidOut = layOut(printed, styleOf({ page, typeSize }), { read: () => undefined }, () => {})
  return present(laidOut, 'pages').asData().pages
}

/** What of a page is over or under its body: words, rules, and grounds of markings. */
function edgesOf({ lines, vectors }: PageData) {
  return {
    texts: lines.filter(({ block, size }) => block === null && size > 0),
    rules: vectors.filter(({ block, height }) => block === null && height < 1),
    grounds: vectors.filter(({ block, height }) => block === null && height > 5),
  }
}

const all: Printing[] = Object.keys(RUNNING).flatMap(lang =>
  (Object.keys(PAPERS) as (keyof typeof PAPERS)[]).flatMap(paper =>
    [8, 12, 18].flatMap(typeSize => [true, false].map(marked => ({ lang, paper, typeSize, marked }))),
  ),
)
const pagesOfAll = all.map(printing => ({ printing, pages: pagesOf(printing) }))
const named = ({ lang, paper, typeSize, marked }: Printing, { page }: PageData) =>
  `${lang} on ${paper} in ${typeSize} pt${marked ? ', marked' : ''}, page ${page}`

test('running lines keep clear of the edge of the paper, the markings, their rule and the body', () => {
  for (const { printing, pages } of pagesOfAll)
    for (const page of pages) {
      const what = named(printing, page)
      const { texts, rules, grounds } = edgesOf(page)
      const running = texts.filter(({ text }) => !/TLP|OFFICIAL/.test(text))
      const middle = page.height / 2
      assert.is(rules.length, page.page === 1 ? 1 : 2, what)
      for (const { y, height } of grounds) {
        assert.ok(y >= 20 - 0.01 && y + height <= page.height - 20 + 0.01, `${what}: ground at ${y}`)
        assert.ok(y < middle ? y + height < page.margins.top : y > page.height - page.margins.bottom, what)
      }
      for (const { text, y, size, x, width } of running) {
        const [top, bottom] = [y - size * 0.75, y + size * 0.25]
        const shown = `${what}: “${text}” at ${y}`
        assert.ok(x >= 60 - 0.02 && x + width <= page.width - 60 + 0.02, shown)
        assert.ok(top >= 20 && bottom <= page.height - 20, shown)
        for (const rule of rules) assert.ok(bottom + size * 0.2 < rule.y || top > rule.y + size * 0.2, shown)
        for (const ground of grounds)
          assert.ok(bottom < ground.y - size * 0.3 || top > ground.y + ground.height + size * 0.3, shown)
        assert.ok(bottom < page.margins.top || top > page.height - page.margins.bottom, shown)
      }
    }
})

test('no running line is cut: the title, the number of the page and each note are there whole', () => {
  const compact = (text: string) => text.replace(/[\s\u00AD-]/g, '')
  for (const { printing, pages } of pagesOfAll) {
    const { title, audience, page_of, notes } = present(RUNNING[printing.lang], 'running text')
    for (const page of pages) {
      const what = named(printing, page)
      const { texts } = edgesOf(page)
      const [head, foot] = [page.height / 2, Number.POSITIVE_INFINITY].map((end, index) =>
        compact(
          texts
            .filter(({ y }) => y < end && (index === 0 || y > page.height / 2))
            .map(({ text }) => text)
            .join(' '),
        ),
      )
      assert.not.match(`${head}${foot}`, '…')
      if (page.page > 1) {
        assert.ok(head?.includes(compact(title)), `${what}: ${head}`)
        assert.ok(head?.includes(compact(audience)), `${what}: ${head}`)
      }
      const number = page_of.replace('{page}', String(page.page)).replace('{pages}', String(pages.length))
      assert.ok(foot?.includes(compact(number)), `${what}: ${foot}`)
      for (const note of notes) assert.ok(foot?.includes(compact(note)), `${what}: ${foot}`)
      assert.not.ok(
        texts.some(({ text }) => /^·|·$/.test(text.trim())),
        `${what}: a middle dot at an end`,
      )
    }
  }
})

/** The running head of a second, upright page. */
const heads = (running: Partial<Document['running']>) =>
  edgesOf(present(pagesOf({ lang: 'en', paper: 'a4', typeSize: 16, marked: false, running })[1], 'page'))
    .texts.filter(({ y }) => y < 300)
    .map(({ text }) => text)

test('the head names the organisation where one line has room for it, and always the audience', () => {
  const short = { organisation: 'Harbour Office', audience: 'In plain language', title: 'The ferry' }
  assert.equal(heads(short), ['Harbour Office · In plain language', 'The ferry'])
  assert.equal(heads({ ...short, organisation: '' }), ['In plain language', 'The ferry'])
  const title = 'Whether the ferry to the islands sails in winter'
  assert.equal(
    heads({
      ...short,
      organisation: 'Office of the Commissioner of Harbours',
      title,
    }),
    ['In plain language', title],
  )
})

test('a title too long for a sixth of the page is shortened after a word in the head', () => {
  const organisation = 'Harbour Office'
  const [first, ...title] = heads({ organisation, audience: 'All', title: 'ferry, '.repeat(400) })
  assert.is(first, 'Harbour Office · All')
  assert.match(title.join(' '), /^(?:ferry, )+ferry…$/)
  assert.ok(title.length > 2 && title.length < 20, String(title.length))
  assert.equal(heads({ organisation: '', audience: 'ferry '.repeat(400), title: '' }), [])
})

test('room above and below the body grows with the type, and is what the margins are where these are enough', () => {
  const margins = (typeSize: number, marked: boolean) =>
    present(pagesOf({ lang: 'en', paper: 'a4', typeSize, marked })[0], 'page').margins
  assert.equal([margins(9, false).top, margins(9, false).bottom], [57, 57])
  const [small, large] = [margins(9, true), margins(18, true)]
  assert.ok(small.top > 57 && small.top < 70, String(small.top))
  assert.ok(large.top > 90 && large.bottom > small.bottom + 30, `${large.top}, ${large.bottom}`)
})

test.run()
