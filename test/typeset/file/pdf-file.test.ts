import { test } from 'uvu'
import * as assert from 'uvu/assert'
import { banner, markingsOf } from '../../support/markings.js'
import { document, h, link, masthead, p, ref, section, sources, t } from '../build-document.js'
import { objectsWith, readPdf, textOf } from '../read-pdf.js'
import { sampleDocument } from '../sample.js'
import { print } from '../workspace.js'

const printedFile = async (...args: Parameters<typeof print>) => {
  const { printed } = await print(...args)
  return readPdf(printed?.pdf ?? new Uint8Array())
}

test('tells readers what the document is', async () => {
  const pdf = await printedFile(document([p('Words')], { title: 'Łódź: a “brief”', lang: 'pl' }))
  const [info = ''] = objectsWith(pdf, '/Producer')
  assert.is(textOf(pdf, info, 'Title'), 'Łódź: a “brief”')
  assert.is(textOf(pdf, info, 'Author'), 'Harbour Policy Unit')
  assert.is(textOf(pdf, info, 'Subject'), 'Whether to renew the subsidised winter timetable')
  assert.is(textOf(pdf, info, 'Keywords'), 'ferries, islands')
  assert.is(textOf(pdf, info, 'Creator'), 'Briefwright')
  assert.is(textOf(pdf, info, 'Producer'), 'Briefwright')
  assert.is(textOf(pdf, info, 'CreationDate'), 'D:20250303000000Z')
  assert.is(textOf(pdf, objectsWith(pdf, '/Type /Catalog')[0] ?? '', 'Lang'), 'pl')
  assert.is(objectsWith(pdf, '/DisplayDocTitle true').length, 1)
})

test('the markings are in the metadata, and described there as PDF/A asks', async () => {
  const all = markingsOf('tlp', 'uk')
  const banners = [...banner('OFFICIAL', all), ...banner('TLP:AMBER', all)]
  const bytesOf = async (more: Parameters<typeof document>[1]) =>
    (await print(document([p('Words')], more))).printed?.pdf ?? new Uint8Array()
  const marked = await bytesOf({ banners })
  const pdf = readPdf(marked)
  const [label = ''] = [banners.map(({ text }) => text).join('; ')]
  assert.is(textOf(pdf, objectsWith(pdf, '/Producer')[0] ?? '', 'Classification'), label)
  const xmp = Buffer.from(marked).toString('latin1')
  assert.match(xmp, `<pdfx:Classification>${label}</pdfx:Classification>`)
  assert.match(xmp, '<pdfaSchema:namespaceURI>http://ns.adobe.com/pdfx/1.3/</pdfaSchema:namespaceURI>')
  assert.is(xmp.match(/<pdfaExtension:schemas>/g)?.length, 1)
  const plain = Buffer.from(await bytesOf({})).toString('latin1')
  assert.match(plain, 'pdfuaid:part')
  assert.not.match(plain, /pdfx|Classification/)
})

test('bookmarks follow the headings, without the masthead', async () => {
  const headings = [h(2, 'One'), p('x'), h(3, 'One, further'), p('x'), h(2, 'Two'), p('x')]
  const pdf = await printedFile(document([masthead(h(1, 'A title')), ...headings]))
  const items = [...pdf.objects].filter(
    ([, object]) => object.includes('/Parent') && object.includes('/Title'),
  )
  assert.equal(items.map(([, object]) => textOf(pdf, object, 'Title')).sort(), ['One', 'One, further', 'Two'])
  const [one] = items.find(([, object]) => textOf(pdf, object, 'Title') === 'One') ?? []
  const [, further = ''] = items.find(([, object]) => textOf(pdf, object, 'Title') === 'One, further') ?? []
  assert.match(further, `/Parent ${one} 0 R`)
  for (const [, object] of items) assert.match(object, /\/Dest \[\d+ 0 R \/XYZ null [\d.]+ null\]/)
})

test('links lead from a mention to its source and back, and every one arrives', async () => {
  const blocks = [
    p([t('One'), ref(1, 'council', true), t(' and again'), ref(1, 'council')]),
    section([h(2, 'Sources', 'sources'), sources(['council', 'Minutes'])]),
    p([
      link('up', '#sources'),
      t(' and '),
      link('nowhere', '#absent'),
      t(' '),
      link('out', 'https://harbour.example/a'),
    ]),
  ]
  const pdf = await printedFile(document(blocks))
  const goals = objectsWith(pdf, '/S /GoTo').map(object => textOf(pdf, object, 'D'))
  assert.equal(goals, ['source:council', 'source:council', 'mention:council', 'id:sources'])
  const [names = ''] = objectsWith(pdf, '/Limits [', '/Names [')
  for (const goal of goals) assert.ok(names.includes(`(${goal})`), goal)
  assert.equal(
    objectsWith(pdf, '/S /URI').map(object => textOf(pdf, object, 'URI')),
    ['https://harbour.example/a'],
  )
})

test('draws TLP labels as the protocol asks', async () => {
  const colours = {
    RED: 'ff2b2b',
    AMBER: 'ffc000',
    'AMBER+STRICT': 'ffc000',
    GREEN: '33ff00',
    CLEAR: 'ffffff',
  }
  for (const [label, colour] of Object.entries(colours)) {
    const { printed } = await print(document([p('Words')], { banners: banner(`TLP:${label}`) }))
    const labels = printed?.text[0]?.filter(line => line.text === `TLP:${label}`) ?? []
    assert.is(labels.length, 2)
    assert.ok(labels.every(line => line.size >= 12 && line.x > 400))
    const stream = readPdf(printed?.pdf ?? new Uint8Array()).contents.join('\n')
    assert.is(stream.split(`${inked(colour)} rg\n/F`).length - 1, 2, `${label} in its colour`)
    assert.is(stream.match(/\n0 0 0 rg\n[\d. ]+ re\nf\n/g)?.length, 2, 'on black')
  }
})

const inked = (hex: string) =>
  [0, 2, 4].map(at => Math.round((Number.parseInt(hex.slice(at, at + 2), 16) / 255) * 1e4) / 1e4).join(' ')

test('prints other markings in capitals, centred, at the top and the bottom', async () => {
  const { printed } = await print(
    document([p('Words')], { banners: banner('Official-Sensitive', markingsOf('uk')) }),
  )
  const labels = printed?.text[0]?.filter(line => line.text === 'OFFICIAL-SENSITIVE') ?? []
  assert.equal(
    labels.map(line => line.y < 400),
    [true, false],
  )
  assert.ok(labels.every(line => line.x > 200 && line.x < 300))
})

test('gives the same bytes each time, in every time zone', async () => {
  const zone = process.env.TZ
  process.env.TZ = 'Pacific/Kiritimati'
  const one = await print(sampleDocument())
  process.env.TZ = 'America/Los_Angeles'
  const other = await print(sampleDocument())
  if (zone === undefined) delete process.env.TZ
  else process.env.TZ = zone
  assert.ok(one.printed && Buffer.from(one.printed.pdf).equals(Buffer.from(other.printed?.pdf ?? [])))
})

test.run()
