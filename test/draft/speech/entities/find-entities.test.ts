import { test } from 'uvu'
import * as assert from 'uvu/assert'
import { chooseActors } from '../../../../src/draft/actors.js'
import { readAll } from '../../helpers.js'

/** Those whom a text names: name, kind, roles. */
async function named(text: string): Promise<string[]> {
  const { who } = await readAll(text)
  return who.all
    .map(({ name, type, roles }) => [name, type, ...new Set(roles.map(role => role.text))].join(' | '))
    .sort()
}

async function actors(text: string): Promise<string[]> {
  const { who, quotes } = await readAll(text)
  return chooseActors(who, quotes).actors.map(({ name, role }) =>
    role === undefined ? name : `${name} | ${role}`,
  )
}

test('a surname, a given name and a title are of the full name', async () => {
  assert.equal(
    await named(
      'Ingrid M. Solheim spoke. Solheim left. Later Ms. Solheim and Ingrid Solheim were seen; Mayor Solheim waved.',
    ),
    ['Ingrid M. Solheim | person | Mayor'],
  )
})

test('of two with one surname, the title tells which', async () => {
  const { who } = await readAll('Anna Moe and Peter Moe spoke. Mr. Moe left. Mrs. Moe stayed.')
  assert.equal(
    who.mentions.slice(2).map(mention => mention.entity.name),
    ['Peter Moe', 'Anna Moe'],
  )
})

test('a body is known by its initials, in brackets or not, and by the end of its name', async () => {
  const { who } = await readAll(
    'The World Harbour Fund (WHF) met. The WHF voted. The United Ports Safety Council met, and the Safety Council voted.',
  )
  assert.equal(
    who.mentions.map(mention => mention.entity.name),
    [
      'World Harbour Fund',
      'World Harbour Fund',
      'United Ports Safety Council',
      'United Ports Safety Council',
    ],
  )
})

test('roles are taken as they are worded: before the name, in apposition before and after it', async () => {
  assert.equal(
    await named(
      'Former U.S. Senator Ann Field met harbour chief Bo Lund. The town’s newly elected mayor, Ingrid Solheim, waved. ' +
        'Tomas Varga, the head of the dockers’ union, did not. Secretary of State Carl Ostrow slept. ' +
        'Dana Ruiz, a fellow at the Institute for Ports and Coasts, wrote.',
    ),
    [
      'Ann Field | person | Former U.S. Senator',
      'Bo Lund | person | harbour chief',
      'Carl Ostrow | person | Secretary of State',
      'Dana Ruiz | person | a fellow at the Institute for Ports and Coasts',
      'Ingrid Solheim | person | The town’s newly elected mayor',
      'Institute for Ports and Coasts | organisation',
      'Tomas Varga | person | the head of the dockers’ union',
      'U.S. | place',
    ].filter(one => one !== 'U.S. | place'),
  )
})

test('a role ends before what is told last, and is nobody else’s', async () => {
  assert.equal(
    await named(
      'Ada Berg, a senior fellow of the new institute for all the harbours of the old cold north coast of the small kingdom, wrote. ' +
        'Mayor-elect Bo Lund left. Nour al-Haddad, the port’s director, stayed, and Mr. Haddad waved. ' +
        'They met Carl Ostrow, Varga and Captain Dana Ruiz, who sleeps. ' +
        'Tom Eide, a writer for critical “sea news” pages, agreed. As for Eva Holm, few leaders openly stand up to her.',
    ),
    [
      'Ada Berg | person | a senior fellow of the new institute for all the harbours of the old cold north coast',
      'Bo Lund | person | Mayor-elect',
      'Carl Ostrow | person',
      'Dana Ruiz | person | Captain',
      'Eva Holm | person',
      'Nour al-Haddad | person | the port’s director',
      'Tom Eide | person | a writer',
      'Varga | unknown',
    ],
  )
})

test('places, days and words that only begin a sentence are no actors', async () => {
  assert.equal(
    await actors(
      'Ships left Norway on Monday. However, Mexico waited. Storms came in March. The Norwegian fleet sailed to New York.',
    ),
    [],
  )
})

test('initials of things are no bodies, and a relation alone is no role', async () => {
  assert.equal(
    await actors(
      'The speech was on TV. The TV showed it. The father, Bo Lund, spoke. Ann Field, his niece, did not.',
    ),
    ['Bo Lund', 'Ann Field'],
  )
})

test('a name that only says which is no actor', async () => {
  assert.equal(await actors('The order sent Coast Guard ships north. A Reuters reporter saw it.'), [])
})

test('names in one list are of one kind, and bodies that are listed are actors', async () => {
  assert.equal(
    await actors(
      'The order names the Northern Front, Los Faros (LFA), the Gulf Front, and La Marea Alta as rebels.',
    ),
    ['Northern Front', 'Los Faros (LFA)', 'Gulf Front', 'La Marea Alta'],
  )
})

test('who speaks stands before who acts, and who acts before who is only there', async () => {
  assert.equal(
    await actors(
      'Ann Field opened the pier. “It was the storm and nothing else,” said Bo Lund. The ship was built by the Nordlys Company.',
    ),
    ['Bo Lund', 'Ann Field', 'Nordlys Company'],
  )
})

test('who is quoted without a name is an actor by the words that stand for the name', async () => {
  const { who, quotes } = await readAll(
    '“It was the storm and nothing else,” a senior official said. “And it was late in the day,” the official said.',
  )
  const cast = chooseActors(who, quotes)
  assert.equal(cast.actors.map(({ id, name, unnamed }) => [id, name, unnamed])[0], [
    'senior-official',
    'Senior official',
    true,
  ])
})

test('ids are given once', async () => {
  const { who, quotes } = await readAll('Anna Moe spoke. Peter Moe spoke. Zoë Ångström spoke.')
  assert.equal(
    chooseActors(who, quotes).actors.map(({ id }) => id),
    ['moe', 'moe-2', 'angstrom'],
  )
})

test.run()
