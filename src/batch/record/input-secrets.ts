import { createHash } from 'node:crypto'
import { readFileSync } from 'node:fs'
import { resolve } from 'node:path'
import type { Workspace } from '../workspace/workspace.js'
import type { FileInput } from './input-hashes.js'

/**
 * Secrets that follow from the contents of files: whoever lacks one of the files does not know them. They are other hashes than
 * those that a record or a lock file states.
 */
export class InputSecrets {
  readonly #known = new Map<string, Buffer>()

  constructor(readonly workspace: Workspace) {}

  /** The secret of those of some inputs that are files of the workspace, and of what else is secret. */
  of(inputs: readonly FileInput[], more = ''): Buffer {
    const hash = createHash('sha256').update(PURPOSE)
    for (const input of inputs) if (input.startsWith('file:')) hash.update(this.#ofFile(input))
    return hash.update(more).digest()
  }

  #ofFile(input: FileInput): Buffer {
    const known = this.#known.get(input) ?? this.#read(input)
    this.#known.set(input, known)
    return known
  }

  #read(input: FileInput): Buffer {
    const hash = createHash('sha256').update(PURPOSE)
    try {
      hash.update(readFileSync(resolve(this.workspace.root, input.slice('file:'.length))))
    } catch {
      hash.update(input)
    }
    return hash.digest()
  }
}

/** Keeps the secret of a file apart from its SHA-256. */
const PURPOSE = 'briefwright: to seal what a build keeps\n'
