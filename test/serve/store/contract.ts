import { randomBytes } from 'node:crypto'
import { test } from 'uvu'
import * as assert from 'uvu/assert'
import { StoredInputs } from '../../../src/serve/store/inputs.js'
import type { ObjectStore, StoredObject } from '../../../src/serve/store/object-store.js'
import { openStore } from '../../../src/serve/store/open-store.js'

/** A kind of store, and how a test makes a new, empty one of it. */
export interface StoreKind {
  readonly name: string
  makeAddress(): Promise<string>
  /** Changes bytes behind the back of the store. */
  damage(address: string, name: string, bytes: Uint8Array): void
}

/** What everybody may rely on, whatever store it is. */
export function testStoreContract({ name: kind, makeAddress, damage }: StoreKind): void {
  const check = (
    title: string,
    act: (store: ObjectStore, again: () => Promise<ObjectStore>) => Promise<void>,
  ) =>
    test(`${kind}: ${title}`, async () => {
      const address = await makeAddress()
      const opened: ObjectStore[] = []
      const open = async () => {
        const store = await openStore(address, { cwd: '/' })
        opened.push(store)
        return store
      }
      try {
        await act(await open(), open)
      } finally {
        for (const store of opened) await store.close()
      }
    })

  check('an object is read as it was written, by whoever opens the same store', async (store, again) => {
    const bytes = randomBytes(1000)
    await store.put('results/ab', bytes)
    const other = await again()
    assert.ok((await other.get('results/ab'))?.equals(bytes))
    assert.is(await other.has('results/ab'), true)
  })

  check('the store is opened again by the address that it says', async store => {
    await store.put('jobs/one.json', Buffer.from('{}'))
    const other = await openStore(store.address, { cwd: '/nowhere' })
    assert.is(other.address, store.address)
    assert.is(String(await other.get('jobs/one.json')), '{}')
    await other.close()
  })

  check('what is not there is undefined, and is deleted without a word', async store => {
    assert.is(await store.get('inputs/none'), undefined)
    assert.is(await store.has('inputs/none'), false)
    await store.delete('inputs/none')
    assert.equal(await all(store, 'inputs/'), [])
  })

  check('an object of no bytes is an object', async store => {
    await store.put('inputs/empty', Buffer.alloc(0))
    assert.is((await store.get('inputs/empty'))?.length, 0)
    assert.is(await store.has('inputs/empty'), true)
  })

  check('a second writing takes the place of the first', async store => {
    await store.put('jobs/a', Buffer.from('one'))
    await store.put('jobs/a', Buffer.from('and two'))
    assert.is(String(await store.get('jobs/a')), 'and two')
    await store.delete('jobs/a')
    assert.is(await store.has('jobs/a'), false)
  })

  check('objects are listed by how their names begin, with sizes and times', async store => {
    for (const name of ['results/aa1', 'results/aa2', 'results/ab', 'jobs/aa', 'jobs/x/y.json'])
      await store.put(name, Buffer.from(name))
    const names = async (prefix: string) => (await all(store, prefix)).map(({ name }) => name).sort()
    assert.equal(await names('results/aa'), ['results/aa1', 'results/aa2'])
    assert.equal(await names('results/'), ['results/aa1', 'results/aa2', 'results/ab'])
    assert.equal(await names('jobs/'), ['jobs/aa', 'jobs/x/y.json'])
    assert.equal(await names('jobs/x/'), ['jobs/x/y.json'])
    assert.equal(await names('res'), ['results/aa1', 'results/aa2', 'results/ab'])
    assert.is((await names('')).length, 5)
    const [one] = await all(store, 'jobs/x/')
    assert.is(one?.size, 'jobs/x/y.json'.length)
    assert.ok(Math.abs((one?.modified ?? 0) - Date.now()) < 24 * 3_600_000)
  })

  check('more objects than one page of a list has are all listed', async store => {
    const names = Array.from({ length: 1100 }, (_, index) => `lists/${index}`)
    for (let from = 0; from < names.length; from += 50)
      await Promise.all(names.slice(from, from + 50).map(name => store.put(name, Buffer.from(name))))
    assert.equal((await all(store, 'lists/')).map(({ name }) => name).sort(), names.toSorted())
  })

  check(
    'whatever is written at the same time, an object is one of the writings, whole',
    async (store, again) => {
      const other = await again()
      const versions = [1, 2, 3, 4].map(version => Buffer.alloc(200_000, version))
      for (const round of [1, 2, 3]) {
        await Promise.all(
          versions.map((bytes, index) => (index % 2 ? store : other).put(`jobs/${round}`, bytes)),
        )
        const read = (await other.get(`jobs/${round}`)) ?? Buffer.alloc(0)
        assert.ok(versions.some(bytes => bytes.equals(read)))
      }
    },
  )

  check('an object of 30 MB comes back', async store => {
    const bytes = randomBytes(30_000_000)
    await store.put('inputs/big', bytes)
    assert.ok((await store.get('inputs/big'))?.equals(bytes))
    assert.is((await all(store, 'inputs/'))[0]?.size, bytes.length)
  })

  check('names of letters, digits and marks are kept apart, and no other name is taken', async store => {
    const names = ['jobs/A', 'jobs/A.json', 'jobs/A_b-c.d', `jobs/${'f'.repeat(200)}`, 'jobs/-', 'jobs/_/0']
    for (const name of names) await store.put(name, Buffer.from(name))
    for (const name of names) assert.is(String(await store.get(name)), name)
    assert.equal((await all(store, 'jobs/')).map(({ name }) => name).sort(), names.toSorted())
    for (const name of WRONG_NAMES)
      for (const act of [
        () => store.get(name),
        () => store.has(name),
        () => store.delete(name),
        () => store.put(name, Buffer.alloc(1)),
      ])
        await assertThrows(act, /no object can have the name/)
    for (const prefix of ['../', '/', 'jobs/../', 'jobs/*', 'é'])
      await assertThrows(() => all(store, prefix), /no object has a name that begins/)
  })

  check('a file among the inputs travels once, whatever lists it is on', async store => {
    const counted = countPuts(store)
    const inputs = new StoredInputs(counted.store)
    const shared = Buffer.from('font')
    const one = await inputs.put(
      new Map([
        ['fonts/a.ttf', shared],
        ['briefs/a.yaml', Buffer.from('a')],
      ]),
    )
    const two = await inputs.put(
      new Map([
        ['briefs/b.yaml', Buffer.from('b')],
        ['fonts/a.ttf', Buffer.from('font')],
      ]),
    )
    assert.is(counted.names.length, 5)
    assert.is(
      await inputs.put(
        new Map([
          ['briefs/a.yaml', Buffer.from('a')],
          ['fonts/a.ttf', shared],
        ]),
      ),
      one,
    )
    await new StoredInputs(counted.store).put(
      new Map([
        ['briefs/b.yaml', Buffer.from('b')],
        ['fonts/a.ttf', shared],
      ]),
    )
    assert.is(counted.names.length, 5)
    const read = await new StoredInputs(store).get(two)
    assert.equal(
      [...read].map(([path, bytes]) => `${path} ${bytes}`),
      ['briefs/b.yaml b', 'fonts/a.ttf font'],
    )
  })

  check('names of inputs that an object of JavaScript would take for its own are names', async store => {
    const files = new Map([
      ['__proto__', Buffer.from('1')],
      ['constructor', Buffer.from('2')],
      ['1', Buffer.from('3')],
    ])
    const list = await new StoredInputs(store).put(files)
    const read = await new StoredInputs(store).get(list)
    assert.equal(
      [...read].map(([path, bytes]) => `${path} ${bytes}`),
      ['1 3', '__proto__ 1', 'constructor 2'],
    )
  })

  check('a damaged input is never taken for what its name says, and is sent anew', async store => {
    const files = new Map([['briefs/a.yaml', Buffer.from('title: A')]])
    const list = await new StoredInputs(store).put(files)
    const [object] = await all(store, 'inputs/')
    damage(store.address, object?.name ?? '', Buffer.from('title: B'))
    await assertThrows(
      () => new StoredInputs(store).get(list),
      /not in the store any more: `inputs\/[0-9a-f]{64}`/,
    )
    assert.is(await new StoredInputs(store).put(files), list)
    assert.is(String((await new StoredInputs(store).get(list)).get('briefs/a.yaml')), 'title: A')
  })

  check('inputs that the store has lost are told of, and those that ask at once ask once', async store => {
    const list = await new StoredInputs(store).put(
      new Map([
        ['a', Buffer.from('A')],
        ['b', Buffer.from('B')],
      ]),
    )
    const reads: string[] = []
    const get = (name: string) => {
      reads.push(name)
      return store.get(name)
    }
    const inputs = new StoredInputs({ ...bound(store), get })
    await Promise.all([inputs.get(list), inputs.get(list), inputs.get(list)])
    assert.is(reads.length, 3)
    for (const { name } of await all(store, 'inputs/')) await store.delete(name)
    assert.is((await inputs.get(list)).size, 2)
    await assertThrows(() => new StoredInputs(store).get(list), /not in the store any more/)
  })
}

