/**
 * Compiles the sources, tests and scripts once, one module a file, so that every process that tests start loads plain
 * JavaScript. Only what has changed since the last time is compiled again.
 */
import { createHash } from 'node:crypto'
import {
  existsSync,
  mkdirSync,
  readdirSync,
  readFileSync,
  realpathSync,
  renameSync,
  rmSync,
  writeFileSync,
} from 'node:fs'
import { dirname, join } from 'node:path'
import { pathToFileURL } from 'node:url'
import { transform } from 'esbuild'

const FOLDERS = ['src', 'test', 'scripts', 'bench']
/** Part of every hash: a change of how files are compiled compiles all of them again. */
const VERSION = createHash('sha256')
  .update(readFileSync(new URL(import.meta.url)))
  .digest('hex')

/**
 * Compiles what has changed below `root` and returns the folder of the compiled modules, which mirrors `root`, and a
 * digest of all sources. The folder is in `node_modules`, so that packages are found from there.
 */
export async function compile(root) {
  const cache = join(
    realpathSync(join(root, 'node_modules')),
    '.cache/briefwright-tests',
    digestOf(root).slice(0, 8),
  )
  const folder = join(cache, 'compiled')
  const sources = FOLDERS.flatMap(name => filesIn(root, name)).filter(path => /\.(ts|mts|mjs)$/.test(path))
  const digest = createHash('sha256')
    .update(VERSION)
    .update(readFileSync(join(root, 'package-lock.json')))
  const outputs = new Set()
  await Promise.all(
    sources
      .filter(path => !path.endsWith('.d.ts'))
      .map(async path => {
        const text = readFileSync(join(root, path), 'utf8')
        const output = outputOf(path)
        outputs.add(output)
        digest.update(`${path}\0${text}\0`)
        const target = join(folder, output)
        const seal = `\n// ${digestOf(VERSION + text)}\n`
        if (existsSync(target) && readFileSync(target, 'utf8').endsWith(seal)) return
        writeWhole(target, (await compileText(root, path, text)) + seal)
      }),
  )
  for (const output of filesIn(folder, '.'))
    if (!outputs.has(output) && FOLDERS.includes(output.split('/')[0])) rmSync(join(folder, output))
  redirectUvu(root, folder)
  return { folder, cache, digest: digest.digest('hex') }
}

/** The module that a file is compiled to, below the folder of compiled modules. */
export function outputOf(path) {
  return path.replace(/\.ts$/, '.js').replace(/\.mts$/, '.mjs')
}

/**
 * Compiles the text of one file. `import.meta.url` stays the address of the source, so that templates, fonts and fixtures
 * are found; `import.meta.resolve` leads from the compiled module to other compiled modules.
 */
export async function compileText(root, path, text) {
  const { code } = await transform(text, {
    loader: /\.m?ts$/.test(path) ? 'ts' : 'js',
    format: 'esm',
    target: 'node20',
    platform: 'node',
    sourcefile: pathToFileURL(join(root, path)).href,
    sourcemap: 'inline',
    sourcesContent: false,
    define: { 'import.meta.url': JSON.stringify(pathToFileURL(join(root, path)).href) },
    tsconfigRaw: { compilerOptions: { verbatimModuleSyntax: true } },
  })
  return code
}

/** Compiled tests that import `uvu` get the `test` of the runner, by a package nearer to them than the real one. */
function redirectUvu(root, folder) {
  const real = realpathSync(join(root, 'node_modules/uvu'))
  const reexport = path => `export * from '${pathToFileURL(path).href}'\n`
  const files = {
    'package.json': '{ "type": "module" }',
    'node_modules/uvu/package.json':
      '{ "type": "module", "exports": { ".": "./index.js", "./assert": "./assert.js", "./diff": "./diff.js" } }',
    // Relative, so that a copy of the folder leads to its own.
    'node_modules/uvu/index.js': `export * from '${'../'.repeat(2)}scripts/testing/uvu.js'\n`,
    'node_modules/uvu/assert.js': reexport(join(real, 'assert/index.mjs')),
    'node_modules/uvu/diff.js': reexport(join(real, 'diff/index.mjs')),
  }
  for (const [path, text] of Object.entries(files))
    if (!existsSync(join(folder, path)) || readFileSync(join(folder, path), 'utf8') !== text)
      writeWhole(join(folder, path), text)
}

function filesIn(root, folder) {
  if (!existsSync(join(root, folder))) return []
  return readdirSync(join(root, folder), { recursive: true, withFileTypes: true })
    .filter(entry => entry.isFile())
    .map(entry =>
      join(entry.parentPath, entry.name)
        .slice(root.length + 1)
        .replaceAll('\\', '/'),
    )
    .filter(path => !path.includes('node_modules/'))
    .sort()
}

/** Another run may read the file at the same time. */
function writeWhole(path, text) {
  mkdirSync(dirname(path), { recursive: true })
  const draft = `${path}.${process.pid}`
  writeFileSync(draft, text)
  renameSync(draft, path)
}

function digestOf(text) {
  return createHash('sha256').update(text).digest('hex')
}
