import { existsSync, readFileSync, rmSync } from 'node:fs'
import { test } from 'uvu'
import * as assert from 'uvu/assert'
import { golden } from './golden.js'

const NAME = 'golden-helper.txt'
const at = (name: string) => new URL(`../golden/${name}`, import.meta.url)
const { CI, UPDATE_GOLDEN } = process.env

function environment(values: { CI?: string; UPDATE_GOLDEN?: string }): void {
  for (const name of ['CI', 'UPDATE_GOLDEN'] as const) {
    if (values[name] === undefined) delete process.env[name]
    else process.env[name] = values[name]
  }
}

test.after.each(() => {
  environment({ ...(CI && { CI }), ...(UPDATE_GOLDEN && { UPDATE_GOLDEN }) })
  for (const name of [NAME, `${NAME}.actual`]) rmSync(at(name), { force: true })
})

/** `assert.throws` lets failed assertions through. */
function failure(actual: string): string | undefined {
  try {
    golden(NAME, actual)
  } catch (error) {
    return String(error)
  }
  return undefined
}

test('a golden file is written on request, compared, and a difference is left beside it', () => {
  environment({})
  assert.throws(() => golden(NAME, 'one\n'), /there is no test\/golden/)
  environment({ UPDATE_GOLDEN: '1' })
  golden(NAME, 'one\n')
  environment({})
  golden(NAME, 'one\n')
  assert.not.ok(existsSync(at(`${NAME}.actual`)))
  assert.match(failure('  one\n') ?? '', 'differs from test/golden')
  assert.match(failure('two\n') ?? '', 'differs from test/golden')
  assert.is(readFileSync(at(`${NAME}.actual`), 'utf8'), 'two\n')
  assert.is(readFileSync(at(NAME), 'utf8'), 'one\n')
})

test('golden files are never renewed under CI', () => {
  environment({ CI: 'true', UPDATE_GOLDEN: '1' })
  assert.throws(() => golden(NAME, 'one\n'), /not renewed under CI/)
  assert.not.ok(existsSync(at(NAME)))
})

test.run()
