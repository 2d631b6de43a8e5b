import { test } from 'uvu'
import * as assert from 'uvu/assert'
import { buildBriefs } from '../../../src/batch/build-briefs.js'
import {
  BriefCache,
  briefCacheKey,
  type CachedBrief,
  MAX_CACHED_BRIEFS,
} from '../../../src/batch/plan/brief-cache.js'
import type { EditionRequest } from '../../../src/batch/plan/edition-request.js'
import { PrinterPool } from '../../../src/batch/print/printer-pool.js'
import type { AudienceStore } from '../../../src/batch/workspace/audience-store.js'
import type { BriefFile } from '../../../src/batch/workspace/find-briefs.js'
import { DAM, NOTE, template } from '../../support/briefs.js'
import { workspace } from '../../support/workspace.js'

const AUDIENCES = ['a', 'b', 'c', 'd', 'e', 'f']
const FILES = {
  ...Object.fromEntries(AUDIENCES.map(name => [`templates/${name}.hbs`, NOTE])),
  'briefs/dam.yaml': `${DAM}audiences: [${AUDIENCES.join(', ')}]\n`,
}

/** Counts what is read and proved, and what is selected. */
class CountingCache extends BriefCache {
  readonly proved: string[] = []
  readonly selected: string[] = []

  override read(file: BriefFile, audiences: AudienceStore) {
    this.proved.push(file.name)
    return super.read(file, audiences)
  }

  protected override selectAnew(request: EditionRequest) {
    this.selected.push([request.audience.name, request.reader.lang].filter(Boolean).join(' '))
    return super.selectAnew(request)
  }
}

const build = async (cwd: string, cache: BriefCache, options: object = {}) => {
  const result = await buildBriefs(
    { cwd, briefs: [], audiences: [], out: 'out', ...options },
    new PrinterPool(cache),
  )
  assert.equal([...result.diagnostics], [])
  return [...result.editions].length
}

test('a brief for six audiences is proved once, and selected once for each', async () => {
  const cache = new CountingCache()
  assert.is(await build(workspace(FILES).root, cache), 6)
  assert.equal([cache.proved, cache.selected.sort()], [['dam'], AUDIENCES])
})

test('in a mail merge it is proved once, and selected once for each audience and language', async () => {
  const { root } = workspace({
    ...FILES,
    'templates/note.hbs': template('<h1>{{title}}</h1><p>{{recipient.id}}</p>'),
    'people.csv': 'id,lang\na,\nb,\nc,en\n',
  })
  const cache = new CountingCache()
  assert.is(await build(root, cache, { audiences: ['note'], data: 'people.csv' }), 3)
  assert.equal([cache.proved, cache.selected.sort()], [['dam'], ['note', 'note en']])
})

test('the next build proves again what has changed since', async () => {
  const space = workspace(FILES)
  const cache = new CountingCache()
  await build(space.root, cache)
  await build(space.root, cache)
  assert.equal(cache.proved, ['dam'])
  space.write({ 'briefs/dam.yaml': FILES['briefs/dam.yaml'].replace('raised', 'lowered') })
  await build(space.root, cache)
  assert.equal([cache.proved.length, cache.selected.length], [2, 12])
})

const key = (index: number) =>
  briefCacheKey({ name: '', path: `${index}` }, 'hash', { paper: 'a4', theme: undefined, created: 0 })
const empty: CachedBrief = { source: undefined, findings: [], selected: new Map() }
const isKept = (cache: BriefCache, index: number) => cache.get(key(index)) !== undefined

test('of many briefs the first that are planned are kept, and the last that are printed', () => {
  const cache = new BriefCache()
  for (let index = 0; index <= MAX_CACHED_BRIEFS; index++) cache.offer(key(index), empty)
  assert.equal([isKept(cache, MAX_CACHED_BRIEFS - 1), isKept(cache, MAX_CACHED_BRIEFS)], [true, false])
  cache.keep(key(MAX_CACHED_BRIEFS), empty)
  assert.equal([isKept(cache, 0), isKept(cache, 1), isKept(cache, MAX_CACHED_BRIEFS)], [false, true, true])
})

test('what decides what is selected is part of the key', () => {
  const file = { name: 'dam', path: '/briefs/dam.yaml' }
  const keys = [
    briefCacheKey(file, 'hash', { paper: undefined, theme: undefined, created: undefined }),
    briefCacheKey(file, 'other', { paper: undefined, theme: undefined, created: undefined }),
    briefCacheKey(file, 'hash', { paper: 'letter', theme: undefined, created: undefined }),
    briefCacheKey(file, 'hash', { paper: undefined, theme: undefined, created: 0 }),
  ]
  assert.is(new Set(keys).size, keys.length)
})

test.run()
