import { readFileSync, rmSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { test } from 'uvu'
import * as assert from 'uvu/assert'
import { DAM, template } from '../../support/briefs.js'
import { findingsOf } from '../../support/workspace.js'
import { build, LONG, outputs, twinSpace } from './workspace.js'

test('twins stand beside the PDF, and the manifest has an entry for each file', async () => {
  const space = twinSpace()
  const { status, standing, entries } = await build(space, '-a', 'note', '--format', 'docx,pdf,html')
  const files = ['dam/note.pdf', 'dam/note.html', 'dam/note.docx']
  assert.equal([status, standing, outputs(space)], [0, files, [...files].sort()])
  assert.equal(
    entries.map(({ format, pages, annex_pages, fill, limit }) => [
      format,
      pages,
      annex_pages,
      fill === null,
      limit,
    ]),
    [
      ['pdf', 1, 0, false, 1],
      ['html', null, null, true, 1],
      ['docx', null, null, true, 1],
    ],
  )
  assert.is(new Set(entries.map(entry => entry.inputs_sha256)).size, 3)
  assert.equal(JSON.parse(space.read('out/manifest.json')).missing, [])
})

test('a format that is asked for later is printed alone', async () => {
  const space = twinSpace()
  assert.equal((await build(space, '-a', 'note', '--format', 'html')).printed, ['dam/note.html'])
  const both = await build(space, '-a', 'note', '--format', 'html', '--format', 'pdf')
  assert.equal([both.printed, both.standing], [['dam/note.pdf'], ['dam/note.pdf', 'dam/note.html']])
  assert.equal((await build(space, '-a', 'note', '--format', 'pdf,html')).printed, [])
  const pdf = both.entries[0]?.inputs_sha256
  const alone = await build(twinSpace(), '-a', 'note')
  assert.is(alone.entries[0]?.inputs_sha256, pdf, 'twins do not change what the PDF is made from')
})

test('a twin that somebody edits or removes is printed again, and nothing else', async () => {
  const space = twinSpace()
  const argv = ['--format', 'pdf,html,docx']
  await build(space, ...argv)
  const before = space.read('out/dam/note.html')
  writeFileSync(join(space.root, 'out/dam/note.html'), 'mine')
  rmSync(join(space.root, 'out/dam/board.docx'))
  assert.equal((await build(space, ...argv)).printed, ['dam/note.html', 'dam/board.docx'])
  assert.is(space.read('out/dam/note.html'), before)
  assert.equal((await build(space, ...argv)).printed, [])
  space.write({ 'briefs/dam.yaml': `${DAM}audiences: [note, board]\nkey_facts: [It is old.]\n` })
  assert.equal(
    (await build(space, ...argv)).printed,
    ['dam/board.pdf', 'dam/board.html', 'dam/board.docx'],
    'all of an edition whose words change',
  )
})

test('a format that is asked for no longer is kept out of the manifest, and removed by `--prune`', async () => {
  const space = twinSpace()
  await build(space, '-a', 'note', '--format', 'pdf,html,docx')
  const without = await build(space, '-a', 'note')
  const twins = ['dam/note.docx', 'dam/note.html']
  assert.equal([without.printed, without.standing, without.orphans], [[], ['dam/note.pdf'], twins])
  assert.equal(outputs(space), ['dam/note.docx', 'dam/note.html', 'dam/note.pdf'])
  const shown = await space.run('build', '-a', 'note')
  assert.match(
    shown.stdout,
    '2 files no edition is planned for; `--prune` removes them:\n  out/dam/note.docx',
  )
  assert.equal((await build(space, '-a', 'note', '--format', 'pdf,html')).printed, [], 'and taken up again')
  await build(space, '-a', 'note', '--prune')
  assert.equal(outputs(space), ['dam/note.pdf'])
})

test('an edition that fails leaves no twin behind, unless older files are to be kept', async () => {
  for (const keep of [false, true]) {
    const space = twinSpace()
    const argv = ['--format', 'pdf,html', ...(keep ? ['--keep-outdated'] : [])]
    await build(space, '--format', 'pdf,html,docx')
    space.write({ 'templates/note.hbs': template('<h1>{{title}}</h1><p>{{nope "x"}}</p>') })
    const { status, standing } = await build(space, ...argv)
    assert.equal([status, standing], [1, ['dam/board.pdf', 'dam/board.html']])
    const left = outputs(space).filter(file => file.includes('note'))
    assert.equal(left, keep ? ['dam/note.docx', 'dam/note.html', 'dam/note.pdf'] : [])
    const { editions, missing } = JSON.parse(space.read('out/manifest.json'))
    assert.equal(
      editions.map(({ audience }: { audience: string }) => audience),
      ['board', 'board'],
    )
    const note = { brief: 'dam', audience: 'note', recipient: null }
    assert.equal(missing, [
      { ...note, format: 'html' },
      { ...note, format: 'pdf' },
    ])
  }
})

test('what an audience may not see any more goes in every format, whatever is to be kept', async () => {
  const space = twinSpace()
  await build(space, '--format', 'pdf,html,docx')
  space.write({ 'briefs/dam.yaml': `${DAM}classification: TLP:RED\naudiences: [note, board]\n` })
  const { status } = await build(space, '--format', 'html', '--keep-outdated')
  assert.equal([status, outputs(space)], [1, []])
  assert.equal(JSON.parse(space.read('out/manifest.json')).editions, [])
})

test('a front matter says what its audience is printed as, the house what the others are, and the command line what all are', async () => {
  const space = twinSpace({
    'briefwright.yaml': 'formats: [html, pdf]\n',
    'templates/board.hbs': template('<h1>{{title}}</h1>', { formats: '[docx]' }),
  })
  assert.equal((await build(space)).printed, ['dam/note.pdf', 'dam/note.html', 'dam/board.docx'])
  space.write({ 'briefwright.yaml': 'formats: [html, docx]\n' })
  const changed = await build(space)
  assert.equal([changed.printed, changed.orphans], [['dam/note.docx'], ['dam/note.pdf']])
  const asked = await build(space, '--format', 'pdf')
  assert.equal(asked.standing, ['dam/note.pdf', 'dam/board.pdf'])
})

test('what a house sets for a format makes its twins anew, and no other file', async () => {
  const space = twinSpace()
  const argv = ['-a', 'note', '--format', 'pdf,html,docx']
  await build(space, ...argv)
  const styles = readFileSync(join(space.root, 'out/dam/note.docx'))
  space.write({ 'briefwright.yaml': 'embed_fonts: true\n' })
  assert.equal((await build(space, ...argv)).printed, ['dam/note.html'])
  assert.match(space.read('out/dam/note.html'), '@font-face')
  space.write({
    'briefwright.yaml': 'embed_fonts: true\nword_styles: brand/house.dotx\n',
    'brand/house.dotx': styles,
  })
  assert.equal((await build(space, ...argv)).printed, ['dam/note.docx'])
  assert.equal((await build(space, ...argv)).printed, [])
  space.write({ 'brand/house.dotx': 'not a file of Word' })
  const spoilt = await build(space, ...argv)
  assert.equal([spoilt.status, spoilt.standing], [1, []])
  assert.ok(
    spoilt.found.every(line => line.startsWith('briefwright.yaml:2:14 ')),
    spoilt.found.join(),
  )
  space.write({ 'brand/house.dotx': styles })
  assert.equal((await build(space, ...argv)).printed, ['dam/note.pdf', 'dam/note.html', 'dam/note.docx'])
})

test('formats that there are not are findings at their places, and wrong usage on the command line', async () => {
  const space = twinSpace({
    'briefwright.yaml': 'formats: [pdf, htlm]\nembed_fonts: often\nword_styles: house.doc\n',
    'templates/note.hbs': template('<h1>{{title}}</h1>', { formats: '[]' }),
    'templates/board.hbs': template('<h1>{{title}}</h1>', { formats: '[html, html]' }),
    'templates/card.hbs': template('<h1>{{title}}</h1>', { formats: 'html' }),
  })
  for (const command of ['check', 'build'])
    assert.equal(
      findingsOf(await space.run(command, '--json')).filter(line => !line.includes('card')),
      [
        'briefwright.yaml:1:16 house-invalid',
        'briefwright.yaml:2:14 house-invalid',
        'briefwright.yaml:3:14 house-invalid',
        'templates/board.hbs:9:10 audience-invalid',
        'templates/note.hbs:9:10 audience-invalid',
      ],
    )
  const { stderr } = await space.run('check')
  assert.match(stderr, '`formats.1` is `htlm`')
  assert.match(stderr, 'did you mean `html`?')
  const usage = await space.run('build', '--format', 'pdf,htlm')
  assert.equal(usage, {
    status: 2,
    stdout: '',
    stderr: 'error: unknown format `htlm`\nhint: did you mean `html`?\n',
  })
  assert.is((await space.run('build', '--format', 'pdf,')).status, 2)
  space.write({ 'briefwright.yaml': 'word_styles: house.dotx\n' })
  assert.ok(findingsOf(await space.run('check', '--json')).includes('briefwright.yaml:1:14 house-invalid'))
})

test('a twin says what the pages say, and with `--whole` all that its audience may see', async () => {
  const space = twinSpace({ 'briefs/dam.yaml': LONG })
  const fitted = await build(space, '--format', 'pdf,html')
  const [pdf, html] = fitted.entries
  assert.ok((pdf?.left_out.length ?? 0) > 0)
  assert.equal(html?.left_out, pdf?.left_out)
  assert.not.match(space.read('out/dam/board.html'), 'Fact number 89.')
  const whole = await build(space, '--format', 'pdf,html', '--whole')
  assert.equal(whole.printed, ['dam/board.html'], 'the pages stay as they are')
  assert.equal(whole.entries[1]?.left_out, [])
  for (const fact of ['Fact number 0.', 'Fact number 89.'])
    assert.match(space.read('out/dam/board.html'), fact)
  assert.equal((await build(space, '--format', 'pdf,html', '--whole')).printed, [])
  assert.equal((await build(space, '--format', 'pdf,html')).printed, ['dam/board.html'])
  const traced = async (...argv: string[]) => {
    const { stdout } = await space.run('build', '--json', '--trace-fit', '--force', '--format', ...argv)
    return JSON.parse(stdout).trials.length as number
  }
  assert.equal(
    [await traced('html', '--whole'), await traced('html')],
    [0, 1],
    'what is whole is set in no pages',
  )
})

test('an edition too long for its pages has twins where these are whole', async () => {
  const musts = LONG.replaceAll('could', 'must')
  const space = twinSpace({ 'briefs/dam.yaml': musts })
  const fitted = await build(space, '--format', 'html')
  assert.equal([fitted.status, fitted.standing], [1, []])
  const whole = await build(space, '--format', 'html', '--whole')
  assert.equal([whole.status, whole.standing, whole.found], [0, ['dam/board.html'], []])
})

test('`--whole` without a twin that it is for is wrong usage, or a finding', async () => {
  const space = twinSpace()
  const asked = await space.run('build', '--whole', '--format', 'pdf')
  assert.is(asked.status, 2)
  assert.match(asked.stderr, 'ask for one: `--format html`')
  const byDefault = await build(space, '--whole')
  assert.equal([byDefault.status, byDefault.found], [0, ['whole:1:1 option-useless']])
})

test('findings of an edition are told again with the twins that stand', async () => {
  const space = twinSpace({
    'briefs/dam.yaml': `${DAM}audiences: [note]\nbackground: It leaks.\ntimeline: [{date: 2025-01-01, event: It rose.}]\n`,
    'templates/note.hbs': template('<h1>{{title}}</h1><p>{{background}} {{date timeline.[0].date}}</p>'),
  })
  const first = await build(space, '--format', 'html,docx')
  const again = await build(space, '--format', 'html,docx')
  assert.equal([again.printed, again.found], [[], first.found])
})

test('the bytes of twins are the same each time, and in threads', async () => {
  const rows = Array.from({ length: 30 }, (_, index) => `r${index},Name ${index}\n`).join('')
  const print = async (jobs: string) => {
    const space = twinSpace({ 'people.csv': `id,name\n${rows}` })
    const { status, entries } = await build(
      space,
      ...['-a', 'card', '--data', 'people.csv', '--format', 'html,docx', '-j', jobs],
    )
    assert.equal([status, entries.length], [0, 60])
    return entries.map(({ file, sha256, inputs_sha256 }) => [file, sha256, inputs_sha256])
  }
  assert.equal(await print('2'), await print('1'))
})

test('a dry run lists files, a report links them, and neither prints a format anew', async () => {
  const space = twinSpace()
  await build(space, '-a', 'note', '--format', 'html')
  const { stdout } = await space.run('build', '--dry-run', '-a', 'note', '--format', 'pdf,html,docx')
  assert.match(stdout, /note +unchanged +out\/dam\/note\.html\n/)
  assert.match(stdout, /note +new +out\/dam\/note\.pdf\n/)
  assert.match(stdout, /note +new +out\/dam\/note\.docx\n/)
  assert.match(stdout, '1 edition planned, 1 to be printed\n')
  const built = await space.run('build', '-a', 'note', '--format', 'pdf,html', '--report', 'out/r.html')
  assert.match(built.stdout, /note +1\/1 +out\/dam\/note\.pdf +pdf, html\b/)
  assert.match(built.stdout, '1 edition printed in ')
  assert.match(space.read('out/r.html'), '<a href="dam/note.pdf">note</a>, <a href="dam/note.html">html</a>')
})

test('a record that is lost is made anew from the manifest, for twins too', async () => {
  const space = twinSpace()
  await build(space, '-a', 'note', '--format', 'html,docx')
  const bytes = readFileSync(join(space.root, 'out/dam/note.html'))
  rmSync(join(space.root, 'out/.briefwright'), { recursive: true })
  const { printed, orphans } = await build(space, '-a', 'note', '--format', 'html')
  assert.equal([printed, orphans], [['dam/note.html'], ['dam/note.docx']])
  assert.ok(readFileSync(join(space.root, 'out/dam/note.html')).equals(bytes))
})

test.run()
