import { appendFileSync, readFileSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { test } from 'uvu'
import * as assert from 'uvu/assert'
import { BuildRecord, type RecordEntry } from '../../../src/batch/record/build-record.js'
import { workspace } from '../../support/workspace.js'

const entry: RecordEntry = {
  brief: 'dam',
  audience: 'note',
  recipient: null,
  facts: {
    lang: 'en',
    pages: 1,
    annex_pages: 0,
    limit: 1,
    fill: 0.5,
    fills: [0.5],
    left_out: [],
    figures_left_out: [],
    unshown: [],
    omits: [],
    type_scale: 1,
    spacing_scale: 1,
    quotes: { verified: 0, abridged: 0, locked: 0, unverified: 0 },
  },
  sha256: 'a',
  key: 'b',
  inputs: ['file:a'],
  brief_sha256: 'c',
  findings: '',
  ms: 1,
  stat: 'd',
}

function recordWith(...files: string[]): string {
  const path = join(workspace().root, 'ledger.jsonl')
  writeFileSync(path, '')
  const record = new BuildRecord(path, () => true)
  for (const file of files) record.add(file, entry)
  record.close()
  return path
}

test('what is added after a last line that was cut short is on a line of its own', () => {
  const path = recordWith('one.pdf', 'two.pdf')
  writeFileSync(path, readFileSync(path, 'utf8').slice(0, -20))
  const damaged = new BuildRecord(path, () => true)
  assert.equal([damaged.damaged, damaged.files], [true, ['one.pdf']])
  damaged.add('three.pdf', entry)
  damaged.close()
  assert.equal(new BuildRecord(path, () => true).files, ['one.pdf', 'three.pdf'])
})

test('no empty line is added after a record that is whole', () => {
  const path = recordWith('one.pdf')
  const record = new BuildRecord(path, () => true)
  assert.is(record.damaged, false)
  record.add('two.pdf', entry)
  record.close()
  assert.not.match(readFileSync(path, 'utf8'), '\n\n')
})

test('an entry whose list of inputs is lost is not an entry', () => {
  const path = recordWith('one.pdf')
  writeFileSync(path, readFileSync(path, 'utf8').split('\n').slice(1).join('\n'))
  assert.equal(new BuildRecord(path, () => true).files, [])
})

test('an entry of a version that knew no pages of annexes is not an entry, so that its edition is printed again', () => {
  const path = recordWith('one.pdf')
  const { annex_pages: _, ...facts } = entry.facts
  const record = new BuildRecord(path, () => true)
  record.add('two.pdf', { ...entry, facts: facts as RecordEntry['facts'] })
  record.close()
  assert.equal(new BuildRecord(path, () => true).files, ['one.pdf'])
})

test('what a record says last holds', () => {
  const path = recordWith('one.pdf', 'two.pdf')
  const record = new BuildRecord(path, () => true)
  record.remove('one.pdf')
  record.close()
  appendFileSync(path, 'nonsense\n')
  assert.equal(new BuildRecord(path, () => true).files, ['two.pdf'])
})

test.run()
