import { test } from 'uvu'
import * as assert from 'uvu/assert'
import { render } from '../../../src/batch/index.js'
import { OUTPUT_FORMATS } from '../../../src/batch/record/edition-name.js'
import { isFlowing } from '../../../src/batch/record/twin-variant.js'
import { buildOf, bytesIn, type Files, renderOf, said, sampleFiles } from './support.js'

const SAMPLES = sampleFiles()

for (const name of ['harbour-crossing', 'cruce-del-puerto', 'cartel-designation']) {
  const path = `briefs/${name}.yaml`
  test(`the editions of \`${name}\` are the bytes that a build writes, with the facts of its manifest`, async () => {
    const { built, space, entries } = await buildOf(SAMPLES, path, { audiences: [] })
    assert.ok(entries.length >= 2)
    const found = new Set<string>()
    for (const entry of entries) {
      const made = await renderOf(SAMPLES, path, { audience: entry.audience })
      if (!made.bytes) throw new Error(said(made.diagnostics).join('\n'))
      assert.ok(bytesIn(space, entry.file).equals(made.bytes), entry.audience)
      const { pages, annex_pages, left_out, quotes } = made
      assert.equal(
        { pages, annex_pages, left_out, quotes },
        {
          pages: entry.pages,
          annex_pages: entry.annex_pages,
          left_out: entry.left_out,
          quotes: entry.quotes,
        },
      )
      for (const finding of said(made.diagnostics)) found.add(finding)
    }
    assert.equal([...found].sort(), said(built.diagnostics))
  })
}

const HOUSE: Files = {
  'briefwright.yaml': 'markings: [house]\nclearances: { note: SHUT }\nlang: en\n',
  'templates/markings/house.yaml': 'levels:\n  - { label: OPEN }\n  - { label: SHUT }\n',
  'templates/note.hbs': `---
title: Note
description: For colleagues.
page: { size: a4, margins: { top: 22, right: 26, bottom: 22, left: 26 } }
limit: 1
type: { size: 10, floor: 9 }
theme: own
clearance: SHUT
sections: [bottom_line]
---
{{> masthead}}
{{> greeting}}
{{> bottom-line}}
{{#each tables}}{{> data-table}}{{/each}}
<figure><img src="seal.png" alt="A seal"></figure>
`,
  'templates/partials/greeting.hbs': '<p>For {{recipient.name}}</p>\n',
  'templates/themes/own.yaml': 'extends: civic\ncolours: { accent: "#004400" }\n',
  'templates/seal.png': SAMPLES[Object.keys(SAMPLES).find(file => file.endsWith('.png')) ?? ''] ?? '',
  'briefs/deep/rail.yaml': `title: Rail
as_of: 2025-03-01
bottom_line: The line opens in May.
classification: OPEN
tables: [{ id: costs, title: Costs, data: data/costs.csv, columns: [{ key: Item }, { key: Cost, unit: M }] }]
`,
  'briefs/deep/data/costs.csv': 'Item,Cost\nTrack,12\nTrains,30\n',
  'rows.jsonl': '{"id":"vela","name":"Ines Vela"}\n',
}
const RAIL = 'briefs/deep/rail.yaml'

test('templates, partials, themes, marking schemes, tables and the style of a house are taken from the files', async () => {
  const { built, space, entries } = await buildOf(HOUSE, RAIL, { audiences: ['note'], data: 'rows.jsonl' })
  const recipient = { id: 'vela', name: 'Ines Vela' }
  const made = await renderOf(HOUSE, RAIL, { audience: 'note', recipient })
  assert.equal(said(made.diagnostics), said(built.diagnostics))
  assert.ok(made.bytes && bytesIn(space, entries[0]?.file ?? '').equals(made.bytes))
})

test('paper, theme, language, date and unproved quotations are as a build has them', async () => {
  const files: Files = {
    'briefs/dam.yaml': `title: { default: The dam, fr: Le barrage }
lang: en
as_of: 2025-03-01
actors: [{ id: vela, name: Ines Vela, role: Minister }]
quotes: [{ speaker: vela, source: courier, text: It was never said }]
sources: [{ id: courier, title: Dam to be mended, text: courier.txt }]
`,
    'briefs/courier.txt': '“The dam will be mended by the spring,” said Ines Vela.\n',
  }
  const options = { paper: 'letter', theme: 'large-print', allowUnverified: true } as const
  const { built, space, entries } = await buildOf(files, 'briefs/dam.yaml', {
    ...options,
    audiences: ['press'],
    languages: ['fr'],
    sourceDateEpoch: '1000000000',
  })
  const created = new Date('2001-09-09T01:46:40Z')
  const made = await renderOf(files, 'briefs/dam.yaml', {
    ...options,
    audience: 'press',
    lang: 'fr',
    created,
  })
  assert.equal(said(made.diagnostics), said(built.diagnostics))
  assert.ok(made.bytes && bytesIn(space, entries[0]?.file ?? '').equals(made.bytes))
  assert.is(made.quotes?.unverified, 1)
})

