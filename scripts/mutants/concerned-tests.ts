import { existsSync, readFileSync } from 'node:fs'
import { basename, dirname, join } from 'node:path'
import { selectFiles } from '../testing/select-files.js'
import type { Times } from '../testing/times.js'

/**
 * The tests of the stage of a source file that load it, by whatever way of imports: those of its own name first, then
 * those that take least time. A stage without tests, and files outside of stages, have all tests.
 */
export function concernedTests(root: string, compiled: string, source: string, times: Times): string[] {
  const stage = source.split('/')[1] ?? ''
  const all = selectFiles(root, existsSync(join(root, 'test', stage)) ? [`test/${stage}`] : []).files
  const target = moduleOf(source)
  const name = basename(source, '.ts')
  const isOwn = (file: string) => basename(file).startsWith(`${name}.`)
  return all
    .map(({ file }) => file)
    .filter(file => importsOf(compiled, moduleOf(file)).has(target))
    .toSorted((a, b) => Number(isOwn(b)) - Number(isOwn(a)) || times.of(a) - times.of(b))
}

const moduleOf = (source: string) => source.replace(/\.ts$/, '.js')

/** All modules that a compiled module imports, and those that they import in turn. */
function importsOf(folder: string, module: string, seen = new Set<string>()): ReadonlySet<string> {
  if (seen.has(module) || !existsSync(join(folder, module))) return seen
  seen.add(module)
  const text = readFileSync(join(folder, module), 'utf8')
  for (const [, specifier = ''] of text.matchAll(
    /\b(?:from|import|import\.meta\.resolve)\s*\(?\s*["'](\.[^"']+)["']/g,
  ))
    importsOf(folder, join(dirname(module), specifier), seen)
  return seen
}
