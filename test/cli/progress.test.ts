import { test } from 'uvu'
import * as assert from 'uvu/assert'
import { progressOn } from '../../src/cli/progress.js'

function onTerminal(isTTY: boolean, columns = 80) {
  let written = ''
  let time = 0
  const stderr = { isTTY, columns, write: (text: string) => (written += text) }
  const progress = progressOn({ stderr, stdout: stderr, cwd: '/', env: {} }, () => time)
  return { progress, written: () => written, wait: (milliseconds: number) => (time += milliseconds) }
}

test('says nothing in the first second, and has nothing to clear then', () => {
  const { progress, written, wait } = onTerminal(true)
  progress.show('printing 1 of 6')
  wait(999)
  progress.show('printing 2 of 6')
  progress.end()
  assert.is(written(), '')
})

test('rewrites one line, and clears it at the end', () => {
  const { progress, written, wait } = onTerminal(true)
  wait(1000)
  progress.show('printing 3 of 6')
  progress.show('printing 4 of 6: \x1b[2J')
  progress.end()
  assert.is(written(), '\r\x1b[Kprinting 3 of 6\r\x1b[Kprinting 4 of 6: ␛[2J\r\x1b[K')
})

test('never wraps, and writes nothing where nobody watches', () => {
  const narrow = onTerminal(true, 10)
  narrow.wait(5000)
  narrow.progress.show('printing 3 of 6')
  const file = onTerminal(false)
  file.wait(5000)
  file.progress.show('printing 3 of 6')
  file.progress.end()
  assert.equal([narrow.written(), file.written()], ['', ''])
})

test.run()
