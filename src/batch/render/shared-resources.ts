import { join, sep } from 'node:path'
import { Findings, sha256 } from '../../diagnostics/index.js'
import { type Resources, readResources } from '../print/resources.js'
import { MEMORY_ROOT, MemoryFiles, type OtherPath } from '../workspace/memory-files.js'

/** What editions are set with, and what is wrong with it. */
export interface SharedResources {
  readonly resources: Resources
  readonly findings: Findings
}

/** Sets of templates and fonts: whoever renders for several houses has each of them stay. */
const MOST_KEPT = 4
const FOLDERS = ['templates', 'fonts'].map(folder => join(MEMORY_ROOT, folder) + sep)

/** By a hash of the files that they are read from, the longest unused first. */
const kept = new Map<string, Promise<SharedResources>>()

/** The partials, locales, themes and fonts among the files of a workspace, opened once for all that have the same. */
export function sharedResources(
  contents: ReadonlyMap<string, Buffer>,
  others: ReadonlyMap<string, OtherPath> = new Map(),
): Promise<SharedResources> {
  const own = new Map([...contents].filter(isOfResources))
  const beside = new Map([...others].filter(isOfResources))
  const hashes = [...own].map(([path, content]) => [path, sha256(content)])
  const key = sha256(JSON.stringify([hashes.sort(), [...beside].sort()]))
  const shared = kept.get(key) ?? open(own, beside)
  kept.delete(key)
  kept.set(key, shared)
  for (const oldest of kept.keys()) if (kept.size > MOST_KEPT) kept.delete(oldest)
  return shared
}

const isOfResources = ([path]: readonly [path: string, unknown]) =>
  FOLDERS.some(folder => path.startsWith(folder))

/** With copies of the files, as their owner may change the bytes. */
async function open(
  contents: ReadonlyMap<string, Buffer>,
  others: ReadonlyMap<string, OtherPath>,
): Promise<SharedResources> {
  const copies = new Map([...contents].map(([path, content]) => [path, Buffer.from(content)]))
  const findings = new Findings()
  const workspace = {
    root: MEMORY_ROOT,
    files: new MemoryFiles(copies, others),
    read: new Map<string, string>(),
  }
  return { resources: await readResources(workspace, findings.report), findings }
}
