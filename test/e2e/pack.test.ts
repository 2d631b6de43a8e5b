import { readFileSync } from 'node:fs'
import { join } from 'node:path'
import { strFromU8, unzipSync } from 'fflate'
import { test } from 'uvu'
import * as assert from 'uvu/assert'
import {
  isReadElement,
  type ReadElement,
  readStructure,
  spokenText,
} from '../../src/typeset/outline/read-structure.js'
import { type TestWorkspace, workspace } from '../support/workspace.js'

const brief = (title: string, more = '') => `title: ${title}
as_of: 2025-03-10
lang: en
bottom_line: Raise it by two metres.
key_facts:
  - {fact: The wall is forty years old., cite: survey}
  - {fact: The lake is full in spring., cite: report}
sources:
  - {id: survey, type: report, title: Survey of ${title}, issued: 2024-05-01}
  - {id: report, type: report, title: Report on ${title}, issued: 2024-06-01}
${more}`

const pack = (...lines: string[]) =>
  ['title: Papers of the week', 'as_of: 2025-03-10', ...lines, ''].join('\n')
const ITEMS = ['items:', '  - {brief: dam, audience: public}', '  - {brief: weir, audience: legislator}']

const space = (lines: readonly string[], more: Readonly<Record<string, string>> = {}) =>
  workspace({
    'briefs/dam.yaml': brief('The dam'),
    'briefs/weir.yaml': brief('The weir', 'classification: TLP:GREEN\n'),
    'briefs/week.pack.yaml': pack(...lines),
    ...more,
  })

const printedBy = async (files: TestWorkspace) => {
  const { status, stdout, stderr } = await files.run('pack', 'briefs/week.pack.yaml', '--json')
  assert.is(status, 0, stderr + stdout)
  const { pack: printed } = JSON.parse(stdout)
  const structure = readStructure(readFileSync(join(files.root, printed.files[0].file)))
  return { printed, structure, parts: structure.root.kids.filter(isReadElement) }
}

test('a pack is one PDF with a cover, contents and its editions, whose pages are numbered through', async () => {
  const files = space(['tabs: true', ...ITEMS])
  const { printed, structure, parts } = await printedBy(files)
  assert.equal(
    printed.files.map(({ file }: { file: string }) => file),
    ['out/packs/week.pdf'],
  )
  assert.equal(
    printed.items.map(({ brief: name, audience, first_page }: Record<string, unknown>) => [
      name,
      audience,
      first_page,
    ]),
    [
      ['dam', 'public', 3],
      ['weir', 'legislator', 4],
    ],
  )
  assert.is(printed.pages, structure.artifacts.length)
  assert.equal(
    parts.map(({ role }) => role),
    ['Part', 'Part', 'Part', 'Part'],
  )
  const contents = spokenText(parts[1] as ReadElement).replace(/\s+/g, ' ')
  assert.match(
    contents,
    /Contents The dam 3 A · In plain language 3 The weir 4 B · Legislator’s note · TLP:GREEN 4/,
  )
  for (const [index, artifacts] of structure.artifacts.entries())
    assert.ok(
      artifacts.some(({ text }) => text.includes(`Page ${index + 1} of ${printed.pages}`)),
      `page ${index + 1}`,
    )
})

test('all pages of a pack have the marking of the whole', async () => {
  const { printed, structure, parts } = await printedBy(space(ITEMS))
  assert.equal(printed.markings, ['TLP:GREEN'])
  for (const part of parts) assert.match(spokenText(part), 'TLP:GREEN')
  for (const artifacts of structure.artifacts.slice(1))
    assert.ok(artifacts.some(({ text }) => text.includes('TLP:GREEN')))
})

test('an edition is in a pack what it is by itself, but for what is numbered through', async () => {
  const files = space(['cover: false', 'contents: false', ...ITEMS])
  const { parts } = await printedBy(files)
  await files.run('build', '-a', 'legislator')
  const { root } = readStructure(readFileSync(join(files.root, 'out/weir/legislator.pdf')))
  assert.is(spokenText(parts[1] as ReadElement), spokenText(root))
})

test('the sources of a pack are numbered by part, or through', async () => {
  const analyst = (more: string) => [
    more,
    'cover: false',
    'contents: false',
    ...ITEMS.map(line => line.replace(/public|legislator/, 'analyst')),
  ]
  const numbersIn = (part: ReadElement | undefined) =>
    [...spokenText(part as ReadElement).matchAll(/(\d+)\.? (?:Survey|Report)/g)].map(([, number]) => number)
  const byPart = await printedBy(space(analyst('sources: by_part')))
  assert.equal(byPart.parts.map(numbersIn), [
    ['1', '2'],
    ['1', '2'],
  ])
  const through = await printedBy(space(analyst('sources: through')))
  assert.equal(through.parts.map(numbersIn), [
    ['1', '2'],
    ['3', '4'],
  ])
})

test('a pack is one page of HTML and one document of Word, with the documents below its title', async () => {
  const files = space(ITEMS)
  const { status, stderr } = await files.run('pack', 'briefs/week.pack.yaml', '--format', 'html,docx')
  assert.is(status, 0, stderr)
  assert.equal(files.files('out/packs'), ['out/packs/week.docx', 'out/packs/week.html'])
  const html = files.read('out/packs/week.html')
  const ids = [...html.matchAll(/ id="([^"]+)"/g)].map(([, id]) => id)
  assert.is(new Set(ids).size, ids.length)
  const goals = [...html.matchAll(/ href="#([^"]+)"/g)].map(([, goal]) => goal)
  assert.equal(
    goals.filter(goal => !ids.includes(goal)),
    [],
  )
  for (const part of ['part-1', 'part-2']) assert.ok(goals.includes(part), part)
  assert.is([...html.matchAll(/<h1[ >]/g)].length, 1)
  const word = unzipSync(readFileSync(join(files.root, 'out/packs/week.docx')))
  const styles = strFromU8(word['word/styles.xml'] ?? new Uint8Array())
  const headings = [...styles.matchAll(/<w:style ([^>]*)w:styleId="Heading\d"/g)]
  assert.ok(headings.length >= 2)
  for (const [, kind = ''] of headings) assert.not.match(kind, 'customStyle')
})

