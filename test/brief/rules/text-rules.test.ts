import { test } from 'uvu'
import * as assert from 'uvu/assert'
import { unprintableIn } from '../../../src/brief/index.js'
import { load } from '../helpers.js'

const HEAD = 'title: T\nas_of: 2025\n'

test('ten findings about characters are enough for one text', () => {
  const found = (count: number) => load(`${HEAD}issue: "${'\x01'.repeat(count)}"\n`).findings.length
  assert.equal([9, 10, 11].map(found), [9, 10, 10])
})

test('controls but tab and line feed, noncharacters and lone surrogates cannot be printed', () => {
  const messages = [...unprintableIn('a\t\n\x00\x1f \x7f\x9f\xa0\ufdd0\uffff\ud800\u{1fffe}')].map(
    ({ message }) => message.replace(/^.*`U\+(.*)`.*$/, '$1'),
  )
  assert.equal(messages, ['0000', '001F', '007F', '009F', 'FDD0', 'FFFF', 'D800', '1FFFE'])
})

test('a date with missing zeros is recognised', () => {
  const hint = (date: string) => load(`title: T\nas_of: ${date}\n`).findings[0]?.hints[0]
  assert.is(hint('2025-1-2'), 'did you mean `2025-01-02`?')
  assert.is(hint('2025/1'), 'did you mean `2025-01`?')
  assert.is(hint('2025.01.02 6:30'), 'did you mean `2025-01-02T06:30`?')
  assert.match(hint('2025-2-30') ?? '', /^write dates as/)
  assert.is(hint('2025/2024'), 'begin an interval with the earlier of its two dates')
})

test.run()
