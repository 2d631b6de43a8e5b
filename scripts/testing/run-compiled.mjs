import { join } from 'node:path'
import { fileURLToPath, pathToFileURL } from 'node:url'
import { compile } from './compile.mjs'

/** Compiles sources, tests and scripts, and runs `main` of one of them with the arguments of the command line. */
export async function runCompiled(module) {
  const root = fileURLToPath(new URL('../..', import.meta.url)).replace(/[\\/]$/, '')
  const { folder, cache, digest } = await compile(root)
  const { main } = await import(pathToFileURL(join(folder, module)).href)
  const bundle = join(cache, 'bundles', digest.slice(0, 16))
  process.exitCode = await main(process.argv.slice(2), { root, folder, cache, bundle })
}
