import { createHash } from 'node:crypto'
import { existsSync, readFileSync, rmSync } from 'node:fs'
import { join } from 'node:path'
import { setImmediate as nextTurn } from 'node:timers/promises'
import { test } from 'uvu'
import * as assert from 'uvu/assert'
import { type BuildOptions, type BuildResult, buildBriefs } from '../../src/batch/index.js'
import type { Manifest } from '../../src/batch/record/manifest.js'
import { hearEvents } from '../../src/batch/workspace/clock.js'
import {
  InterruptedError,
  pauseForInterrupts,
  runInSteps,
  unlessInterrupted,
} from '../../src/batch/workspace/interruption.js'
import { DISK } from '../../src/batch/workspace/workspace-files.js'
import { DAM, template } from '../support/briefs.js'
import { type TestWorkspace, workspace } from '../support/workspace.js'

const NAMES = ['ada', 'bea', 'cid', 'dan', 'eve']
const FILES = {
  'templates/note.hbs': template('<h1>{{title}}</h1><p>{{recipient.id}}</p>'),
  'briefs/dam.yaml': `${DAM}audiences: [note]\n`,
  'briefs/port.yaml': `${DAM}audiences: [note]\n`,
  'people.csv': `id\n${NAMES.join('\n')}\n`,
}

type Progress = NonNullable<BuildOptions['onProgress']>

function build(space: TestWorkspace, more: Partial<BuildOptions>): Promise<BuildResult> {
  return buildBriefs({ cwd: space.root, briefs: [], audiences: [], out: 'out', data: 'people.csv', ...more })
}

/** Interrupts a build when it begins with an edition, the first being number 0. */
async function interruptedAt(edition: number, space = workspace(FILES)) {
  const controller = new AbortController()
  let begun = 0
  const onProgress: Progress = () => {
    if (begun++ === edition) controller.abort()
  }
  const result = await build(space, { signal: controller.signal, onProgress })
  return { space, result, begun }
}

function manifestOf(space: TestWorkspace): Manifest {
  return JSON.parse(space.read('out/manifest.json')) as Manifest
}

/** What a manifest says stands, and is as it says. */
function isTrue(space: TestWorkspace): void {
  const { editions } = manifestOf(space)
  const pdfs = space.files('out').filter(path => path.endsWith('.pdf'))
  assert.equal(
    editions.map(({ file }) => file),
    pdfs,
  )
  for (const { file, sha256 } of editions)
    assert.is(
      createHash('sha256')
        .update(readFileSync(join(space.root, file)))
        .digest('hex'),
      sha256,
    )
}

for (const edition of [0, 1, 4, 9])
  test(`a build of few editions that is interrupted at number ${edition} begins no other, and its manifest is true`, async () => {
    const { space, result, begun } = await interruptedAt(edition)
    assert.ok(result.interrupted)
    assert.ok(begun <= edition + 2, `${begun} were begun`)
    isTrue(space)
    const { editions, missing } = manifestOf(space)
    assert.is(editions.length + missing.length, 2 * NAMES.length, 'what was planned stands or is missing')
    assert.ok(editions.length <= edition + 1)
    const after = await build(space, {})
    assert.equal(
      [after.interrupted, manifestOf(space).editions.length, manifestOf(space).missing],
      [false, 10, []],
    )
  })

test('a build that goes to its end was not interrupted', async () => {
  const { space, result } = await interruptedAt(10)
  assert.is(result.interrupted, false)
  assert.is(manifestOf(space).editions.length, 10)
})

test('an interrupt while briefs are planned is heard, and what stood before stands', async () => {
  const space = workspace(FILES)
  await build(space, {})
  space.write({ 'briefs/dam.yaml': FILES['briefs/dam.yaml'].replace('raised', 'lowered') })
  const controller = new AbortController()
  // The first pause of the plan is long enough after the last that it hears this.
  const later = setTimeout(() => controller.abort(), 0)
  const result = await build(space, { signal: controller.signal })
  clearTimeout(later)
  if (result.interrupted)
    assert.equal(result.orphans, [], 'nothing counts as unplanned that was not looked at')
  isTrue(space)
  assert.is(manifestOf(space).editions.length, 10)
})

test('steps hear what comes in between them', async () => {
  const controller = new AbortController()
  setTimeout(() => controller.abort(), 0)
  function* endless(): Generator<void, number> {
    for (;;) yield
  }
  const space = { root: '/', files: DISK, read: new Map(), signal: controller.signal }
  const ended = await runInSteps(endless(), space).catch((error: unknown) => error)
  assert.instance(ended, InterruptedError)
  assert.is(await unlessInterrupted(pauseForInterrupts(space)), undefined)
  assert.is(await unlessInterrupted(Promise.resolve(1)), 1)
  await unlessInterrupted(Promise.reject(new TypeError('a bug'))).then(assert.unreachable, error =>
    assert.instance(error, TypeError),
  )
})

test('steps that nobody interrupts come to their end', async () => {
  function* three(): Generator<void, string> {
    yield
    yield
    return 'done'
  }
  assert.is(await runInSteps(three(), { root: '/', files: DISK, read: new Map() }), 'done')
})

test('a pause lets in what waits', async () => {
  let heard = false
  setImmediate(() => {
    heard = true
  })
  while (!heard) await hearEvents()
  await nextTurn()
})

/** Builds, and does something to the folder when it has printed some editions. */
async function disturbed(
  what: (space: TestWorkspace) => void,
): Promise<{ space: TestWorkspace; result: BuildResult; found: string[] }> {
  const space = workspace(FILES)
  let begun = 0
  const onProgress: Progress = ({ printed }) => {
    if (printed === 3 && begun++ === 0) what(space)
  }
  const result = await build(space, { onProgress })
  const found = result.diagnostics.map(({ code, place }) => `${place.file.path} ${code}`)
  return { space, result, found }
}

test('an output folder that is removed beneath a build is a finding, and the manifest does not say that it stands', async () => {
  const { space, found } = await disturbed(({ root }) => rmSync(join(root, 'out'), { recursive: true }))
  // What was just being written could not be.
  assert.equal(
    found.filter(finding => !finding.endsWith(' write-failed')),
    ['out/manifest.json changed-meanwhile'],
  )
  isTrue(space)
  assert.ok(manifestOf(space).missing.length >= 3)
  assert.is((await build(space, {})).diagnostics.length, 0)
  assert.is(manifestOf(space).editions.length, 10)
})

test('a brief that is removed beneath a build is a finding', async () => {
  const { found } = await disturbed(({ root }) => rmSync(join(root, 'briefs/port.yaml')))
  assert.equal(found, ['briefs/port.yaml changed-meanwhile'])
})

test('a workspace that is removed beneath a build is findings, not an exception', async () => {
  const { found } = await disturbed(({ root }) => rmSync(root, { recursive: true }))
  assert.ok(found.includes('briefs/dam.yaml changed-meanwhile'), found.join())
})

test('a workspace that is not there any more is a finding', async () => {
  const { root } = workspace(FILES)
  rmSync(root, { recursive: true })
  const { diagnostics } = await buildBriefs({ cwd: root, briefs: [], audiences: [], out: 'out' })
  assert.equal(
    diagnostics.map(({ code }) => code),
    ['file-unreadable'],
  )
  assert.not.ok(existsSync(root), 'and nothing makes it anew')
})

test.run()