for (const format of OUTPUT_FORMATS)
  test(`as ${format}, an edition is the files that a build writes, and has pages only as a PDF`, async () => {
    for (const whole of isFlowing(format) ? [false, true] : [false]) {
      const options = { audiences: ['press'], formats: [format], whole }
      const { space, entries } = await buildOf(SAMPLES, 'briefs/harbour-crossing.yaml', options)
      const made = await renderOf(SAMPLES, 'briefs/harbour-crossing.yaml', {
        audience: 'press',
        format,
        whole,
      })
      assert.ok(entries.length > 0)
      assert.equal(
        made.files.map(file => Buffer.from(file).toString('latin1')),
        entries.map(({ file }) => bytesIn(space, file).toString('latin1')),
      )
      assert.is(made.bytes, made.files[0])
      assert.is(made.pages, entries[0]?.pages)
      assert.is(made.pages === null, format !== 'pdf')
    }
  })

const BRIEF = 'title: The dam\nas_of: 2025-03-01\nbottom_line: It is to be mended.\n'
const WRONG: readonly (readonly [what: string, files: Files])[] = [
  ['a brief that is no YAML', { 'briefs/dam.yaml': 'title: [\n' }],
  [
    'an actor that nobody knows',
    {
      'briefs/dam.yaml': `${BRIEF}quotes: [{ speaker: trupm, source: a, text: Yes }]\nsources: [{ id: a, title: A }]\n`,
    },
  ],
  [
    'a source that is not there',
    { 'briefs/dam.yaml': `${BRIEF}sources: [{ id: a, title: A, text: ../a.txt }]\n` },
  ],
  [
    'a source outside, and one that is the brief',
    {
      'briefs/dam.yaml': `${BRIEF}sources:\n  - { id: a, title: A, text: ../../../etc/hosts }\n  - { id: b, title: B, text: dam.yaml }\n  - { id: c, title: C, text: ../templates/a.txt }\n`,
      'templates/a.txt': 'Yes',
    },
  ],
  [
    'a quotation that its source does not have',
    {
      'briefs/dam.yaml': `${BRIEF}actors: [{ id: v, name: Vela, role: Mayor }]\nquotes: [{ speaker: v, source: a, text: We will mend }]\nsources: [{ id: a, title: A, text: a.txt }]\n`,
      'briefs/a.txt': '“We will not mend it,” said Vela, the mayor.\n',
    },
  ],
  [
    'a row of a table',
    {
      'briefs/dam.yaml': `${BRIEF}tables: [{ id: t, title: T, data: t.csv, columns: [{ key: a }] }]\n`,
      'briefs/t.csv': 'a,b\n1\n',
    },
  ],
  [
    'a picture that is a folder',
    { 'briefs/dam.yaml': `${BRIEF}images: [{ id: x, file: x, alt: X }]\n`, 'briefs/x/y': '' },
  ],
  ['a lock that is none', { 'briefs/dam.yaml': BRIEF, 'briefs/dam.lock.yaml': 'version: x\n' }],
  ['a template', { 'briefs/dam.yaml': BRIEF, 'templates/press.hbs': '---\ntitle: P\n---\n{{#if}}\n' }],
  ['a partial', { 'briefs/dam.yaml': BRIEF, 'templates/partials/masthead.hbs': '{{nothing}}\n' }],
  ['a theme', { 'briefs/dam.yaml': BRIEF, 'templates/themes/default.yaml': 'colours: 3\n' }],
  ['a locale', { 'briefs/dam.yaml': BRIEF, 'templates/locales/en.yaml': 'labels: 3\n' }],
  ['a marking scheme', { 'briefs/dam.yaml': BRIEF, 'templates/markings/x.yaml': 'levels: 3\n' }],
  [
    'the style of a house',
    { 'briefs/dam.yaml': BRIEF, 'briefwright.yaml': 'theme: nowhere\nlogo: no.png\n' },
  ],
  ['a file that nearly has its name', { 'briefs/dam.yaml': BRIEF, 'briefwright.yml': 'lang: en\n' }],
  ['fonts', { 'briefs/dam.yaml': BRIEF, 'fonts/fonts.yaml': 'families: { x: { regular: no.ttf } }\n' }],
  ['a brief above the clearance of its audience', { 'briefs/dam.yaml': `classification: TLP:RED\n${BRIEF}` }],
]

