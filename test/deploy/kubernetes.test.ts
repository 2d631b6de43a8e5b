import { spawnSync } from 'node:child_process'
import { mkdtempSync, readdirSync, readFileSync, rmSync, symlinkSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { fileURLToPath } from 'node:url'
import { Deployment } from 'kubernetes-models/apps/v1'
import { Job } from 'kubernetes-models/batch/v1'
import { Service } from 'kubernetes-models/v1'
import { test } from 'uvu'
import * as assert from 'uvu/assert'
import { parseAllDocuments } from 'yaml'
import { parseS3Address } from '../../src/serve/store/s3-address.js'
import { bundle } from '../support/bundle.js'
import { workspace } from '../support/workspace.js'
import { checkCommandLine, wordsOf } from './command-lines.js'

const ROOT = fileURLToPath(new URL('../../', import.meta.url))
const FILES = ['service.yaml', 'workers.yaml', 'shards.yaml', 'join.yaml']
const KINDS = { Deployment, Job, Service }

interface Manifest {
  readonly kind: keyof typeof KINDS
  readonly metadata: { readonly name: string }
  readonly spec: PodOwner
}

interface PodOwner {
  readonly template?: { readonly spec: Pod }
  readonly selector?: unknown
  readonly completions?: number
}

interface Pod {
  readonly terminationGracePeriodSeconds?: number
  readonly automountServiceAccountToken?: boolean
  readonly securityContext?: { readonly runAsNonRoot?: boolean }
  readonly containers: readonly Container[]
}

interface Container {
  readonly name: string
  readonly command?: readonly string[]
  readonly args: readonly string[]
  readonly env?: readonly { readonly name: string; readonly value: string }[]
  readonly resources?: { readonly requests?: unknown; readonly limits?: { readonly memory?: string } }
  readonly securityContext?: Readonly<Record<string, unknown>>
  readonly livenessProbe?: unknown
}

const manifests = FILES.flatMap(file => {
  const text = readFileSync(join(ROOT, 'deploy/kubernetes', file), 'utf8')
  return parseAllDocuments(text).map(document => document.toJS() as Manifest)
})
const containers = manifests.flatMap(({ spec }) => spec.template?.spec.containers ?? [])

test('each manifest is what the schema of Kubernetes says one is', () => {
  assert.equal(
    manifests.map(({ kind, metadata }) => `${kind} ${metadata.name}`),
    [
      'Deployment briefwright-service',
      'Service briefwright',
      'Deployment briefwright-worker',
      'Job briefwright-print',
      'Job briefwright-join',
    ],
  )
  for (const manifest of manifests) new KINDS[manifest.kind](manifest as never).validate()
  const wrong = { ...manifests[0], spec: { replicas: 'two' } }
  assert.throws(() => new Deployment(wrong as never).validate())
})

test('no manifest has a key that Kubernetes does not know', () => {
  const folder = mkdtempSync(join(tmpdir(), 'briefwright-kubernetes-'))
  symlinkSync(join(ROOT, 'node_modules'), join(folder, 'node_modules'), 'junction')
  const compile = (typed: readonly Manifest[]) => {
    const lines = typed.map(
      (manifest, index) => `export const m${index}: I${manifest.kind} = ${JSON.stringify(manifest)}`,
    )
    writeFileSync(
      join(folder, 'manifests.mts'),
      `import type { IDeployment } from 'kubernetes-models/apps/v1'
import type { IJob } from 'kubernetes-models/batch/v1'
import type { IService } from 'kubernetes-models/v1'
${lines.join('\n')}
`,
    )
    const compiler = join(ROOT, 'node_modules/typescript/bin/tsc')
    const options =
      '--strict --noEmit --skipLibCheck --module nodenext --target es2023 --types node manifests.mts'
    return spawnSync(process.execPath, [compiler, ...options.split(' ')], { cwd: folder, encoding: 'utf8' })
      .stdout
  }
  try {
    assert.is(compile(manifests), '')
    const [first] = manifests
    assert.ok(first)
    assert.match(compile([{ ...first, spec: { ...first.spec, replica: 2 } as PodOwner }]), /"replica"/)
  } finally {
    rmSync(folder, { recursive: true, force: true })
  }
})

test('the containers are called as the program takes it', () => {
  const lines = containers.map(({ command, args }) => (command ? wordsOf(args.join(' ')) : args))
  assert.equal(
    lines.map(([name]) => name),
    ['serve', 'worker', 'build', 'manifest'],
  )
  for (const line of lines) checkCommandLine(line)
})

test('pods run with few rights and within limits, and have the time to end their work', () => {
  for (const { metadata, spec } of manifests) {
    const pod = spec.template?.spec
    if (!pod) continue
    assert.is(pod.securityContext?.runAsNonRoot, true, metadata.name)
    assert.is(pod.automountServiceAccountToken, false, metadata.name)
    for (const { securityContext, resources } of pod.containers) {
      assert.equal(
        securityContext,
        {
          allowPrivilegeEscalation: false,
          readOnlyRootFilesystem: true,
          capabilities: { drop: ['ALL'] },
        },
        metadata.name,
      )
      assert.ok(resources?.requests && resources.limits?.memory, metadata.name)
    }
  }
  for (const { kind, metadata, spec } of manifests)
    if (kind === 'Deployment') {
      assert.ok((spec.template?.spec.terminationGracePeriodSeconds ?? 0) > 120, metadata.name)
      assert.ok(spec.template?.spec.containers.every(({ livenessProbe }) => livenessProbe))
    }
})

test('the service and the workers have the same queue and the same store', () => {
  const env = (name: string) => containers.find(each => each.name === name)?.env ?? []
  assert.equal(env('service'), env('worker'))
  const store = env('worker').find(({ name }) => name === 'BRIEFWRIGHT_STORE')?.value ?? ''
  assert.is(parseS3Address(store, {}).bucket, 'briefs')
})

/** The script of the only container of a job, with the bundled program, and a folder in the place of `/out`. */
function scriptOf(name: string, out: string): string {
  const job = manifests.find(({ metadata }) => metadata.name === name)
  const [container] = job?.spec.template?.spec.containers ?? []
  const program = `${JSON.stringify(process.execPath)} ${JSON.stringify(join(bundle(), 'cli.js'))}`
  return (container?.args[0] ?? '')
    .replaceAll('/out/', `${out}/`)
    .replace('exec briefwright', `exec ${program}`)
}

test('the pods of the job print all editions between them, each its own, and their manifests are joined', () => {
  const brief = 'title: The dam\nas_of: 2025-03-01\nbottom_line: It is to be mended.\n'
  const { root } = workspace({ 'briefs/dam.yaml': brief, 'briefs/weir.yaml': brief.replace('dam', 'weir') })
  const out = mkdtempSync(join(tmpdir(), 'briefwright-out-'))
  const completions =
    manifests.find(({ metadata }) => metadata.name === 'briefwright-print')?.spec.completions ?? 0
  const run = (name: string, env: Readonly<Record<string, string>>) =>
    spawnSync('sh', ['-c', scriptOf(name, out)], {
      cwd: root,
      env: { ...process.env, ...env },
      encoding: 'utf8',
    })
  try {
    for (let index = 0; index < completions; index += 1) {
      const { status, stderr } = run('briefwright-print', { JOB_COMPLETION_INDEX: String(index) })
      assert.is(status, 0, stderr)
    }
    assert.equal(
      readdirSync(out).sort(),
      Array.from({ length: completions }, (_, index) => `part-${index + 1}`),
    )
    const joined = run('briefwright-join', {})
    assert.is(joined.status, 0, joined.stderr)
    const { editions } = JSON.parse(readFileSync(join(out, 'manifest.json'), 'utf8'))
    assert.is(editions.length, 12)
    rmSync(join(out, 'part-1'), { recursive: true })
    assert.is(run('briefwright-join', {}).status, 1)
  } finally {
    rmSync(out, { recursive: true, force: true })
  }
})

test.run()
