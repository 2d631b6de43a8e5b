import { spawnSync } from 'node:child_process'
import { chmodSync, mkdirSync, readdirSync, readFileSync } from 'node:fs'
import { join } from 'node:path'
import { test } from 'uvu'
import * as assert from 'uvu/assert'
import { openWorkspace } from '../../../src/batch/workspace/workspace.js'
import { writeAtomically } from '../../../src/batch/workspace/write-file.js'
import { Findings } from '../../../src/diagnostics/index.js'
import { workspace } from '../../support/workspace.js'

async function write(root: string, path: string, content: string | Uint8Array = 'new') {
  const findings = new Findings()
  const done = await writeAtomically(await openWorkspace(root), join(root, path), content, findings.report)
  return { done, found: findings.all.map(({ code, message }) => `${code}: ${message}`) }
}

test('writes a file and the folders it needs', async () => {
  const space = workspace()
  assert.equal(await write(space.root, 'a/b/c.txt'), { done: true, found: [] })
  assert.equal([space.files(), space.read('a/b/c.txt')], [['a/b/c.txt'], 'new'])
})

test('replaces a file in one step', async () => {
  const space = workspace({ 'a.txt': 'old' })
  const before = readFileSync(join(space.root, 'a.txt'))
  await write(space.root, 'a.txt', new Uint8Array([1, 2, 3]))
  assert.is(before.toString(), 'old')
  assert.equal([...readFileSync(join(space.root, 'a.txt'))], [1, 2, 3])
  assert.equal(space.files(), ['a.txt'])
})

test('leaves everything as it was where it cannot write', async () => {
  const space = workspace({ file: 'mine' })
  mkdirSync(join(space.root, 'folder/inner'), { recursive: true })
  for (const [path, message] of [
    ['file/a.txt', 'there is a file where a folder is needed'],
    ['folder', 'it is a folder'],
    [`${'long'.repeat(100)}.txt`, 'the name is too long'],
  ] as const)
    assert.equal(await write(space.root, path), {
      done: false,
      found: [`write-failed: cannot write \`${path}\`: ${message}`],
    })
  assert.equal([space.files(), space.read('file')], [['file'], 'mine'])
  assert.equal(readdirSync(space.root).sort(), ['file', 'folder'])
})

test('says that a folder is not for writing', async () => {
  const space = workspace({ 'closed/file': 'mine' })
  chmodSync(join(space.root, 'closed'), 0o555)
  // The superuser may write anywhere but to the kernel's own file systems.
  const path = process.getuid?.() === 0 ? '/sys/briefwright-test' : join(space.root, 'closed/new')
  const findings = new Findings()
  const done = await writeAtomically(await openWorkspace(space.root), path, 'new', findings.report)
  chmodSync(join(space.root, 'closed'), 0o755)
  assert.is(done, false)
  assert.match(findings.all[0]?.message ?? '', /permission denied|read-only/)
})

test('an interrupt leaves no temporary file', async () => {
  const { root } = workspace()
  const program = `
    const { openWorkspace } = await import(${JSON.stringify(import.meta.resolve('../../../src/batch/workspace/workspace.js'))})
    const { writeAtomically } = await import(${JSON.stringify(import.meta.resolve('../../../src/batch/workspace/write-file.js'))})
    const { handleInterrupts } = await import(${JSON.stringify(import.meta.resolve('../../../src/cli/process.js'))})
    handleInterrupts(process)
    const space = await openWorkspace(process.cwd())
    writeAtomically(space, process.cwd() + '/big', new Uint8Array(200_000_000), () => {})
    const wait = setInterval(() => {
      if (!require('node:fs').readdirSync('.').some(name => name.endsWith('.tmp'))) return
      clearInterval(wait)
      process.kill(process.pid, 'SIGINT')
    }, 1)`
  const { signal, stderr } = spawnSync(
    process.execPath,
    [
      '--input-type=module',
      '-e',
      `import { createRequire } from 'node:module'; const require = createRequire(process.cwd() + '/x'); ${program}`,
    ],
    { cwd: root, encoding: 'utf8' },
  )
  assert.is(signal, 'SIGINT', stderr)
  assert.equal(readdirSync(root), [])
})

test.run()
