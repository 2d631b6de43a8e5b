import { createHash } from 'node:crypto'
import { test } from 'uvu'
import * as assert from 'uvu/assert'
import type { Block } from '../../../src/markup/index.js'
import { banner } from '../../support/markings.js'
import { STRESS_IMAGES, stressDocument } from '../../support/stress.js'
import * as b from '../../typeset/build-document.js'
import { sampleDocument } from '../../typeset/sample.js'
import { themeFiles } from '../../typeset/workspace.js'
import { faultsOf, printPage, select, wordsOf } from './support.js'

for (const name of themeFiles.keys())
  test(`in the theme ${name} a page of every block is sound`, async () => {
    assert.equal(faultsOf(await printPage(sampleDocument(), { name })), [])
  })

test('every block in every other makes a sound page', async () => {
  const page = await printPage(stressDocument(), { images: STRESS_IMAGES })
  assert.equal(faultsOf(page), [])
})

test('the same input makes the same bytes', async () => {
  const [one, other] = [await printPage(stressDocument()), await printPage(stressDocument())]
  assert.is(one.text, other.text)
})

test('the policy of a page allows its own style sheet, pictures and fonts within it, and nothing else', async () => {
  const { elements, css } = await printPage(sampleDocument())
  const digest = createHash('sha256').update(css).digest('base64')
  const policy = elements.find(({ attribs }) => attribs['http-equiv'] === 'Content-Security-Policy')
  assert.is(
    policy?.attribs.content,
    `default-src 'none'; style-src 'sha256-${digest}'; img-src data:; font-src data:; base-uri 'none'; form-action 'none'`,
  )
})

test('the masthead is the header of the page, contents its navigation, text its main part, and its edges the footer', async () => {
  const page = await printPage(
    b.document([b.masthead(b.h(1, 'The ferry')), b.contents, b.h(2, 'Why', 'why'), b.p('Because.')], {
      banners: banner('TLP:AMBER'),
      overlay: ['Draft'],
    }),
  )
  const body = page.elements.find(({ name }) => name === 'body')
  const parts = (body?.children ?? []).flatMap(node => ('attribs' in node ? [node.name] : []))
  assert.equal(parts, ['a', 'header', 'div', 'footer'])
  assert.equal(
    select(page, 'nav').map(({ attribs }) => attribs['aria-label']),
    ['Contents'],
  )
  assert.equal(
    select(page, '.skip').map(({ attribs }) => attribs.href),
    ['#text'],
  )
  assert.equal(
    select(page, 'main').map(({ attribs }) => attribs.id),
    ['text'],
  )
  assert.equal(select(page, '.notice').map(wordsOf), ['Draft'])
  assert.equal(select(page, '.marking').map(wordsOf), ['TLP:AMBER', 'TLP:AMBER'])
  assert.match(page.css, '@top-center{content:"TLP:AMBER"')
})

test('a document whose headings have no title says its title out of sight, and they rank below it', async () => {
  const page = await printPage(b.document([b.h(2, 'One'), b.h(2, 'Two'), b.h(4, 'Deep')], { title: 'All' }))
  const ranks = page.elements.filter(({ name }) => /^h\d$/.test(name)).map(node => [node.name, wordsOf(node)])
  assert.equal(ranks, [
    ['h1', 'All'],
    ['h2', 'One'],
    ['h2', 'Two'],
    ['h3', 'Deep'],
  ])
  assert.equal(
    select(page, 'h1').map(({ attribs }) => attribs.class),
    ['unseen'],
  )
})

test('citations lead to their source and back, and notes to their call and back', async () => {
  const page = await printPage([
    b.h(1, 'T'),
    b.p([b.t('So it is'), b.ref(1, 'council', true), b.note('a', [b.t('If'), b.ref(1, 'council', false)])]),
    b.sources(['council', 'Minutes of the council']),
  ])
  const links = page.elements.flatMap(({ name, attribs }) =>
    name === 'a' && attribs.class !== 'skip' ? [[attribs.id, attribs.href]] : [],
  )
  assert.equal(links, [
    ['mention-1', '#source-1'],
    ['call-a', '#note-a'],
    [undefined, '#mention-1'],
    [undefined, '#call-a'],
    [undefined, '#source-1'],
  ])
})

test('ids of a brief that would be taken twice, or could not be one, are given once', async () => {
  const page = await printPage([
    b.h(1, 'T', 'text'),
    b.h(2, 'A', 'two words'),
    b.h(2, 'B', 'source-1'),
    b.p([b.ref(1, 'x', true), b.link('there', '#two words'), b.link('nowhere', '#none')]),
    b.sources(['x', 'X']),
  ])
  assert.equal(faultsOf(page), [])
  assert.ok(page.text.includes('href="#two-words">there</a>'))
  assert.not.ok(page.text.includes('>nowhere</a>'))
})

