import { mkdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs'
import { dirname } from 'node:path'
import { fileURLToPath } from 'node:url'
import * as assert from 'uvu/assert'

const FOLDER = new URL('../golden/', import.meta.url)

/**
 * Compares text with `test/golden/NAME`. A difference leaves `NAME.actual` beside it and fails with both;
 * `UPDATE_GOLDEN=1` writes the golden file anew, but never under CI.
 */
export function golden(name: string, actual: string): void {
  const path = fileURLToPath(new URL(name, FOLDER))
  const expected = read(path)
  if (process.env.UPDATE_GOLDEN) {
    if (process.env.CI) throw new Error('golden files are not renewed under CI')
    if (actual !== expected) write(path, actual)
    return
  }
  if (actual !== expected) write(`${path}.actual`, actual)
  else rmSync(`${path}.actual`, { force: true })
  if (expected === undefined)
    throw new Error(`there is no test/golden/${name}: look at ${name}.actual, then run with UPDATE_GOLDEN=1`)
  const message = `differs from test/golden/${name}; UPDATE_GOLDEN=1 renews it`
  // `fixture` shows the lines that differ, but overlooks a difference of indentation alone.
  assert.fixture(actual, expected, message)
  assert.is(actual, expected, message)
}

function read(path: string): string | undefined {
  try {
    return readFileSync(path, 'utf8')
  } catch {
    return undefined
  }
}

function write(path: string, text: string): void {
  mkdirSync(dirname(path), { recursive: true })
  writeFileSync(path, text)
}
