import { createRequire } from 'node:module'
import { test } from 'uvu'
import * as assert from 'uvu/assert'

/** pdfkit imports fontkit for fonts that it opens itself; here it gets a stand-in that counts what is asked of it. */
const require = createRequire(import.meta.url)
const path = createRequire(require.resolve('pdfkit')).resolve('fontkit')
const asked: PropertyKey[] = []
require.cache[path] = Object.assign(new (require('node:module'))(path), {
  loaded: true,
  exports: new Proxy({}, { get: (_, name) => () => asked.push(name) }),
})
const { sampleDocument } = await import('../sample.js')
const { print } = await import('../workspace.js')

test('prints without asking anything of fontkit', async () => {
  const { printed, found } = await print(sampleDocument())
  assert.equal([found, printed?.pages], [[], 4])
  assert.equal(asked, [])
})

test('would notice if it did', () => {
  require(path).create()
  assert.equal(asked, ['create'])
})

test.run()
