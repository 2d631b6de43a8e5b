import { spawnSync } from 'node:child_process'
import { test } from 'uvu'
import * as assert from 'uvu/assert'
import { prepareEngine } from '../../src/cli/engine.js'

const ENGINE = import.meta.resolve('../../src/cli/engine.js')

test('the engine of this Node takes what it is given without a word', () => {
  const { status, stdout, stderr } = spawnSync(
    process.execPath,
    ['-e', `import('${ENGINE}').then(it => it.prepareEngine())`],
    { encoding: 'utf8' },
  )
  assert.equal([status, stdout, stderr], [0, '', ''])
})

test('an engine gets flags if it is known to have them', () => {
  const given = (v8: string) => {
    const flags: string[] = []
    prepareEngine({ v8, setFlags: flag => flags.push(flag) })
    return flags.map(flag => flag.replace(/=\d+/g, ''))
  }
  assert.equal(given('11.3.244.8-node.38'), ['--interrupt-budget --wasm-tiering-budget'])
  assert.equal(given('12.4.254.21-node.57'), ['--invocation-count-for-turbofan --wasm-tiering-budget'])
  assert.equal(given('13.6.233.10-node.18'), [])
})

test('compiled code is kept where Node can', () => {
  let kept = 0
  prepareEngine({ v8: '99.0', setFlags: () => {}, enableCompileCache: () => kept++ })
  assert.is(kept, 1)
})

test.run()
