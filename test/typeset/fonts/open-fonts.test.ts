import { test } from 'uvu'
import * as assert from 'uvu/assert'
import { Findings, SourceFile } from '../../../src/diagnostics/index.js'
import { openFonts } from '../../../src/typeset/index.js'
import { tinyOtf } from '../../support/tiny-otf.js'
import { tinyTtf } from '../../support/tiny-ttf.js'
import { document, p } from '../build-document.js'
import { fonts, print, themeNamed } from '../workspace.js'

function open(text: string, read: (path: string) => Uint8Array | undefined) {
  const findings = new Findings()
  const opened = openFonts([new SourceFile('fonts/fonts.yaml', text)], read, findings.report)
  const found = findings.all.map(
    ({ code, place }) => `${code} ${place.file.position(place.range.start).line}`,
  )
  return { opened, found, messages: findings.all.map(({ message }) => message) }
}
const FACES = 'A:\n  normal: a.ttf\n  italics: b.ttf\n  bold: c.ttf\n  bolditalics: d.ttf\n'

test('reports each file that is missing or is not a font, at its line', () => {
  const { opened, found } = open(FACES, path => (path === 'b.ttf' ? undefined : Buffer.from('not a font')))
  assert.equal(found, ['font-invalid 2', 'font-invalid 3', 'font-invalid 4', 'font-invalid 5'])
  assert.is(opened.size, 0)
})

test('opens a variable font for each face that it is to be, once', () => {
  const bytes = tinyTtf({ characters: 'A', axes: { wght: [100, 100, 900] } })
  const { opened, found } = open(
    'A: { normal: a.ttf, italics: a.ttf, bold: a.ttf, bolditalics: a.ttf }\nB: { normal: a.ttf, italics: a.ttf, bold: a.ttf, bolditalics: a.ttf }\n',
    () => bytes,
  )
  assert.equal(found, [])
  const [one, other] = [opened.get('A'), opened.get('B')]
  assert.equal([one?.normal.metrics.weight, one?.bold.metrics.weight], [400, 700])
  assert.is(one?.bold, other?.bold)
})

test('asks for static files in place of a variable font that cannot be set', () => {
  const otf = tinyOtf()
  otf.write('CFF2', otf.indexOf('CFF ', 12, 'latin1'), 'latin1')
  const { opened, found, messages } = open(FACES, () => otf)
  assert.is(opened.size, 0)
  assert.is(found.length, 4)
  assert.match(messages[0] ?? '', /`a.ttf` is a variable font/)
})

test('reports a family without its regular face, and faces that do not exist', () => {
  const { messages, found } = open('A:\n  bold: a.ttf\n  heavy: b.ttf\n', () => undefined)
  assert.equal(found, ['font-invalid 3', 'font-invalid 2'])
  assert.equal(messages, ['unknown key `heavy`', '`A.normal` is missing'])
})

test('reports a list of fonts that is none', () => {
  assert.equal(open('- a\n', () => undefined).found, ['font-invalid 1'])
  assert.equal(open('a: [\n', () => undefined).found[0]?.split(' ')[0], 'font-invalid')
})

test('reports a theme whose family no list of fonts declares', async () => {
  const theme = {
    ...themeNamed('default'),
    families: { body: 'Absent', heading: 'Source Sans 3', fallback: [] },
  }
  const { printed, found } = await print(document([p('Words')]), { theme, fonts })
  assert.is(printed, undefined)
  assert.equal(found, ['font-invalid'])
})

test.run()
