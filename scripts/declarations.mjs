/**
 * Makes the declarations in `dist/` those of the library and no more: nobody imports the others, and what they take from packages that are
 * bundled is not there for a compiler to find.
 */
import { mkdirSync, readdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs'
import { createRequire } from 'node:module'
import { dirname, join, relative, resolve } from 'node:path'

const DIST = resolve('dist')
const IMPORT = /^(?:import|export)\b[^;]*?\bfrom '([^']+)';?$|^import '([^']+)';?$/gm

/** Packages whose types the library's own are made of: carried along, without their comments. */
const CARRIED = { valibot: 'index.mjs' }
/** Namespaces of packages that users of the library have no business with: nothing is known of their types. */
const OPAQUE = { yaml: 'CST', handlebars: 'Handlebars' }
/** Those that need no import. */
const GLOBAL = ['hbs.AST']

const reached = reachable(join(DIST, 'index.d.ts'))
for (const file of reached) writeFileSync(file, withoutPackages(readFileSync(file, 'utf8'), file))
for (const entry of readdirSync(DIST, { recursive: true, encoding: 'utf8' }))
  if (entry.endsWith('.d.ts') && !reached.has(join(DIST, entry))) rmSync(join(DIST, entry))
removeEmptyFolders(DIST)
for (const [name, file] of Object.entries(CARRIED)) carry(name, file)

/** The declarations that one leads to. */
function reachable(entry) {
  const found = new Set([entry])
  for (const file of found)
    for (const [, from, alone] of readFileSync(file, 'utf8').matchAll(IMPORT)) {
      const specifier = from ?? alone
      if (specifier.startsWith('.')) found.add(resolve(dirname(file), specifier.replace(/\.js$/, '.d.ts')))
    }
  return found
}

function withoutPackages(code, file) {
  const globals = GLOBAL.map(name => opaque(name, code))
  const bare = code.replace(IMPORT, (whole, from, alone) => {
    const specifier = from ?? alone
    if (specifier.startsWith('.') || specifier.startsWith('node:')) return whole
    if (OPAQUE[specifier]) return opaque(OPAQUE[specifier], code)
    const carried = CARRIED[specifier]
    if (!carried)
      throw new Error(`${relative(DIST, file)} takes types from ${specifier}, which is not installed`)
    const path = relative(dirname(file), join(DIST, 'types', specifier, carried)).replaceAll('\\', '/')
    return whole.replace(`'${specifier}'`, `'${path.startsWith('.') ? path : `./${path}`}'`)
  })
  return [bare, ...globals].join('')
}

/** Declares what a module names of a namespace. */
function opaque(namespace, code) {
  const named = code.matchAll(new RegExp(String.raw`\b${namespace.replaceAll('.', '\\.')}\.(\w+)`, 'g'))
  const types = [...new Set([...named].map(([, name]) => name))].map(name => `type ${name} = any;`)
  return types.length === 0 ? '' : `declare namespace ${namespace} { ${types.join(' ')} }\n`
}

function carry(name, file) {
  const module = createRequire(import.meta.url).resolve(name)
  const code = readFileSync(join(dirname(module), file.replace('.mjs', '.d.mts')), 'utf8')
  if (IMPORT.test(code)) throw new Error(`the types of ${name} are in several files`)
  mkdirSync(join(DIST, 'types', name), { recursive: true })
  const bare = code.replace(/\/\*\*[\s\S]*?\*\//g, '').replace(/^\s*\/\/.*$/gm, '')
  writeFileSync(join(DIST, 'types', name, file.replace('.mjs', '.d.mts')), bare.replace(/\n\s*\n+/g, '\n'))
}

function removeEmptyFolders(folder) {
  for (const entry of readdirSync(folder, { withFileTypes: true }))
    if (entry.isDirectory()) removeEmptyFolders(join(folder, entry.name))
  if (readdirSync(folder).length === 0) rmSync(folder, { recursive: true })
}
