import { test } from 'uvu'
import * as assert from 'uvu/assert'
import { DAM, NOTE } from '../support/briefs.js'
import { workspace } from '../support/workspace.js'

/** What stands across the pages of an edition. */
async function overlayOf(fields: string, theme = ''): Promise<string> {
  const space = workspace({
    'briefs/dam.yaml': `${DAM}${fields}`,
    'templates/note.hbs': NOTE,
    ...(theme === ''
      ? {}
      : {
          'templates/themes/plain.yaml': `extends: default\n${theme}\n`,
          'briefwright.yaml': 'theme: plain\n',
        }),
  })
  const { status, stdout, stderr } = await space.run(
    'inspect',
    'briefs/dam.yaml',
    '-a',
    'note',
    '--stage',
    'tags',
  )
  assert.equal([status, stderr], [0, ''])
  const [page = ''] = stdout.split('\n')
  return /Watermark "([^"]*)"/.exec(page)?.[1] ?? ''
}

test('drafts and embargoes say so across the page in the language of the brief', async () => {
  const both = (lang: string) => overlayOf(`lang: ${lang}\nstatus: draft\nembargo_until: 2025-10-07\n`)
  assert.is(await both('en'), 'DraftEmbargoed until 7 October 2025')
  assert.is(await both('de'), 'EntwurfSperrfrist: 7. Oktober 2025')
  assert.is(await both('es'), 'BorradorEmbargado hasta el 7 de octubre de 2025')
  assert.is((await both('fr')).replaceAll('\u00a0', ' '), 'ProjetSous embargo jusqu’au 7 octobre 2025')
  assert.is(await overlayOf('status: draft\n'), 'Draft')
  assert.is(await overlayOf('status: cleared\nembargo_until: 1999-01-01\n'), 'Embargoed until 1 January 1999')
})

test('neither what is cleared and free, nor a theme without overlay has it', async () => {
  assert.is(await overlayOf('status: cleared\n'), '')
  assert.is(await overlayOf('status: draft\n', 'overlay: off'), '')
})

test('a theme that has another word for it is told which there are', async () => {
  const space = workspace({
    'briefs/dam.yaml': DAM,
    'templates/themes/plain.yaml': 'extends: default\noverlay: none\n',
    'briefwright.yaml': 'theme: plain\n',
  })
  const { status, stderr } = await space.run('build', '-a', 'public')
  assert.is(status, 1)
  assert.match(stderr, /plain\.yaml:2:\d+: error: [^\n]*\[theme-invalid\]/)
})

test('an edition is printed again when its status changes', async () => {
  const space = workspace({ 'briefs/dam.yaml': `${DAM}status: draft\n`, 'templates/note.hbs': NOTE })
  const cached = async () => {
    const { stdout } = await space.run('build', '-a', 'note', '--json')
    return JSON.parse(stdout).editions[0].cached
  }
  assert.equal([await cached(), await cached()], [false, true])
  space.write({ 'briefs/dam.yaml': `${DAM}status: cleared\n` })
  assert.is(await cached(), false)
})

test.run()