test('what is wrong with a pack is found at its place, and nothing is printed', async () => {
  const files = space(['clearance: TLP:CLEAR', ...ITEMS])
  const above = await files.run('pack', 'briefs/week.pack.yaml')
  assert.is(above.status, 1)
  assert.match(
    above.stderr,
    /briefs\/week\.pack\.yaml:6:13: error: .*`weir` holds `TLP:GREEN`.*\[pack-above-clearance\]/,
  )
  assert.not(files.files('.').some(file => file.endsWith('.pdf')))

  const misnamed = space([
    'items:',
    '  - {brief: dan, audience: public}',
    '  - {brief: weir, audience: publik}',
  ])
  const wrong = await misnamed.run('pack', 'briefs/week.pack.yaml')
  assert.match(
    wrong.stderr,
    /briefs\/week\.pack\.yaml:5:29: error: there is no audience `publik` \[pack-invalid\]/,
  )
  assert.match(wrong.stderr, 'did you mean `public`?')
  misnamed.write({ 'briefs/week.pack.yaml': pack('items: [{brief: dan}]') })
  const other = await misnamed.run('pack', 'briefs/week.pack.yaml')
  assert.match(
    other.stderr,
    /:3:17: error: there is no brief `dan`: looked for `briefs\/dan\.yaml` \[pack-invalid\]/,
  )
  assert.match(other.stderr, 'did you mean `dam`?')
})

test('an edition that cannot be printed is named, and its pack is not printed', async () => {
  const files = space(ITEMS, { 'briefs/dam.yaml': `${brief('The dam')}issue: See [@nobody].\n` })
  const failed = await files.run('pack', 'briefs/week.pack.yaml')
  assert.is(failed.status, 1)
  assert.match(
    failed.stderr,
    /week\.pack\.yaml:4:13: error: the brief `dam` has errors.*\[pack-edition-failed\]/,
  )
  assert.not(files.files('.').some(file => file.endsWith('.pdf')))
})

test('an older PDF of a pack that cannot be printed is removed, and a change of the whole is reported once', async () => {
  const files = space(ITEMS)
  assert.is((await files.run('pack', 'briefs/week.pack.yaml')).status, 0)
  assert.equal(files.files('out/packs'), ['out/packs/week.pdf'])
  files.write({ 'briefs/week.pack.yaml': pack('clearance: TLP:CLEAR', ...ITEMS) })
  const failed = await files.run('pack', 'briefs/week.pack.yaml', '--json')
  assert.is(failed.status, 1)
  assert.equal(files.files('out/packs'), [])
  assert.equal(
    JSON.parse(failed.stdout).diagnostics.map(({ code }: { code: string }) => code),
    ['pack-above-clearance'],
  )
})

test('what an edition leaves out in a pack is what the pack says of it', async () => {
  const long = Array.from(
    { length: 120 },
    (_, index) => `  - {fact: Fact ${index} of the wall is known., priority: could}`,
  )
  const facts = brief('The dam').replace('sources:', `${long.join('\n')}\nsources:`)
  const files = space(['order: audience', ...ITEMS], { 'briefs/dam.yaml': facts })
  const { stdout, status } = await files.run('pack', 'briefs/week.pack.yaml', '--json')
  assert.is(status, 0, stdout)
  const { pack: printed, diagnostics } = JSON.parse(stdout)
  const [dam] = printed.items
  assert.ok(dam.left_out.length > 0)
  const told = diagnostics.filter(({ code }: { code: string }) => code.endsWith('-left-out'))
  assert.is(told.length, 1, JSON.stringify(diagnostics))
  assert.match(told[0].message, String(dam.left_out.length))
})

test('a pack is no brief, and a brief no pack', async () => {
  const files = space(ITEMS)
  const built = await files.run('build', '-a', 'legislator', '--json')
  assert.equal(
    JSON.parse(built.stdout).editions.map((edition: { brief: string }) => edition.brief),
    ['dam', 'weir'],
  )
  const named = await files.run('build', 'briefs/dam.yaml', 'briefs/week.pack.yaml', '-a', 'public', '--json')
  assert.is(named.status, 0, named.stdout)
  const alone = await files.run('check', 'briefs/week.pack.yaml')
  assert.is(alone.status, 1)
  assert.match(alone.stderr, 'print it with `briefwright pack FILE`')
  files.write({ 'briefs/empty.pack.yaml': pack('items: []') })
  assert.match((await files.run('pack', 'briefs/empty.pack.yaml')).stderr, 'expected at least one item')
  const packed = await files.run('pack', 'briefs/dam.yaml')
  assert.is(packed.status, 1)
  assert.match(packed.stderr, 'a file whose name ends in `.pack.yaml`')
  const missing = await files.run('pack', 'briefs/none.pack.yaml')
  assert.is(missing.status, 1)
  assert.match(missing.stderr, 'none.pack.yaml')
})

test.run()
