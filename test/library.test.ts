import { readdirSync, readFileSync } from 'node:fs'
import { test } from 'uvu'
import * as assert from 'uvu/assert'
import {
  Findings,
  loadBrief,
  openFonts,
  parseAudience,
  parseLocale,
  parseTheme,
  prepareSourceText,
  prove,
  renderTemplate,
  SourceFile,
  selectEdition,
  typeset,
} from '../src/index.js'
import { TLP } from './support/markings.js'

const ROOT = new URL('../', import.meta.url)
const fileAt = (path: string) => new SourceFile(path, readFileSync(new URL(path, ROOT), 'utf8'))

function filesIn<Value>(folder: string, parse: (file: SourceFile) => Value | undefined): Map<string, Value> {
  return new Map(
    readdirSync(new URL(folder, ROOT)).flatMap(name => {
      const value = parse(fileAt(`${folder}/${name}`))
      return value === undefined ? [] : [[name.replace(/\.\w+$/, ''), value]]
    }),
  )
}

test('a brief goes through the stages by hand, from YAML to PDF', async () => {
  const { all, report } = new Findings()
  const file = new SourceFile(
    'briefs/dam.yaml',
    `title: The dam
as_of: 2025-03-01
actors: [{ id: vela, name: Ines Vela, role: Minister }]
quotes: [{ speaker: vela, source: courier, text: The dam will be mended by the spring }]
sources: [{ id: courier, title: Dam to be mended }]
`,
  )
  const courier = new SourceFile('courier.txt', '“The dam will be mended by the spring,” said Ines Vela.\n')

  const brief = loadBrief(file, { audiences: ['press'], markings: TLP }, report)
  const evidence =
    brief && prove(brief, new Map([['courier', prepareSourceText(courier)]]), undefined, report)
  const audience = parseAudience(fileAt('templates/press.hbs'), 'press', report, TLP)
  const edition = brief && evidence && audience && selectEdition(brief, evidence, audience, report)
  const library = {
    partials: filesIn('templates/partials', partial => partial),
    locales: filesIn('templates/locales', locale => parseLocale(locale, report)),
  }
  const document = edition && renderTemplate(edition, library, report)
  const theme = parseTheme(
    filesIn('templates/themes', one => one),
    'default',
    report,
  )
  const fonts = openFonts(
    [fileAt('fonts/fonts.yaml')],
    path => readFileSync(new URL(`fonts/${path}`, ROOT)),
    report,
  )
  if (!document || !theme || !audience) throw new Error(all.map(({ message }) => message).join('; '))
  const page = { width: 595.28, height: 841.89, margins: audience.page.margins }
  const style = { theme, fonts, page, typeSize: 10, created: new Date(0) }
  const printed = await typeset(document, style, { read: () => undefined }, report)

  assert.equal(all, [])
  assert.is(printed?.pages, 1)
  const words = (printed?.text[0] ?? []).map(line => line.text)
  assert.ok(words.includes('“The dam will be mended by the spring”'))
  assert.is(Buffer.from(printed?.pdf.subarray(0, 5) ?? []).toString(), '%PDF-')
})

test.run()
