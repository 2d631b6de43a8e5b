/** Compiles the sources and tests, then runs tests: `npm test -- --help`. */
import { join } from 'node:path'
import { fileURLToPath, pathToFileURL } from 'node:url'
import { compile } from './testing/compile.mjs'

const root = fileURLToPath(new URL('..', import.meta.url)).replace(/[\\/]$/, '')
const compiled = await compile(root)
const { main } = await import(pathToFileURL(join(compiled.folder, 'scripts/testing/main.js')).href)
process.exitCode = await main(process.argv.slice(2), { root, ...compiled })
