import { test } from 'uvu'
import * as assert from 'uvu/assert'
import {
  type BriefField,
  briefWith,
  fieldLabel,
  PACKAGE_AUDIENCES,
  readerFields,
  unshownFieldsOf,
  wordsOf,
} from '../../scripts/template-fields.js'

const FIELDS = readerFields()
const LISTS = [...new Set(FIELDS.flatMap(({ list }) => list ?? []))]
const OPTIONAL = FIELDS.filter(({ required }) => !required)

/** What the package's templates leave out of a brief without saying so in `omits`. */
function leftOutByAccident(has: (field: BriefField) => boolean, lists?: readonly string[]): string[] {
  const brief = briefWith(has, lists)
  return PACKAGE_AUDIENCES.flatMap(audience =>
    [...unshownFieldsOf(brief, audience)]
      .filter(field => !audience.omits.includes(field))
      .map(field => `${audience.name}: ${field}`),
  )
}

test('every field for readers is printed by one of the templates', () => {
  const brief = briefWith(() => true)
  const names = FIELDS.map(({ list, name }) => list ?? name)
  const unshown = PACKAGE_AUDIENCES.map(audience => unshownFieldsOf(brief, audience, names))
  const nowhere = FIELDS.map(fieldLabel).filter(field => unshown.every(fields => fields.has(field)))
  assert.equal(nowhere, [])
})

test('a brief with every field loses none by accident', () => {
  assert.equal(
    leftOutByAccident(() => true),
    [],
  )
})

test('a brief with none of the optional fields loses none by accident', () => {
  assert.equal(
    leftOutByAccident(() => false),
    [],
  )
})

for (const list of LISTS) {
  const own = OPTIONAL.filter(field => field.list === list)
  test(`of \`${list}\` no field is lost where it is the only one, one of two, or the only one that is missing`, () => {
    const lost = new Set<string>()
    const lists = [list, 'quotes', 'key_facts']
    for (const [index, one] of own.entries()) {
      const add = (has: (field: BriefField) => boolean, how: string) => {
        const isHeld = (field: BriefField) => (field.list === list ? has(field) : field.name === 'cite')
        for (const line of leftOutByAccident(isHeld, lists)) lost.add(`${line} (${how})`)
      }
      add(field => field === one, `only ${one.name}`)
      add(field => field !== one, `without ${one.name}`)
      for (const other of own.slice(index + 1))
        add(field => field === one || field === other, `${one.name} and ${other.name}`)
    }
    assert.equal([...lost], [])
  })
}

/** Said in figures, or read in their place. */
const OF_DRAWINGS: ReadonlySet<string> = new Set(['stance_on', 'charts.alt'])

test('what is said to be shown stands in the text of the edition, and what is not does not', () => {
  const brief = briefWith(({ name }) => name !== 'audiences')
  for (const audience of PACKAGE_AUDIENCES) {
    const words = wordsOf(brief, audience)
    const unshown = unshownFieldsOf(
      brief,
      audience,
      FIELDS.map(({ list, name }) => list ?? name),
    )
    const texts = FIELDS.filter(({ shape }) => shape.kind === 'prose')
    for (const field of texts.filter(each => !OF_DRAWINGS.has(fieldLabel(each)))) {
      const [label, said] = [fieldLabel(field), `The ${fieldLabel(field).replace('.', ' ')}`]
      assert.is(!unshown.has(label), words.includes(said), `${audience.name}: ${label}`)
    }
  }
})

test('what a template says that it omits is something that it does not print of every item', () => {
  const brief = briefWith(
    field => !['influence', 'support', 'side'].includes(field.name) || field.list !== 'actors',
  )
  for (const audience of PACKAGE_AUDIENCES) {
    const unshown = unshownFieldsOf(brief, audience)
    const printed = audience.omits.filter(
      field => !unshown.has(field) && !/^actors\.(influence|support|side)$/.test(field),
    )
    assert.equal(printed, audience.name === 'one-page' ? ['actors.role'] : [], audience.name)
  }
})

test.run()
