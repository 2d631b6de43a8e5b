import { resolve } from 'node:path'
import { MEMORY_ROOT, MemoryFiles, type OtherPath } from '../workspace/memory-files.js'
import { isInside, type Workspace } from '../workspace/workspace.js'

/** A workspace that lies on no disk of this machine; paths are relative to it, with `/`. */
export interface WorkspaceContents {
  readonly files: ReadonlyMap<string, Uint8Array>
  /** What is known of paths that none of the files has; of all others nothing is. */
  readonly others?: ReadonlyMap<string, OtherPath> | undefined
}

/** The same, as what reads a workspace takes it. */
export interface MemoryWorkspace {
  readonly workspace: Workspace & { readonly files: MemoryFiles }
  /** By absolute path. */
  readonly contents: ReadonlyMap<string, Buffer>
  readonly others: ReadonlyMap<string, OtherPath>
}

export function memoryWorkspace({ files, others = new Map() }: WorkspaceContents): MemoryWorkspace {
  const contents = new Map(
    [...files].map(([path, { buffer, byteOffset, length }]) => [
      inMemory(path),
      Buffer.from(buffer, byteOffset, length),
    ]),
  )
  const absolute = new Map([...others].map(([path, other]) => [inMemory(path), other]))
  const workspace = {
    root: MEMORY_ROOT,
    files: new MemoryFiles(contents, absolute),
    read: new Map<string, string>(),
  }
  return { workspace, contents, others: absolute }
}

/** The absolute path of what has a path in such a workspace. */
export function inMemory(path: string): string {
  const absolute = resolve(MEMORY_ROOT, path)
  if (absolute === MEMORY_ROOT || !isInside({ root: MEMORY_ROOT }, absolute))
    throw new Error(`${path} is no path of a workspace`)
  return absolute
}
