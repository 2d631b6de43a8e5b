import * as fc from 'fast-check'
import { test } from 'uvu'
import * as assert from 'uvu/assert'
import { settingRange } from '../../src/fit/layout-setting.js'
import { LayoutTrials } from '../../src/fit/layout-trials.js'
import { ItemOmitter } from '../../src/fit/omit-items.js'
import { layOut } from '../../src/typeset/index.js'
import { ASSETS, fitted, listOf, NARROW, type Prepared, packaged, prepare } from './support.js'

interface Entry {
  readonly list: 'key_facts' | 'gaps' | 'timeline' | 'glossary'
  readonly priority: 'must' | 'should' | 'could'
  readonly words: number
}

const MAIN = { key_facts: 'fact', gaps: 'gap', timeline: 'event', glossary: 'meaning' } as const
const LISTS = Object.keys(MAIN) as (keyof typeof MAIN)[]

const entry = (mustOneIn: number): fc.Arbitrary<Entry> =>
  fc.record({
    list: fc.constantFrom(...LISTS),
    priority: fc.oneof(
      { arbitrary: fc.constant('must' as const), weight: 1 },
      { arbitrary: fc.constantFrom('should' as const, 'could' as const), weight: mustOneIn - 1 },
    ),
    words: fc.integer({ min: 1, max: 12 }),
  })
const entries = fc
  .tuple(fc.constantFrom(1, 8, 25, 60, 200), fc.constantFrom(2, 8, 30))
  .chain(([maxLength, mustOneIn]) =>
    fc.array(entry(mustOneIn), { minLength: Math.ceil(maxLength / 2), maxLength }),
  )
const limits = fc.constantFrom(1, 1, 2)

/** Each item begins with a word that nothing else has, by its list and its number there. */
function yamlOf(all: readonly Entry[]): string {
  return LISTS.map(list => {
    const items = all.filter(one => one.list === list)
    const texts = items.map(
      (one, index) => `${one.priority}: ${token(list, index)}${' water'.repeat(one.words)}`,
    )
    const more = list === 'timeline' ? ', date: 2025-01-20' : list === 'glossary' ? ', term: Sluice' : ''
    return listOf(list, MAIN[list], texts, more)
  }).join('')
}

const token = (list: string, index: number) => `${list.slice(0, 2)}x${index}x`
const pathToToken = (path: string) => token(path.replace(/\[.*/, ''), Number(/\d+/.exec(path)?.[0]))

/** Whether the edition were still short enough, in its tightest setting, with the last that it gave up put back. */
function wouldHaveFitted({ inputs, whole, style }: Prepared, leftOut: number): boolean {
  const trials = new LayoutTrials((document, setting, report) =>
    layOut(document, { ...style, ...setting }, ASSETS, report),
  )
  const range = settingRange(inputs.audience, style.theme)
  const variant = leftOut === 1 ? whole : new ItemOmitter(inputs, whole, trials, range).without(leftOut - 1)
  return trials.layOut(variant, range.tightest).pages <= inputs.audience.limit
}

function check(prepared: Prepared): void {
  const { inputs, whole, style } = prepared
  const { limit, type } = inputs.audience
  const { fitted: result, trials, findings, text } = fitted(prepared)
  if (!result) {
    assert.equal(
      findings.all.filter(finding => finding.severity === 'error').map(finding => finding.code),
      ['over-page-limit'],
    )
    return
  }
  const { laidOut, setting, leftOut } = result
  assert.ok(laidOut.pages <= limit && trials.length <= 12, `${laidOut.pages} pages, ${trials.length} trials`)
  assert.ok(setting.typeSize >= type.floor && setting.typeSize <= type.size)
  assert.ok(setting.spacing >= style.theme.spacing.min && setting.spacing <= style.theme.spacing.max)
  for (const { path, priority, field } of whole.edition.items) {
    const isLeftOut = leftOut.includes(path)
    if (priority === 'must') assert.not.ok(isLeftOut, path)
    if (field === 'glossary') assert.not.ok(isLeftOut, 'what nobody prints is not left out')
    else assert.is(text.includes(pathToToken(path)), !isLeftOut, path)
  }
  if (leftOut.length > 0) assert.not.ok(wouldHaveFitted(prepared, leftOut.length), 'nothing goes that fits')
  const canGrow = setting.spacing < style.theme.spacing.max
  if (limit === 1 && (leftOut.length > 0 || canGrow)) assert.ok(laidOut.fill >= 0.8, `fill ${laidOut.fill}`)
  if (limit === 1 && leftOut.length > 0) assert.ok(laidOut.fill >= 0.85, `fill ${laidOut.fill}`)
  const again = fitted(prepared).fitted
  assert.equal([again?.leftOut, again?.setting, again?.laidOut.text], [leftOut, setting, laidOut.text])
}

test('editions keep their limit, at no more cost than needed', () => {
  fc.assert(
    fc.property(entries, limits, (all, limit) => check(prepare(yamlOf(all), NARROW, { limit }))),
    { seed: 3, numRuns: 25 },
  )
})

for (const name of ['one-page', 'analyst'])
  test(`the ${name} template keeps its limit`, () => {
    const printed = name === 'analyst' ? LISTS : ['key_facts', 'timeline']
    const some = entries.map(all => all.filter(one => printed.includes(one.list) && one.list !== 'glossary'))
    fc.assert(
      fc.property(some, limits, (all, limit) => check(prepare(yamlOf(all), packaged(name), { limit }))),
      { seed: 5, numRuns: 5 },
    )
  })

test('one more item that could be shown takes nothing from those that must', () => {
  fc.assert(
    fc.property(entries, entry(2), (all, one) => {
      if (!fitted(prepare(yamlOf(all))).fitted) return
      const { fitted: more, text } = fitted(prepare(yamlOf([...all, { ...one, priority: 'could' }])))
      assert.ok(more)
      for (const { path, priority, field } of more?.variant.edition.items ?? [])
        if (priority === 'must' && field !== 'glossary') assert.ok(text.includes(pathToToken(path)), path)
    }),
    { seed: 7, numRuns: 12 },
  )
})

test.run()