const cells = (texts: readonly string[], header?: 'column' | 'row') =>
  texts.map((text, index) => ({
    ...{ span: 1, rows: 1, place: b.nowhere, children: [b.p(text)] },
    header: header === 'column' ? header : index === 0 ? header : undefined,
  }))
const table = (more: object): Block => ({
  kind: 'table',
  ...{ style: 'grid', caption: [b.t('What it costs')], widths: [1, 1, 1], place: b.nowhere },
  head: [{ cells: cells(['Year', 'Now', 'Then'], 'column'), place: b.nowhere }],
  body: [{ cells: cells(['2024', '1.25', '30'], 'row'), place: b.nowhere }],
  ...more,
})

test('rows of words stand one below the other on narrow screens, under the heads of their columns; figures are scrolled', async () => {
  const stacked = await printPage([b.h(1, 'T'), table({})])
  assert.equal(
    select(stacked, 'table').map(({ attribs }) => attribs.role),
    ['table'],
  )
  assert.equal(
    select(stacked, 'td').map(({ attribs }) => attribs['data-label']),
    ['Now', 'Then'],
  )
  assert.equal(
    select(stacked, 'th').map(({ attribs }) => attribs.scope),
    ['col', 'col', 'col', 'row'],
  )
  assert.equal(select(stacked, '.scrolls'), [])
  const scrolled = await printPage([b.h(1, 'T'), table({ isFitted: true })])
  const [region] = select(scrolled, '.scrolls')
  assert.equal([region?.attribs.tabindex, region?.attribs['aria-label']], ['0', 'What it costs'])
  assert.equal(
    select(scrolled, 'td').map(({ attribs }) => attribs['data-label']),
    [undefined, undefined],
  )
})

test('a theme whose pages have rows one after the other has them so on any screen', async () => {
  const page = await printPage([b.h(1, 'T'), table({})], { name: 'large-print' })
  assert.equal(select(page, 'table'), [])
  const [stacked] = select(page, '.stacked')
  assert.is(stacked && wordsOf(stacked).split(/\s+/).filter(Boolean).join(' '), '2024 Now 1.25 Then 30')
  assert.equal(faultsOf(page), [])
})

test('what has no content is not on the page', async () => {
  const page = await printPage([
    b.h(1, 'T'),
    b.p(''),
    b.aside('note'),
    b.section([b.p('')], 'box'),
    b.list([]),
  ])
  assert.equal(
    select(page, 'main').map(main => wordsOf(main).trim()),
    ['T'],
  )
  assert.equal(select(page, '.aside'), [])
})

test('a passage in another language says so, and runs its own way', async () => {
  const span = {
    kind: 'span',
    style: undefined,
    lang: 'ar',
    children: [b.t('مرحبا')],
    place: b.nowhere,
  } as const
  const page = await printPage([b.h(1, 'T'), b.p([span])])
  assert.equal(
    select(page, 'span').map(({ attribs }) => [attribs.lang, attribs.dir]),
    [['ar', 'rtl']],
  )
})

test('rules are printed for what the page has, and for no other', async () => {
  const { css } = await printPage([b.h(1, 'T'), b.p('A', 'lead')])
  assert.match(css, 'p.lead{')
  assert.not.match(css, 'p.kicker{')
  assert.not.match(css, '.quotation{border')
  assert.not.match(css, 'dl.rail.rail{')
})

test('fonts are in the file only where they are asked for, each with the characters of the page', async () => {
  const blocks = [b.h(1, 'Title'), b.p('Words')]
  const [without, within] = [await printPage(blocks), await printPage(blocks, { embedFonts: true })]
  assert.not.match(without.css, '@font-face')
  const faces = [
    ...within.css.matchAll(
      /font-family:'([^']+)';font-weight:(\d+);font-style:(\w+);src:url\(data:font\/ttf;base64,([^)]+)\)/g,
    ),
  ]
  assert.equal(
    faces.map(([, family, weight, style]) => `${family} ${weight} ${style}`),
    ['Source Serif 4', 'Source Sans 3'].flatMap(family =>
      ['400 normal', '400 italic', '700 normal', '700 italic'].map(face => `${family} ${face}`),
    ),
  )
  for (const [, family, , , data = ''] of faces)
    assert.ok(Buffer.from(data, 'base64').length < 60_000, `${family} is not reduced`)
  const greek = await printPage([b.h(1, 'Title'), b.p('Ελληνικά')], { embedFonts: true })
  assert.ok(greek.css.length > within.css.length)
})

test.run()
