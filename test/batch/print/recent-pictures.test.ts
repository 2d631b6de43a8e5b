import { test } from 'uvu'
import * as assert from 'uvu/assert'
import { RecentPictures } from '../../../src/batch/print/recent-pictures.js'

const bytes = (length: number) => new Uint8Array(length)

test('gives the bytes of a picture that it was given before, and others as they are', () => {
  const recent = new RecentPictures(100)
  const [first, other] = [bytes(40), bytes(40)]
  assert.is(recent.keep('a', first), first)
  assert.is(recent.keep('b', other), other)
  assert.is(recent.keep('a', bytes(40)), first)
})

test('holds no more bytes than it may, and drops what was not used for longest', () => {
  const recent = new RecentPictures(100)
  const [a, b, c] = [bytes(40), bytes(40), bytes(40)]
  recent.keep('a', a)
  recent.keep('b', b)
  recent.keep('a', a)
  recent.keep('c', c)
  assert.is(recent.keep('a', bytes(40)), a)
  assert.is(recent.keep('c', bytes(40)), c)
  const again = bytes(40)
  assert.is(recent.keep('b', again), again)
})

test('holds a picture that is larger than it may hold until the next one', () => {
  const recent = new RecentPictures(100)
  const large = bytes(500)
  recent.keep('large', large)
  assert.is(recent.keep('large', bytes(500)), large)
  recent.keep('small', bytes(10))
  const again = bytes(500)
  assert.is(recent.keep('large', again), again)
})

test.run()
