import { readdirSync, readFileSync } from 'node:fs'
import { join, relative, resolve } from 'node:path'
import { fileURLToPath } from 'node:url'

export const SOURCES = fileURLToPath(new URL('../../src', import.meta.url))

/** The stages, each of which may import from those before it. */
export const STAGES = [
  'diagnostics',
  'brief',
  'speech',
  'evidence',
  'edition',
  'markup',
  'figures',
  'typeset',
  'fit',
  'export',
  'batch',
  'draft',
  'serve',
  'cli',
]

/**
 * The folders of typesetting, each of which may import from those before it: what others are made of, text to nodes, nodes to
 * pages, pages to the file. The files beside them put these steps together.
 */
export const TYPESET_FOLDERS = [
  'fonts',
  'pictures',
  'nodes',
  'theme',
  'text',
  'lines',
  'compose',
  'flow',
  'pages',
  'file',
  'embed',
  'tags',
  'draw',
  'outline',
]

/** The folders of the service and its queue, in the same way. */
export const SERVE_FOLDERS = ['jobs', 'store', 'queue', 'worker', 'build', 'http']
export const HTTP_FOLDERS = ['protocol', 'clients', 'requests', 'jobs', 'tools', 'answers']

/** One import of a source file. */
export interface Import {
  /** The file that imports, below `src`. */
  readonly file: string
  readonly specifier: string
  /** Whether only types come by it, so that nothing is loaded. */
  readonly isType: boolean
}

/** Source files by path below `src`, with their text. */
export function readSources(): ReadonlyMap<string, string> {
  const files = readdirSync(SOURCES, { recursive: true, encoding: 'utf8' })
    .filter(file => file.endsWith('.ts'))
    .map(file => file.replaceAll('\\', '/'))
    .sort()
  return new Map(files.map(file => [file, readFileSync(join(SOURCES, file), 'utf8')]))
}

/** All imports and re-exports of a file, those that are made while it runs included. */
export function importsOf(file: string, text: string): Import[] {
  const statements = [...text.matchAll(STATEMENT)].map(([, names = '', specifier = '']) => ({
    file,
    specifier,
    isType: isOnlyTypes(names),
  }))
  const others = text.matchAll(
    /(?:^import\s+|\bimport(?:\.meta\.resolve)?\(\s*|\brequire\(\s*|\bcreateRequire\(import\.meta\.url\)\(\s*)'([^']+)'/gm,
  )
  return [...statements, ...[...others].map(([, specifier = '']) => ({ file, specifier, isType: false }))]
}

const STATEMENT =
  /^(?:import|export)\s+((?:type\s+)?(?:\*(?:\s+as\s+\w+)?|\w+(?:\s*,\s*\{[^}]*\})?|\{[^}]*\}))\s+from\s+'([^']+)'/gm

/** Whether a clause of an import names nothing but types: `type { A }` or `{ type A, type B }`. */
function isOnlyTypes(names: string): boolean {
  if (/^type\b/.test(names)) return true
  const [, list] = /^\{([^}]*)\}$/.exec(names) ?? []
  return list?.split(',').every(name => /^\s*(type\s|$)/.test(name)) ?? false
}

export const stageOf = (file: string) => file.split('/')[0] ?? ''

/** A folder of a stage; a file beside the folders counts as itself. */
export const folderOf = (file: string) =>
  file.split('/').length > 2 ? file.split('/').slice(0, 2).join('/') : file

/** The file that a relative import leads to, below `src`. */
export function targetOf({ file, specifier }: Import): string {
  const path = relative(SOURCES, resolve(SOURCES, file, '..', specifier)).replaceAll('\\', '/')
  return path.replace(/\.js$/, '.ts')
}

/** What each node leads to. */
export type Graph = ReadonlyMap<string, ReadonlySet<string>>

/** The graph of imports between files, or between what `nodeOf` puts them in. */
export function graphOf(imports: readonly Import[], nodeOf = (file: string) => file): Graph {
  const graph = new Map<string, Set<string>>()
  for (const one of imports.filter(({ specifier }) => specifier.startsWith('.'))) {
    const [from, to] = [nodeOf(one.file), nodeOf(targetOf(one))]
    const targets = graph.get(from) ?? new Set()
    if (from !== to) targets.add(to)
    graph.set(from, targets)
  }
  return graph
}

/** The groups of nodes each of which leads to each other, by Tarjan's algorithm; each sorted. */
export function circlesIn(graph: Graph): string[][] {
  return componentsOf(graph)
    .filter(component => component.length > 1)
    .map(component => component.toSorted())
    .toSorted((a, b) => String(a[0]).localeCompare(String(b[0])))
}

/** Strongly connected components, those that lead nowhere else first. */
export function componentsOf(graph: Graph): string[][] {
  const order = new Map<string, number>()
  const path: string[] = []
  const components: string[][] = []
  const visit = (node: string): number => {
    const index = order.size
    order.set(node, index)
    path.push(node)
    let low = index
    for (const next of graph.get(node) ?? []) {
      if (!order.has(next)) low = Math.min(low, visit(next))
      else if (path.includes(next)) low = Math.min(low, order.get(next) ?? low)
    }
    if (low === index) components.push(path.splice(path.indexOf(node)))
    return low
  }
  for (const node of graph.keys()) if (!order.has(node)) visit(node)
  return components
}
