import { spawnSync } from 'node:child_process'
import { existsSync, mkdtempSync, readdirSync, realpathSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { dirname, join } from 'node:path'
import { pathToFileURL } from 'node:url'
import { test } from 'uvu'
import * as assert from 'uvu/assert'
import { sha256 } from '../../../src/diagnostics/index.js'
import { bundle } from '../../support/bundle.js'
import { renderOf, sampleFiles } from './support.js'

const PATH = 'briefs/harbour-crossing.yaml'
/** Node's flag, by the name that it has since version 23.5. */
const PERMISSION = process.allowedNodeEnvironmentFlags.has('--permission')
  ? '--permission'
  : '--experimental-permission'

const PROGRAM = `
import { createHash } from 'node:crypto'
let input = ''
for await (const chunk of process.stdin) input += chunk
const { library, brief, path, files, absolute, cwd } = JSON.parse(input)
const { render } = await import(library)
const bytes = Object.fromEntries(Object.entries(files).map(([name, text]) => [name, Buffer.from(text, 'base64')]))
const made = await render(brief, { audience: 'analyst', path, files: bytes })
const sha256 = made.bytes && createHash('sha256').update(made.bytes).digest('hex')
const refused = [absolute, cwd].map(file => { try { process.getBuiltinModule('fs').statSync(file); return false } catch (error) { return error.code } })
process.stdout.write(JSON.stringify({ sha256, codes: made.diagnostics.map(({ code }) => code), refused }))
`

test('where no file but those of the package can be read, and none be written, an edition is printed all the same', async () => {
  const files = sampleFiles()
  const made = await renderOf(files, PATH, { audience: 'analyst' })
  const folder = realpathSync(mkdtempSync(join(tmpdir(), 'briefwright-memory-')))
  const program = join(folder, 'program.mjs')
  writeFileSync(program, PROGRAM)
  try {
    const built = realpathSync(bundle())
    const manifests = foldersFrom(built).map(above => join(above, 'package.json'))
    const root = dirname(manifests.find(path => existsSync(path)) ?? '')
    const own = ['templates', 'fonts'].map(name => join(root, name, '*'))
    const allowed = [program, join(built, '*'), ...manifests, ...own]
    const { [PATH]: brief = new Uint8Array(), ...others } = files
    const { status, stdout, stderr } = spawnSync(
      process.execPath,
      [PERMISSION, '--no-warnings', ...allowed.map(path => `--allow-fs-read=${path}`), program],
      {
        cwd: folder,
        encoding: 'utf8',
        input: JSON.stringify({
          library: pathToFileURL(join(built, 'index.js')).href,
          brief: Buffer.from(brief).toString(),
          path: PATH,
          absolute: join(folder, PATH),
          cwd: folder,
          files: Object.fromEntries(
            Object.entries(others).map(([name, bytes]) => [name, Buffer.from(bytes).toString('base64')]),
          ),
        }),
      },
    )
    assert.is(status, 0, stderr)
    const { refused, ...printed } = JSON.parse(stdout)
    assert.equal(refused, Array(2).fill('ERR_ACCESS_DENIED'))
    assert.equal(printed, {
      sha256: sha256(Buffer.from(made.bytes ?? [])),
      codes: made.diagnostics.map(({ code }) => code),
    })
    assert.equal(readdirSync(folder), ['program.mjs'])
  } finally {
    rmSync(folder, { recursive: true, force: true })
  }
})

/** A folder, and those above it up to the package that it is in. */
function foldersFrom(folder: string): string[] {
  return existsSync(join(folder, 'package.json')) ? [folder] : [folder, ...foldersFrom(dirname(folder))]
}

test.run()
