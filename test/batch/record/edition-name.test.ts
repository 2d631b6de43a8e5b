import { test } from 'uvu'
import * as assert from 'uvu/assert'
import {
  firstFileOf,
  nameOfEntry,
  OUTPUT_FORMATS,
  type OutputName,
  outputFile,
  parseOutputFile,
} from '../../../src/batch/record/edition-name.js'

const NAMES: readonly [OutputName, string][] = [
  [{ brief: 'dam', audience: 'press', recipient: null, format: 'pdf' }, 'dam/press.pdf'],
  [{ brief: 'dam', audience: 'press', recipient: null, lang: 'fr', format: 'html' }, 'dam/press.fr.html'],
  [{ brief: 'dam', audience: 'press-2', recipient: null, format: 'md' }, 'dam/press-2.md'],
  [{ brief: 'dam', audience: 'press-2', recipient: null, format: 'png', page: 11 }, 'dam/press-2-11.png'],
  [
    { brief: 'dam', audience: 'press', recipient: null, lang: 'fr-CA', format: 'png', page: 1 },
    'dam/press.fr-CA-1.png',
  ],
  [{ brief: 'dam', audience: 'press', recipient: 'ann.moe', format: 'docx' }, 'dam/press/ann.moe.docx'],
  [{ brief: 'dam', audience: 'press', recipient: 'a-1', format: 'png', page: 3 }, 'dam/press/a-1-3.png'],
]

test('the path of a file tells which file of which edition it is', () => {
  for (const [name, file] of NAMES) {
    assert.is(outputFile(name), file)
    assert.equal(parseOutputFile(file), name)
    assert.equal(nameOfEntry({ ...name, lang: 'fr', file: `out/${file}` }), name)
  }
})

test('the first of the PNGs of an edition stands for all', () => {
  assert.is(firstFileOf('dam/press-12.png'), 'dam/press-1.png')
  assert.is(firstFileOf('dam/press-12.html'), 'dam/press-12.html')
})

test('what no edition is printed to is no file of one', () => {
  for (const file of [
    'dam/press.jpg',
    'dam/press.png',
    'dam/press-01.png',
    'dam/press-0x.png',
    'press.html/',
  ])
    assert.is.not(outputFile(parseOutputFile(file)), file)
})

test('every format has a name of its own for a file', () => {
  const files = OUTPUT_FORMATS.map(format =>
    outputFile({ brief: 'a', audience: 'b', recipient: null, format }),
  )
  assert.is(new Set(files).size, OUTPUT_FORMATS.length)
})

test.run()
