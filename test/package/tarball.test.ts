import { spawnSync } from 'node:child_process'
import {
  cpSync,
  existsSync,
  lstatSync,
  mkdirSync,
  mkdtempSync,
  readdirSync,
  readFileSync,
  rmSync,
  symlinkSync,
  writeFileSync,
} from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { fileURLToPath } from 'node:url'
import { test } from 'uvu'
import * as assert from 'uvu/assert'
import { sampleFiles } from '../batch/render/support.js'
import { workspace } from '../support/workspace.js'

const ROOT = fileURLToPath(new URL('../../', import.meta.url))
const FOLDER = mkdtempSync(join(tmpdir(), 'briefwright-package-'))
const INSTALLED = join(FOLDER, 'elsewhere/node_modules/briefwright')
const PROGRAM = join(INSTALLED, 'dist/cli.js')
/** Bytes, with those that the last block of each file leaves free: what an installation takes of a disk. */
const MOST_BYTES = 35_000_000
const BLOCK = 4096
const SAMPLES = sampleFiles()
const { name, version } = JSON.parse(readFileSync(join(ROOT, 'package.json'), 'utf8'))

test.before(() => {
  pack()
  install()
})
test.after(() => rmSync(FOLDER, { recursive: true, force: true }))

/** Packs a copy of the sources, in which nothing has been built yet. */
function pack(): void {
  const copy = join(FOLDER, 'copy')
  const sources = ['src', 'scripts', 'templates', 'fonts', 'docs', 'briefs']
  const files = ['package.json', 'tsconfig.json', 'README.md', 'LICENSE', 'CHANGELOG.md']
  for (const path of [...sources, ...files]) cpSync(join(ROOT, path), join(copy, path), { recursive: true })
  symlinkSync(join(ROOT, 'node_modules'), join(copy, 'node_modules'), 'junction')
  done('npm pack --silent --pack-destination ..', copy)
}

/** Unpacks the tarball beside copies of what it needs without the development of it, and nothing else. */
function install(): void {
  mkdirSync(INSTALLED, { recursive: true })
  done(`tar -xzf ${name}-${version}.tgz --strip-components=1 -C elsewhere/node_modules/${name}`, FOLDER)
  const wanted = new Set(dependenciesOf(INSTALLED))
  for (const dependency of wanted) {
    const from = join(ROOT, 'node_modules', dependency)
    // Those that are optional are there for some systems only.
    if (!existsSync(from)) continue
    cpSync(from, join(FOLDER, 'elsewhere/node_modules', dependency), { recursive: true })
    for (const each of dependenciesOf(from)) wanted.add(each)
  }
}

function dependenciesOf(folder: string): string[] {
  const { dependencies, optionalDependencies } = JSON.parse(
    readFileSync(join(folder, 'package.json'), 'utf8'),
  ) as Record<string, object>
  return Object.keys({ ...dependencies, ...optionalDependencies })
}

function done(command: string, cwd: string): string {
  const { status, stdout, stderr } = spawnSync(command, { cwd, shell: true, encoding: 'utf8' })
  if (status !== 0) throw new Error(`${command}: ${stdout}${stderr}`)
  return stdout
}

test('the installed program prints the bytes that the source prints, for every audience and script', async () => {
  const brief = readFileSync(join(ROOT, 'test/package/tramway.yaml'))
  const [installed, own] = [
    workspace({ 'briefs/tramway.yaml': brief }),
    workspace({ 'briefs/tramway.yaml': brief }),
  ]
  const { status, stderr } = spawnSync(process.execPath, [PROGRAM, 'build'], {
    cwd: installed.root,
    encoding: 'utf8',
  })
  assert.equal([status, stderr], [0, ''])
  assert.is((await own.run('build')).status, 0)
  const printed = own.files('out').filter(file => file.endsWith('.pdf'))
  assert.is(printed.length, 6)
  for (const file of printed)
    assert.ok(readFileSync(join(installed.root, file)).equals(readFileSync(join(own.root, file))), file)
})

test('the installed program prints twins and pictures of pages as the source does', async () => {
  const [installed, own] = [workspace(SAMPLES), workspace(SAMPLES)]
  const argv = ['build', 'briefs/harbour-crossing.yaml', '-a', 'press', '--format', 'html,docx,md,txt,png']
  const { status, stderr } = spawnSync(process.execPath, [PROGRAM, ...argv], {
    cwd: installed.root,
    encoding: 'utf8',
  })
  assert.is(status, 0, stderr)
  assert.is((await own.run(...argv)).status, 0)
  const printed = own.files('out/harbour-crossing')
  assert.equal(
    printed.map(file => file.replace('out/harbour-crossing/', '')),
    ['press-1.png', 'press-2.png', 'press.docx', 'press.html', 'press.md', 'press.txt'],
  )
  for (const file of printed)
    assert.ok(readFileSync(join(installed.root, file)).equals(readFileSync(join(own.root, file))), file)
})