for (const [what, files] of WRONG)
  test(`of ${what}, the same is found at the same place as by a build`, async () => {
    const { built } = await buildOf(files, 'briefs/dam.yaml', { audiences: ['press'] })
    const made = await renderOf(files, 'briefs/dam.yaml', { audience: 'press' })
    assert.equal(said(made.diagnostics), said(built.diagnostics))
    assert.ok(made.diagnostics.length > 0)
    assert.is(made.bytes !== undefined, [...built.editions].length === 1)
  })

test('what an option says wrongly is a finding that names the option', async () => {
  const wrong: readonly (readonly [object, string])[] = [
    [{ audience: 7 }, 'audience invalid-value'],
    [{ audience: 'pres' }, 'audiences unknown-audience'],
    [{ format: 'pfd' }, 'format invalid-value'],
    [{ paper: 'a5' }, 'paper invalid-value'],
    [{ theme: 'cvic' }, 'theme invalid-value'],
    [{ lang: 'english please' }, 'lang invalid-value'],
    [{ created: new Date(Number.NaN) }, 'created invalid-value'],
    [{ created: new Date(-1) }, 'created invalid-value'],
    [{ created: new Date('+010000-01-01') }, 'created invalid-value'],
    [{ path: 'briefs' }, 'path invalid-value'],
    [{ path: '../brief.yaml' }, 'path invalid-value'],
    [{ files: null }, 'files invalid-value'],
    [{ files: { '../secret.txt': '' } }, 'files path-outside-workspace'],
    [{ files: { '': '' } }, 'files path-outside-workspace'],
    [{ files: { 'a.txt': 'a', './a.txt': 'b' } }, 'files invalid-value'],
    [{ files: { 'briefs/brief.yaml': BRIEF } }, 'files invalid-value'],
    [{ files: { 'a.txt': 3 } }, 'a.txt invalid-value'],
    [{ recipient: { id: 'a', name: { first: 'A' } } }, 'recipient recipients-invalid'],
    [{ recipient: [] }, 'recipient recipients-invalid'],
    [{ recipient: { a: 1n } }, 'recipient recipients-invalid'],
    [{ recipient: { audience: 'analyst' } }, 'recipient recipients-invalid'],
    [{ recipient: { lang: 'fr' } }, 'recipient recipients-invalid'],
  ]
  for (const [option, expected] of wrong) {
    const made = await render(BRIEF, { audience: 'press', ...option } as never)
    const errors = made.diagnostics.filter(({ severity }) => severity === 'error')
    assert.equal(
      errors.map(({ place, code }) => `${place.file.path} ${code}`),
      [expected],
      JSON.stringify(Object.keys(option)),
    )
    assert.is(made.bytes, undefined)
  }
})

test('that a whole edition is asked for of what has pages changes nothing, and is said', async () => {
  const { bytes } = await render(BRIEF, { audience: 'press' })
  const made = await render(BRIEF, { audience: 'press', whole: true })
  assert.equal(
    made.diagnostics.map(({ place, code }) => `${place.file.path} ${code}`),
    ['whole option-useless'],
  )
  assert.ok(bytes && made.bytes && Buffer.from(bytes).equals(made.bytes))
})

test('the dates at both ends of what a document can have are taken', async () => {
  for (const created of [new Date(0), new Date('9999-12-31T23:59:59Z')])
    assert.ok((await render(BRIEF, { audience: 'one-page', created })).bytes)
})

test('calls that run at once do not know of each other', async () => {
  const files = [
    {},
    { 'templates/themes/default.yaml': 'extends: default\nfamilies: { body: Noto Sans }\n' },
    { 'templates/partials/masthead.hbs': '<h1>{{title}}</h1>\n' },
  ]
  const alone = []
  for (const own of files) alone.push(await render(BRIEF, { audience: 'press', files: own }))
  const together = await Promise.all(
    [...files, ...files].map(own => render(BRIEF, { audience: 'press', files: own })),
  )
  assert.is(new Set(alone.map(({ bytes }) => Buffer.from(bytes ?? []).toString('latin1'))).size, 3)
  assert.equal(
    together.map(({ bytes }) => Buffer.from(bytes ?? []).toString('latin1')),
    [...alone, ...alone].map(({ bytes }) => Buffer.from(bytes ?? []).toString('latin1')),
  )
})

test.run()
