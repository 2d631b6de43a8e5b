import { type ChildProcess, spawn, spawnSync } from 'node:child_process'
import { once } from 'node:events'
import { copyFileSync, existsSync, mkdirSync, readFileSync, rmSync } from 'node:fs'
import { join } from 'node:path'
import { setTimeout as pause } from 'node:timers/promises'
import { fileURLToPath } from 'node:url'
import { test } from 'uvu'
import * as assert from 'uvu/assert'
import { present } from '../../src/diagnostics/index.js'
import { freePort } from '../support/redis.js'
import { skip } from '../support/skip.js'
import { checkCommandLine } from './command-lines.js'
import { environmentOf, follow, inStage, stagesOf, wordsOfInstruction } from './image.js'

const ROOT = fileURLToPath(new URL('../../', import.meta.url))
const stages = stagesOf(join(ROOT, 'deploy/Dockerfile'))
const last = present(stages.at(-1), 'a stage')
let running: ChildProcess | undefined
test.after(() => {
  running?.kill('SIGKILL')
  for (const { root } of stages) rmSync(root, { recursive: true, force: true })
})

test('the image has the versions of its packages that the tests have', () => {
  const read = (path: string) => JSON.parse(readFileSync(join(ROOT, path), 'utf8'))
  const { dependencies, devDependencies, peerDependencies } = read('package.json')
  const image = read('deploy/package.json').dependencies as Record<string, string>
  assert.equal(
    Object.keys(image).sort(),
    [...Object.keys(dependencies), ...Object.keys(peerDependencies)].sort(),
  )
  for (const [name, version] of Object.entries(image))
    assert.is(version, { ...devDependencies, ...dependencies }[name], name)
  const { packages } = read('deploy/package-lock.json')
  assert.equal(packages[''].dependencies, image)
  for (const [name, version] of Object.entries(image))
    assert.is(packages[`node_modules/${name}`].version, version)
})

test('its last stage runs as a numbered user who is not root, and is called as the program takes it', () => {
  const argumentsOf = (keyword: string) =>
    last.instructions.find(each => each.getKeyword() === keyword)?.getArgumentsContent()
  assert.is(argumentsOf('USER'), '1000:1000')
  assert.equal(wordsOfInstruction(last, 'ENTRYPOINT'), ['node', '/app/node_modules/briefwright/dist/cli.js'])
  checkCommandLine(wordsOfInstruction(last, 'CMD'))
})

let canInstall = true
for (const stage of stages)
  for (const instruction of stage.instructions)
    test(`line ${instruction.getRange().start.line + 1} of the Dockerfile: ${instruction.getKeyword()}`, () => {
      if (!canInstall) skip('no package registry')
      try {
        follow(instruction, stage, stages, ROOT)
      } catch (error) {
        canInstall = !/ENOTFOUND|EAI_AGAIN|ECONNREFUSED|ETIMEDOUT|ENOTCACHED/.test(String(error))
        if (!canInstall) skip('no package registry')
        throw error
      }
    })

test('what comes of it holds the packages that it needs, and nothing of its making', () => {
  if (!canInstall) skip('no package registry')
  const modules = join(last.root, 'app/node_modules')
  for (const name of ['briefwright', 'piscina', 'bullmq', 'ioredis', '@aws-sdk/client-s3'])
    assert.ok(existsSync(join(modules, name, 'package.json')), name)
  for (const name of ['typescript', 'esbuild', 'uvu', 's3rver'])
    assert.not(existsSync(join(modules, name)), name)
  assert.not(existsSync(join(last.root, 'app/package')))
  const { stdout } = spawnSync('briefwright', ['--version'], { env: environmentOf(last), encoding: 'utf8' })
  assert.is(stdout, `${JSON.parse(readFileSync(join(ROOT, 'package.json'), 'utf8')).version}\n`)
})

test('its command serves, its check of health says so, and SIGTERM ends it', async () => {
  if (!canInstall) skip('no package registry')
  const port = String(await freePort())
  const { stdout: token } = spawnSync('sh', [join(ROOT, 'deploy/secrets.sh'), join(last.root, 'made')], {
    encoding: 'utf8',
  })
  mkdirSync(join(last.root, 'run/secrets'), { recursive: true })
  copyFileSync(join(last.root, 'made/tokens'), join(last.root, 'run/secrets/tokens'))
  const words = [...wordsOfInstruction(last, 'ENTRYPOINT'), ...wordsOfInstruction(last, 'CMD')].map(word =>
    inStage(word.replace('8080', port), last),
  )
  const [program = '', ...argv] = words
  running = spawn(program, argv, { cwd: last.folder, env: environmentOf(last), stdio: 'pipe' })
  let said = ''
  running.stderr?.on('data', text => (said += text))
  const healthcheck = last.instructions
    .find(each => each.getKeyword() === 'HEALTHCHECK')
    ?.getArgumentsContent()
  const check = JSON.parse(/CMD (\[.*\])$/.exec(healthcheck ?? '')?.[1] ?? '[]') as string[]
  const isHealthy = () =>
    spawnSync(
      check[0] ?? '',
      check.slice(1).map(word => word.replace('8080', port)),
    ).status === 0
  for (let attempt = 0; attempt < 50 && !isHealthy(); attempt += 1) await pause(100)
  assert.ok(isHealthy(), said)
  const answer = await fetch(`http://127.0.0.1:${port}/v1/render`, {
    method: 'POST',
    headers: { authorization: `Bearer ${token.trim()}`, 'content-type': 'application/json' },
    body: JSON.stringify({
      brief: 'title: The dam\nas_of: 2025-03-01\nbottom_line: It is to be mended.\n',
      audience: 'press',
    }),
  })
  assert.is(answer.status, 200, said)
  assert.is(Buffer.from(await answer.arrayBuffer()).toString('latin1', 0, 5), '%PDF-')
  const ended = once(running, 'exit')
  running.kill('SIGTERM')
  assert.equal(await ended, [0, null], said)
})

test.run()
