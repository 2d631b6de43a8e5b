import { readFileSync } from 'node:fs'
import { test } from 'uvu'
import * as assert from 'uvu/assert'

/** The packages that a module imports, with those of the modules that it imports in turn. */
function packagesOf(module: URL, seen = new Set<string>(), packages = new Set<string>()): Set<string> {
  if (seen.has(module.href)) return packages
  seen.add(module.href)
  const source = readFileSync(module, 'utf8')
  for (const [, clause = '', specifier = ''] of source.matchAll(
    /^(?:import|export) ([^;'"=(]*?) from '([^']+)'/gm,
  )) {
    if (clause.startsWith('type ')) continue
    if (specifier.startsWith('.'))
      packagesOf(new URL(specifier.replace(/\.js$/, '.ts'), module), seen, packages)
    else if (!specifier.startsWith('node:')) packages.add(specifier)
  }
  return packages
}

test('the stage starts with yaml and valibot alone: dates and the JSON Schema load when they are asked for', () => {
  const index = new URL('../../src/brief/index.ts', import.meta.url)
  assert.equal([...packagesOf(index)].sort(), ['picocolors', 'valibot', 'yaml'])
  const jsonSchema = new URL('../../src/brief/schema/json-schema.ts', import.meta.url)
  assert.ok(packagesOf(jsonSchema).has('@valibot/to-json-schema'))
})

test.run()
