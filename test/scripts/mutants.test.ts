import { cpSync, mkdirSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { fileURLToPath } from 'node:url'
import { test } from 'uvu'
import * as assert from 'uvu/assert'
import { applyMutant, findMutants } from '../../scripts/mutants/find-mutants.js'
import { sample } from '../../scripts/mutants/sample.js'
import { tokensOf } from '../../scripts/mutants/tokens.js'
import { MutantTree } from '../../scripts/mutants/try-mutants.js'
import { compileText } from '../../scripts/testing/compile.mjs'

const RUNNER = fileURLToPath(new URL('.', import.meta.resolve('../../scripts/testing/uvu.js')))

const compiled = (text: string): Promise<string> => compileText('/house', 'src/a.ts', text)

/** The mutants of a text, each as `line: from -> to`. */
const mutantsOf = async (text: string) =>
  findMutants(await compiled(text)).map(({ line, from, to }) => `${line}: ${from} -> ${to}`)

test('changes numbers, comparisons, equality, logic and truth, each at its line of the source', async () => {
  const text = `interface Size {
  readonly width: 3
}

export const LIMIT: number = 12
export const fits = (a: Size, b: boolean) => a.width <= LIMIT && !b
export const other = (a: number, b?: boolean) => a > 0.5 || b === true || a !== 7
export const less = (a: number) => a < 1 && a >= -1
`
  assert.equal(await mutantsOf(text), [
    '5: 12 -> 13',
    '5: 12 -> 11',
    '6: <= -> <',
    '6: && -> ||',
    '6: ! -> ',
    '7: > -> >=',
    '7: 0.5 -> 1.5',
    '7: 0.5 -> (-0.5)',
    '7: || -> &&',
    '7: === -> !==',
    '7: true -> false',
    '7: || -> &&',
    '7: !== -> ===',
    '7: 7 -> 8',
    '7: 7 -> 6',
    '8: < -> <=',
    '8: 1 -> 2',
    '8: 1 -> 0',
    '8: && -> ||',
    '8: >= -> >',
    '8: 1 -> 2',
    '8: 1 -> 0',
  ])
})

test('changes nothing in strings, templates, regular expressions, comments, types and names', async () => {
  const text = `/** At most 3, and < 4. */
type Pair<A> = readonly [A, 1 | true]
export const text = 'a < 1 && true'
export const shown = (name: string) => \`1 < \${name.replace(/!=1|<2/g, '3')} && \${\`4 \${name}\`} 5\`
export const half = (total: Pair<string>) => total.length / text.length / shown.length
export const arrow = (a1: unknown) => a1 as Map<string, 2>
`
  assert.equal(await mutantsOf(text), [])
})

test('leaves out what `undefined` is compiled to', async () => {
  assert.equal(await mutantsOf('export const isAbsent = (a?: string) => a == void 0'), [])
})

test('finds what stands inside of a template', async () => {
  const text = `export const a = (b: number) => \`1 \${b > 2 ? \`{\${!b}}\` : '}'} 3\``
  assert.equal(await mutantsOf(text), ['1: > -> >=', '1: 2 -> 3', '1: 2 -> 1', '1: ! -> '])
})

test('a mutant is one change of the compiled module', async () => {
  const before = await compiled('export const isLong = (words: number) => words > 9 // nine\n')
  const texts = findMutants(before).map(mutant => applyMutant(before, mutant).split('\n')[0])
  assert.equal(texts, [
    'const isLong = (words) => words >= 9;',
    'const isLong = (words) => words > 10;',
    'const isLong = (words) => words > 8;',
  ])
})

test('reads every token of a source as it is', async () => {
  const path = fileURLToPath(new URL('../../scripts/mutants/find-mutants.ts', import.meta.url))
  const text = await compiled(readFileSync(path, 'utf8'))
  const kept = tokensOf(text).every(token => text.startsWith(token.text, token.start))
  assert.ok(kept)
})

test('a sample is the same for the same seed, and in order', () => {
  const values = Array.from({ length: 100 }, (_, index) => index)
  const some = sample(values, 10, 1)
  assert.is(some.length, 10)
  assert.equal(sample(values, 10, 1), some)
  assert.equal(
    some.toSorted((a, b) => a - b),
    some,
  )
  assert.not.equal(sample(values, 10, 2), some)
  assert.equal(sample(values, Number.POSITIVE_INFINITY, 3), values)
})

test('a mutant that a test notices does not survive, and the compiled modules stay as they were', async () => {
  const folder = mkdtempSync(fileURLToPath(new URL('../../node_modules/.cache/mutants-', import.meta.url)))
  const house = join(folder, 'compiled')
  const source = await compiled('export const isLong = (words: number) => words > 9\n')
  const check = `import { isLong } from '../src/a.js'
import { test } from '../scripts/testing/uvu.js'
test('nine words are not long', () => { if (isLong(9) || !isLong(11)) throw new Error('wrong') })
test.run()
`
  mkdirSync(join(house, 'src'), { recursive: true })
  mkdirSync(join(house, 'test'))
  writeFileSync(join(house, 'package.json'), '{ "type": "module" }')
  writeFileSync(join(house, 'src/a.js'), source)
  writeFileSync(join(house, 'test/a.test.js'), check)
  cpSync(RUNNER, join(house, 'scripts/testing'), { recursive: true })
  const tree = new MutantTree(house, join(folder, 'copy'), 60_000)
  const outcomes: string[] = []
  for (const mutant of findMutants(source)) {
    const isLeft = await tree.survives({ file: 'src/a.ts', mutant, tests: ['test/a.test.ts'] })
    outcomes.push(`${mutant.from} -> ${mutant.to} ${isLeft ? 'survives' : 'is noticed'}`)
  }
  assert.equal(outcomes, ['> -> >= is noticed', '9 -> 10 survives', '9 -> 8 is noticed'])
  assert.is(readFileSync(join(house, 'src/a.js'), 'utf8'), source)
  rmSync(folder, { recursive: true })
})

test.run()