test('the installed program writes a brief, ejects a template and prints the schema', () => {
  const { root, files } = workspace()
  const run = (...argv: string[]) =>
    spawnSync(process.execPath, [PROGRAM, ...argv], { cwd: root, encoding: 'utf8' })
  assert.is(run('new', 'port').status, 0)
  assert.is(run('audiences', '--eject', 'press').status, 0)
  assert.equal(files(), ['briefs/port.yaml', 'templates/press.hbs'])
  const schema = readFileSync(join(INSTALLED, 'briefs/brief.schema.json'), 'utf8')
  assert.equal(JSON.parse(run('schema').stdout), JSON.parse(schema))
})

test('the installed program says which packages a queue and a store of many machines need', () => {
  const { root } = workspace({ 'briefs/b.yaml': 'title: B\n' })
  const run = (...argv: string[]) =>
    spawnSync(process.execPath, [PROGRAM, ...argv], { cwd: root, encoding: 'utf8' })
  const queue = run('worker', '--queue', 'redis://127.0.0.1:1', '--store', 'store')
  assert.is(queue.status, 2)
  assert.match(queue.stderr, 'run `npm install bullmq ioredis`')
  const store = run('serve', '--port', '0', '--store', 's3://bucket/prefix')
  assert.is(store.status, 2)
  assert.match(store.stderr, '@aws-sdk/client-s3')
})

test('an installation takes at most 35 MB', () => {
  const modules = join(FOLDER, 'elsewhere/node_modules')
  const sizes = readdirSync(modules, { recursive: true, encoding: 'utf8' }).map(
    file => Math.ceil(lstatSync(join(modules, file)).size / BLOCK) * BLOCK,
  )
  const bytes = sizes.reduce((sum, size) => sum + size, 0)
  assert.ok(bytes <= MOST_BYTES, `${bytes} bytes in ${sizes.length} files`)
})

test('what only many machines need is not installed, and is asked for by name', () => {
  const modules = join(FOLDER, 'elsewhere/node_modules')
  for (const name of ['bullmq', 'ioredis', '@aws-sdk']) assert.not(existsSync(join(modules, name)), name)
  const asked = (...argv: string[]) => {
    const { status, stderr } = spawnSync(process.execPath, [PROGRAM, ...argv], {
      cwd: FOLDER,
      encoding: 'utf8',
    })
    assert.is(status, 2, stderr)
    return stderr
  }
  assert.match(
    asked('worker', '--queue', 'redis://127.0.0.1:1', '--store', 'prints'),
    'npm install bullmq ioredis',
  )
  assert.match(
    asked('serve', '--port', '0', '--store', 's3://briefs/prints'),
    'npm install @aws-sdk/client-s3',
  )
})

test('the installed program proves, drafts and explains itself, in a folder of nothing but what it is given', () => {
  const { root } = workspace({
    'briefs/rail.yaml': `title: Rail
as_of: 2025-21
actors: [{ id: vela, name: Ines Vela, role: Mayor }]
quotes: [{ speaker: vela, source: courier, text: We will run them if the state pays half }]
sources: [{ id: courier, title: Trams, text: courier.txt }]
`,
    'briefs/courier.txt':
      'Mayor wants night trams\n\n“We will run them if the state pays half,” said Ines Vela, the mayor of Marle, on Monday.\n',
  })
  const run = (...argv: string[]) =>
    spawnSync(process.execPath, [PROGRAM, ...argv], { cwd: root, encoding: 'utf8' })
  const checked = run('check', '--json')
  assert.equal([checked.status, checked.stderr], [0, ''])
  assert.equal(JSON.parse(checked.stdout).briefs[0].quotes.verified, 1)
  const drafted = run('draft', 'briefs/courier.txt', '--date', '2025-03-04')
  assert.equal([drafted.status, drafted.stderr], [0, ''])
  assert.match(drafted.stdout, 'Ines Vela')
  assert.match(run('--help').stdout, 'briefwright')
})

