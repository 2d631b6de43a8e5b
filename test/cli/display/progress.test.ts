import { test } from 'uvu'
import * as assert from 'uvu/assert'
import { openProgress } from '../../../src/cli/display/progress.js'

function onStream({ isTTY, columns = 80 }: { isTTY: boolean; columns?: number }) {
  let written = ''
  let time = 0
  const stderr = { isTTY, columns, write: (text: string) => (written += text) }
  const display = openProgress({ stderr, stdout: stderr, cwd: '/', env: {} }, () => time)
  return {
    ...display,
    at(milliseconds: number, done: number, total: number, current = 'dam, press') {
      time = milliseconds
      display.show({ done, printed: done, total, current })
    },
    take() {
      const taken = written
      written = ''
      return taken
    },
  }
}

test('says nothing in the first second, and has nothing to clear then', () => {
  const progress = onStream({ isTTY: true })
  progress.at(0, 0, 6)
  progress.at(999, 5, 6)
  progress.end()
  assert.is(progress.take(), '')
})

test('shows count, rate and time left on a terminal, in one line that is cleared at the end', () => {
  const progress = onStream({ isTTY: true })
  progress.at(2000, 10, 40)
  assert.is(
    progress.take(),
    '\r\x1b[K10 of 40 editions, 5.0/s, 6 s left  [######------------------]  dam, press',
  )
  progress.at(2050, 11, 40)
  assert.is(progress.take(), '', 'not again at once')
  progress.at(4000, 20, 40)
  assert.match(progress.take(), /^\r\x1b\[K20 of 40 .* 4 s left {2}\[#{12}-{12}\]/)
  progress.end()
  assert.is(progress.take(), '\r\x1b[K')
})

test('counts long times in minutes and hours', () => {
  const progress = onStream({ isTTY: true })
  progress.at(10_000, 10, 100)
  assert.match(progress.take(), /1\.0\/s, 1 min 30 s left/)
  progress.at(20_000, 20, 10_000)
  assert.match(progress.take(), /1\.0\/s, 2 h 46 min left/)
})

test('never wraps: what there is no room for is left out', () => {
  const narrow = onStream({ isTTY: true, columns: 50 })
  narrow.at(2000, 10, 40)
  assert.is(narrow.take(), '\r\x1b[K10 of 40 editions, 5.0/s, 6 s left  dam, press')
  const tiny = onStream({ isTTY: true, columns: 10 })
  tiny.at(2000, 10, 40)
  assert.is(tiny.take(), '')
})

test('the name of a brief does nothing to the terminal', () => {
  const progress = onStream({ isTTY: true })
  progress.at(2000, 10, 40, '\x1b[2J')
  assert.match(progress.take(), /␛\[2J$/)
})

test('writes a line now and then where nobody watches', () => {
  const progress = onStream({ isTTY: false })
  progress.at(9999, 99, 1000)
  assert.is(progress.take(), '')
  progress.at(10_000, 100, 1000)
  assert.is(progress.take(), '100 of 1000 editions, 10.0/s, 1 min 30 s left\n')
  progress.at(15_000, 150, 1000)
  progress.end()
  assert.is(progress.take(), '')
})

test('says who it waits for, anywhere', () => {
  for (const isTTY of [true, false]) {
    const progress = onStream({ isTTY })
    progress.wait({ pid: 12, host: 'press-office' })
    assert.is(progress.take(), 'another build prints to this folder (process 12 on press-office): waiting\n')
  }
})

test.run()
