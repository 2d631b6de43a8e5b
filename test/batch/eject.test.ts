import { readFileSync } from 'node:fs'
import { test } from 'uvu'
import * as assert from 'uvu/assert'
import { workspace } from '../support/workspace.js'

const ofPackage = (path: string) => readFileSync(new URL(`../../templates/${path}`, import.meta.url), 'utf8')

test('a template, a theme, a partial, a locale and a marking scheme are copied, and never written over', async () => {
  const space = workspace()
  for (const [name, path] of [
    ['press', 'press.hbs'],
    ['themes/civic', 'themes/civic.yaml'],
    ['partials/masthead', 'partials/masthead.hbs'],
    ['locales/fr-CA', 'locales/fr-CA.yaml'],
    ['markings/tlp', 'markings/tlp.yaml'],
  ] as const) {
    const { status, stdout } = await space.run('audiences', '--eject', name)
    assert.equal([status, stdout], [0, `wrote templates/${path}\n`])
    assert.is(space.read(`templates/${path}`), ofPackage(path))
    space.write({ [`templates/${path}`]: 'mine' })
    assert.is((await space.run('audiences', '--eject', name)).status, 1)
    assert.is(space.read(`templates/${path}`), 'mine')
  }
})

test.run()
