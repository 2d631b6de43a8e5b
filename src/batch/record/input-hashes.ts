import { join, resolve } from 'node:path'
import { sha256 } from '../../diagnostics/index.js'
import { PACKAGE_ROOT } from '../workspace/package.js'
import type { Workspace } from '../workspace/workspace.js'

/**
 * A file that an edition is made from, by its name: `file:` and a path relative to the workspace; `resource:` and the
 * path of what the workspace has or else the package; `both:` and the path of what both have a say in; `names:` and a
 * folder of which the names count, not the contents.
 */
export type FileInput = `${'file' | 'resource' | 'both' | 'names'}:${string}`

/**
 * Hashes of what editions are made from, each taken once: of the bytes that were read, where they have been. Those of resources
 * come from `ofResources`, where these are kept longer.
 */
export class InputHashes {
  readonly #known = new Map<FileInput, string>()

  constructor(
    readonly workspace: Workspace,
    readonly ofResources?: InputHashes,
  ) {}

  /** SHA-256, in hexadecimal; of what is not there, or cannot be read, `ABSENT`. */
  of(input: FileInput): string {
    const isResource = input.startsWith('resource:') || input.startsWith('both:')
    if (isResource && this.ofResources) return this.ofResources.of(input)
    const known = this.#known.get(input) ?? this.#take(input)
    this.#known.set(input, known)
    return known
  }

  /** One hash over several inputs and their names. */
  ofAll(inputs: readonly FileInput[]): string {
    return sha256(JSON.stringify(inputs.map(input => [input, this.of(input)])))
  }

  #take(input: FileInput): string {
    const colon = input.indexOf(':')
    const path = input.slice(colon + 1)
    const { root } = this.workspace
    const roots = [root, PACKAGE_ROOT]
    const copies = () => roots.map(each => this.#ofFile(join(each, path)))
    switch (input.slice(0, colon)) {
      case 'file':
        return this.#ofFile(resolve(root, path))
      case 'resource':
        return copies().find(hash => hash !== ABSENT) ?? ABSENT
      case 'both':
        return sha256(copies().join())
      default:
        return sha256([...new Set(roots.flatMap(each => this.#names(join(each, path))))].sort().join('\n'))
    }
  }

  #ofFile(absolute: string): string {
    const read = this.workspace.read.get(absolute)
    if (read !== undefined) return read
    try {
      return sha256(this.workspace.files.readNow(absolute))
    } catch {
      return ABSENT
    }
  }

  #names(folder: string): readonly string[] {
    try {
      return this.workspace.files.names(folder)
    } catch {
      return []
    }
  }
}

/** Where there is nothing to take a hash of. */
const ABSENT = '-'
