import { type ChildProcess, spawn, spawnSync } from 'node:child_process'
import { readFileSync } from 'node:fs'
import { join } from 'node:path'
import { transformSync } from 'esbuild'
import { test } from 'uvu'
import * as assert from 'uvu/assert'
import { sha256 } from '../../src/diagnostics/index.js'
import { bundle } from '../support/bundle.js'
import { skip } from '../support/skip.js'
import { type TestWorkspace, workspace } from '../support/workspace.js'

const GUIDE = readFileSync(new URL('../../docs/service.md', import.meta.url), 'utf8')
const NEEDED = ['curl', 'openssl', 'sha256sum', 'bash']
const missing = NEEDED.filter(tool => spawnSync('which', [tool]).status !== 0)
const services: ChildProcess[] = []

interface Ran {
  readonly command: string
  readonly stdout: string
}

/** Does what the guide says, in its order; `briefwright serve` goes on, on a port of its own. */
async function follow(space: TestWorkspace): Promise<Ran[]> {
  const ran: Ran[] = []
  let url = ''
  for (const [, before = '', language, content = ''] of GUIDE.matchAll(
    /([\s\S]*?)^```(\w+)\n([\s\S]*?)^```$/gm,
  )) {
    const paragraph = before.trim().split('\n\n').at(-1) ?? ''
    const [, named = ''] = [...paragraph.matchAll(/`([\w.-]+\.(?:yaml|txt|json|ts))`/g)].at(-1) ?? []
    if (language === 'sh') {
      for (const command of content.trim().split('\n'))
        if (command.startsWith('briefwright serve')) url = await serve(command, space)
        else ran.push({ command, stdout: shell(command, url, space) })
    } else if (language === 'ts')
      space.write({ [named]: content, 'print.mjs': transformSync(content, { loader: 'ts' }).code })
    else if (content.startsWith('clients:')) {
      const hash = sha256(space.read('press-office.token'))
      space.write({ 'tokens.yaml': content.replace(/sha256: \w{64}/, `sha256: ${hash}`) })
    } else if (named && !content.includes('…')) space.write({ [named]: content })
  }
  return ran
}

function shell(command: string, url: string, space: TestWorkspace): string {
  const line = command.replaceAll('http://127.0.0.1:8080', url).replace('npx tsx print.ts', 'node print.mjs')
  const { status, stdout, stderr } = spawnSync('bash', ['-e', '-o', 'pipefail', '-c', line], {
    cwd: space.root,
    encoding: 'utf8',
    env: { ...process.env, BRIEFWRIGHT_URL: url },
  })
  assert.is(status, 0, `${line}\n${stdout}\n${stderr}`)
  return stdout
}

function serve(command: string, space: TestWorkspace): Promise<string> {
  const [, ...argv] = command.trim().split(' ')
  const child = spawn(process.execPath, [join(bundle(), 'cli.js'), ...argv, '--port', '0'], {
    cwd: space.root,
  })
  services.push(child)
  return new Promise((resolve, reject) => {
    let stderr = ''
    child.stderr.on('data', data => {
      stderr += data
    })
    child.stdout.on('data', data => resolve(String(data).replace('briefwright serve: ', '').trim()))
    child.on('exit', () => reject(new Error(stderr)))
  })
}

test('what the guide of the service shows can be done, and comes to what it says', async () => {
  if (missing.length > 0) skip(`no ${missing.join(', ')}`)
  const space = workspace({ 'press-office/briefwright.yaml': 'organisation: Press office\n' })
  const ran = await follow(space)
  assert.is(ran.length, 9)
  for (const file of ['press.pdf', 'one-page.pdf'])
    assert.is(readFileSync(join(space.root, file)).subarray(0, 5).toString(), '%PDF-', file)
  assert.match(space.read('public.html'), 'The trams run if the state pays half')
  const answerOf = (words: string) =>
    JSON.parse(ran.find(({ command }) => command.includes(words))?.stdout ?? '')
  alike(answerOf("brief='title"), shown('"urn:briefwright:problem:findings"'))
  alike(JSON.parse(space.read('job.json')), shown('"kind": "batch"'))
  assert.equal(answerOf('/v1/check').proofs.length, 1)
  assert.ok(answerOf('/v1/audiences').audiences.length > 5)
})

/** The JSON of the guide that holds some words. */
function shown(words: string): unknown {
  const blocks = [...GUIDE.matchAll(/^```json\n([\s\S]*?)^```$/gm)].map(([, text = '']) => text)
  return JSON.parse(blocks.find(text => text.includes(words)) ?? '')
}

/** What is shown is the beginning of lists; `…` stands for anything. */
function alike(found: unknown, expected: unknown, at = ''): void {
  if (typeof expected === 'string' && expected.includes('…')) {
    const parts = expected.split('…').map(part => part.replace(/[.*+?^${}()|[\]\\]/g, '\\$&'))
    assert.match(String(found), new RegExp(`^${parts.join('[\\s\\S]+')}$`))
  } else if (Array.isArray(expected)) {
    for (const [index, each] of expected.entries())
      alike((found as unknown[])[index], each, `${at}[${index}]`)
    if (expected.length === 0) assert.equal(found, expected, at)
  } else if (typeof expected === 'object' && expected !== null) {
    assert.equal(Object.keys(found as object).sort(), Object.keys(expected).sort(), at)
    for (const [key, each] of Object.entries(expected))
      alike((found as Record<string, unknown>)[key], each, `${at}.${key}`)
  } else assert.equal(found, expected, at)
}

test('every option of the command is in the guide, and every field of a request', () => {
  const help = spawnSync(process.execPath, [join(bundle(), 'cli.js'), 'serve', '--help'], {
    encoding: 'utf8',
  }).stdout
  const options = [...help.matchAll(/--([a-z-]+)/g)].map(([, name = '']) => name)
  for (const name of new Set(options))
    if (!['help', 'version', 'port', 'jobs'].includes(name)) assert.match(GUIDE, `--${name}`)
  const { paths } = JSON.parse(readFileSync(new URL('../../docs/openapi.json', import.meta.url), 'utf8'))
  const { properties } = paths['/v1/render'].post.requestBody.content['application/json'].schema
  for (const name of Object.keys(properties)) assert.match(GUIDE, `\`${name}\``)
})

test.after(() => {
  for (const child of services) child.kill('SIGKILL')
})
test.run()
