import { readdirSync, readFileSync } from 'node:fs'
import { test } from 'uvu'
import * as assert from 'uvu/assert'
import { FACE_STYLES } from '../../../src/typeset/fonts/open-fonts.js'
import { fonts, readPackageFile } from '../workspace.js'

const FOLDER = new URL('../../../fonts/', import.meta.url)
const families = readdirSync(FOLDER, { withFileTypes: true }).flatMap(entry =>
  entry.isDirectory() ? [entry.name] : [],
)
const filesOf = (family: string) => readdirSync(new URL(`${family}/`, FOLDER))

test('each family has its licence beside it, under which it may be embedded and handed on', () => {
  assert.ok(families.length >= 9)
  for (const family of families) {
    const licence = readPackageFile(`fonts/${family}/OFL.txt`).toString()
    assert.match(licence, /^Copyright \d{4}/, family)
    assert.match(licence, /SIL OPEN FONT LICENSE Version 1\.1/, family)
  }
})

test('the package carries no font file that it does not declare', () => {
  const declared = [...fonts.values()].flatMap(family => FACE_STYLES.map(face => family[face].path))
  const carried = families.flatMap(family =>
    filesOf(family)
      .filter(file => file !== 'OFL.txt')
      .map(file => `${family}/${file}`),
  )
  assert.equal([...new Set(declared)].sort(), carried.sort())
})

test('the README names each family, and what all of them weigh', () => {
  const readme = readFileSync(new URL('../README.md', FOLDER), 'utf8').replace(/\s+/g, ' ')
  for (const family of fonts.keys()) assert.ok(readme.includes(family), family)
  const bytes = families
    .flatMap(family => filesOf(family).map(file => readPackageFile(`fonts/${family}/${file}`).length))
    .reduce((sum, size) => sum + size, 0)
  assert.ok(readme.includes(`: ${(bytes / 1e6).toFixed(1)} MB of the installed package’s`), String(bytes))
})

test('the families of themes have the letters and signs of the languages that templates speak', () => {
  const needed = 'ÀÁÂÄÆÇÈÉÊËÍÎÏÑÓÔÖŒÙÚÛÜŸßàáâäæçèéêëíîïñóôöœùúûüÿªº¿¡«»„“”‚‘’–—…•·§¶€£%+−×°'
  for (const family of ['Source Serif 4', 'Source Sans 3', 'Public Sans', 'Newsreader', 'Libre Franklin'])
    for (const face of FACE_STYLES)
      for (const character of needed)
        assert.ok(fonts.get(family)?.[face].has(character), `${family} ${face}: ${character}`)
})

test.run()
