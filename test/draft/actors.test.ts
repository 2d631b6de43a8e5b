import { test } from 'uvu'
import * as assert from 'uvu/assert'
import { chooseActors, MAX_ACTORS } from '../../src/draft/actors.js'
import { readAll } from './helpers.js'

/** The actors of a text: names and roles. */
async function actorsOf(text: string): Promise<string[]> {
  const { entities, quotes } = await readAll(text)
  return chooseActors(entities, quotes).all.map(({ name, role }) =>
    role === undefined ? name : `${name} | ${role}`,
  )
}

test('places, days and words that only begin a sentence are no actors', async () => {
  assert.equal(
    await actorsOf(
      'Ships left Norway on Monday. However, Mexico waited. Storms came in March. The Norwegian fleet sailed to New York.',
    ),
    [],
  )
})

test('initials of things are no bodies, and a relation alone is no role', async () => {
  assert.equal(
    await actorsOf(
      'The speech was on TV. The TV showed it. The father, Bo Lund, spoke. Ann Field, his niece, did not.',
    ),
    ['Bo Lund', 'Ann Field'],
  )
})

test('a name that only says which is no actor', async () => {
  assert.equal(await actorsOf('The order sent Coast Guard ships north. A Reuters reporter saw it.'), [])
})

test('names in one list are of one kind, and bodies that are listed are actors', async () => {
  assert.equal(
    await actorsOf(
      'The order names the Northern Front, Los Faros (LFA), the Gulf Front, and La Marea Alta as rebels.',
    ),
    ['Northern Front', 'Los Faros (LFA)', 'Gulf Front', 'La Marea Alta'],
  )
})

test('who speaks stands before who acts, and who acts before who is only there', async () => {
  assert.equal(
    await actorsOf(
      'Ann Field opened the pier. “It was the storm and nothing else,” said Bo Lund. The ship was built by the Nordlys Company.',
    ),
    ['Bo Lund', 'Ann Field', 'Nordlys Company'],
  )
})

test('who is quoted without a name is an actor by the words that stand for the name', async () => {
  const { entities, quotes } = await readAll(
    '“It was the storm and nothing else,” a senior official said. “And it was late in the day,” the official said.',
  )
  const actors = chooseActors(entities, quotes)
  assert.equal(actors.all.map(({ id, name, unnamed }) => [id, name, unnamed])[0], [
    'senior-official',
    'Senior official',
    true,
  ])
})

test('ids are given once', async () => {
  const { entities, quotes } = await readAll('Anna Moe spoke. Peter Moe spoke. Zoë Ångström spoke.')
  assert.equal(
    chooseActors(entities, quotes).all.map(({ id }) => id),
    ['moe', 'moe-2', 'angstrom'],
  )
})

test('a draft lists a limited number of actors, and all that it quotes', async () => {
  const letters = [...'abcdefghijklmnopqrstuvwxyz']
  const acting = letters.map(letter => `Mr. B${letter}b${letter}b left.`).join('\n\n')
  assert.is((await actorsOf(acting)).length, MAX_ACTORS)
  const quoted = letters
    .map(letter => `“We never saw the pier,” Mr. B${letter}b${letter}b said.`)
    .join('\n\n')
  assert.is((await actorsOf(quoted)).length, letters.length)
})

test.run()
