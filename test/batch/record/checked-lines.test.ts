import { test } from 'uvu'
import * as assert from 'uvu/assert'
import { checkedLine, checkedLines } from '../../../src/batch/record/checked-lines.js'

const VALUES = [['printed', 'dam/note.pdf', { a: 'ü\n' }], 7, null]
const text = VALUES.map(checkedLine).join('')

/** All values, and whether any line was damaged. */
function readCheckedLines(of: string): { values: unknown[]; damaged: boolean } {
  const values: unknown[] = []
  const lines = checkedLines(of)
  for (let line = lines.next(); ; line = lines.next()) {
    if (line.done) return { values, damaged: line.value }
    values.push(line.value)
  }
}

test('lines come back as they were', () => {
  assert.equal(readCheckedLines(text), { values: VALUES, damaged: false })
  assert.equal(readCheckedLines(''), { values: [], damaged: false })
  assert.equal(readCheckedLines(`\n${text}`), { values: VALUES, damaged: false })
})

test('of a text that is cut anywhere, every whole line comes back and no other', () => {
  for (let end = 0; end < text.length; end++) {
    const { values, damaged } = readCheckedLines(text.slice(0, end))
    const whole = text.slice(0, end).split('\n').length - 1
    assert.equal(values.slice(0, whole), VALUES.slice(0, whole))
    assert.is(damaged, end > 0 && text[end - 1] !== '\n', String(end))
  }
})

test('a line in which anything is changed is left out', () => {
  for (let at = 0; at < text.indexOf('\n'); at++) {
    const changed = `${text.slice(0, at)}${text[at] === '0' ? '1' : '0'}${text.slice(at + 1)}`
    assert.equal(readCheckedLines(changed), { values: VALUES.slice(1), damaged: true })
  }
})

test.run()
