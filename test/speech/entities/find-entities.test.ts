import { test } from 'uvu'
import * as assert from 'uvu/assert'
import { readAll } from '../../draft/helpers.js'

/** Those whom a text names: name, kind, roles. */
async function entitiesOf(text: string): Promise<string[]> {
  const { entities } = await readAll(text)
  return entities.all
    .map(({ name, type, roles }) => [name, type, ...new Set(roles.map(role => role.text))].join(' | '))
    .sort()
}

test('a surname, a given name and a title are of the full name', async () => {
  assert.equal(
    await entitiesOf(
      'Ingrid M. Solheim spoke. Solheim left. Later Ms. Solheim and Ingrid Solheim were seen; Mayor Solheim waved.',
    ),
    ['Ingrid M. Solheim | person | Mayor'],
  )
})

test('of two with one surname, the title tells which', async () => {
  const { entities } = await readAll('Anna Moe and Peter Moe spoke. Mr. Moe left. Mrs. Moe stayed.')
  assert.equal(
    entities.mentions.slice(2).map(mention => mention.entity.name),
    ['Peter Moe', 'Anna Moe'],
  )
})

test('a body is known by its initials, in brackets or not, and by the end of its name', async () => {
  const { entities } = await readAll(
    'The World Harbour Fund (WHF) met. The WHF voted. The United Ports Safety Council met, and the Safety Council voted.',
  )
  assert.equal(
    entities.mentions.map(mention => mention.entity.name),
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
    await entitiesOf(
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
    await entitiesOf(
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

test.run()