test('the installed program prints a sample brief of two languages as the source does, hyphenated in columns', async () => {
  const names = ['harbour-crossing', 'cruce-del-puerto']
  const [installed, own] = [workspace(SAMPLES), workspace(SAMPLES)]
  const briefs = names.map(name => `briefs/${name}.yaml`)
  const argv = ['build', ...briefs, '-a', 'analyst']
  const { status, stderr } = spawnSync(process.execPath, [PROGRAM, ...argv], {
    cwd: installed.root,
    encoding: 'utf8',
  })
  assert.is(status, 0, stderr)
  assert.is((await own.run(...argv)).status, 0)
  for (const name of names) {
    const file = `out/${name}/analyst.pdf`
    assert.ok(readFileSync(join(installed.root, file)).equals(readFileSync(join(own.root, file))), file)
  }
})

test('the examples of the library run as they stand, beside the package as it is installed', () => {
  const page = readFileSync(join(INSTALLED, 'docs/library.md'), 'utf8')
  const examples = [...page.matchAll(/^```js\n([\s\S]*?)^```$/gm)].map(([, code = '']) => code)
  const brief = (source: string) => `title: The dam
as_of: 2025-03-01
bottom_line: It is to be mended.
actors: [{ id: vela, name: Ines Vela, role: Minister }]
quotes: [{ speaker: vela, source: courier, text: The dam will be mended by the spring }]
sources: [{ id: courier, title: Dam to be mended, text: ${source} }]
`
  const folder = join(FOLDER, 'elsewhere')
  const said = '“The dam will be mended by the spring,” said Ines Vela, the minister.\n'
  mkdirSync(join(folder, 'briefs'))
  writeFileSync(join(folder, 'briefs/dam.yaml'), brief('../courier.txt'))
  writeFileSync(join(folder, 'dam.yaml'), brief('courier.txt'))
  writeFileSync(join(folder, 'courier.txt'), said)
  const [one, batch, quotations, ...more] = examples.map((code, index) => {
    writeFileSync(join(folder, `example-${index}.mjs`), code)
    return done(`${JSON.stringify(process.execPath)} example-${index}.mjs`, folder)
  })
  assert.is(one, '1 page, 1 quotation proved\n')
  assert.is(readFileSync(join(folder, 'press.pdf')).toString('latin1', 0, 5), '%PDF-')
  assert.equal(batch?.split('\n').sort(), [
    '',
    'out/dam/one-page.pdf 1 printed',
    'out/dam/press.pdf 1 printed',
  ])
  assert.is(quotations, 'quotes[0].text verified confirmed courier 1\n')
  assert.ok(existsSync(join(folder, 'briefs/dam.lock.yaml')))
  assert.equal(more, [])
})

test('templates and fonts of the installed package can be resolved by whoever embeds it', () => {
  const folder = join(FOLDER, 'elsewhere')
  const files = ['templates/press.hbs', 'templates/themes/default.yaml', 'fonts/fonts.yaml']
  writeFileSync(
    join(folder, 'embedder.mjs'),
    `const files = ${JSON.stringify(files)}
process.stdout.write(JSON.stringify(files.map(file => import.meta.resolve('briefwright/' + file))))
`,
  )
  const found = JSON.parse(done(`${JSON.stringify(process.execPath)} embedder.mjs`, folder)) as string[]
  assert.equal(
    found.map(url => readFileSync(new URL(url), 'utf8')),
    files.map(file => readFileSync(join(ROOT, file), 'utf8')),
  )
})

test('the installed library has the types that its users compile with, and what they name', () => {
  const folder = join(FOLDER, 'elsewhere')
  writeFileSync(
    join(folder, 'user.mts'),
    `import { Findings, SourceFile, parseLocale, type Locale } from 'briefwright'
const { all, report } = new Findings()
const locale: Locale | undefined = parseLocale(new SourceFile('xx.yaml', 'lang: xx'), report)
process.stdout.write(JSON.stringify([locale?.data.lang, all.length]))
// @ts-expect-error a brief is not read from a number
parseLocale(1, report)
`,
  )
  const compiler = JSON.stringify(join(ROOT, 'node_modules/typescript/bin/tsc'))
  const options =
    '--strict --skipLibCheck false --skipDefaultLibCheck --module nodenext --target es2023 --types node'
  const typeRoots = `--typeRoots ${JSON.stringify(join(ROOT, 'node_modules/@types'))}`
  done(`${JSON.stringify(process.execPath)} ${compiler} ${options} ${typeRoots} user.mts`, folder)
  const program = readFileSync(join(folder, 'user.mjs'), 'utf8').replace('parseLocale(1, report)', '')
  writeFileSync(join(folder, 'user.mjs'), program)
  assert.equal(JSON.parse(done(`${JSON.stringify(process.execPath)} user.mjs`, folder)), ['xx', 0])
})

test.run()