const WRONG_NAMES = [
  '',
  '/',
  'jobs',
  '/jobs/a',
  'jobs/',
  'jobs//a',
  '../jobs/a',
  'jobs/../../a',
  'jobs/.',
  'jobs/..',
  'jobs/.hidden',
  'jobs\\a',
  'jobs/a\\b',
  'jobs/a b',
  'jobs/a\0b',
  'jobs/é',
  'jobs/a?b',
  'jobs/%2e%2e',
  'C:/jobs',
  `jobs/${'a'.repeat(201)}`,
]

export async function all(store: ObjectStore, prefix: string): Promise<StoredObject[]> {
  const objects: StoredObject[] = []
  for await (const object of store.list(prefix)) objects.push(object)
  return objects
}

/** The methods of a store, to change some of them. */
export function bound(store: ObjectStore): ObjectStore {
  return {
    address: store.address,
    put: (name, bytes) => store.put(name, bytes),
    get: name => store.get(name),
    has: name => store.has(name),
    delete: name => store.delete(name),
    list: prefix => store.list(prefix),
    close: () => store.close(),
  }
}

function countPuts(store: ObjectStore): { readonly store: ObjectStore; readonly names: string[] } {
  const names: string[] = []
  const put = (name: string, bytes: Uint8Array) => {
    names.push(name)
    return store.put(name, bytes)
  }
  return { names, store: { ...bound(store), put } }
}

export async function assertThrows(act: () => Promise<unknown>, message: RegExp): Promise<Error> {
  try {
    await act()
  } catch (error) {
    if (!(error instanceof Error)) throw error
    assert.match(error.message, message)
    return error
  }
  throw new Error(`nothing was thrown that says ${message}`)
}
