import { isUtf8 } from 'node:buffer'
import { type Dirent, readdirSync } from 'node:fs'
import { join } from 'node:path'
import type { Report } from '../../diagnostics/index.js'
import { placeOfFile } from './file-place.js'
import type { Workspace } from './workspace.js'

/**
 * Reports files of a folder whose names are not UTF-8: no path can name them, so that they would be passed over. Those in the
 * folders within it count, too.
 */
export function reportUndecodableNames(workspace: Workspace, folder: string, report: Report): void {
  for (const { bytes, shown } of undecodableNames(Buffer.from(join(workspace.root, folder)), folder))
    report(
      'brief-name',
      placeOfFile(workspace, join(workspace.root, folder)),
      `\`${shown}\` has a name that is not UTF-8 (\`${escaped(bytes)}\`), and cannot be read`,
      'rename it with letters, digits and hyphens',
    )
}

interface UndecodableName {
  readonly bytes: Buffer
  /** The path, with U+FFFD for what is no character. */
  readonly shown: string
}

function* undecodableNames(folder: Buffer, shown: string): Generator<UndecodableName> {
  for (const entry of entriesOf(folder)) {
    const bytes = entry.name as unknown as Buffer
    const name = `${shown}/${bytes.toString()}`
    if (!isUtf8(bytes)) yield { bytes, shown: name }
    else if (entry.isDirectory() && !bytes.toString().startsWith('.') && bytes.toString() !== 'node_modules')
      yield* undecodableNames(Buffer.concat([folder, SEPARATOR, bytes]), name)
  }
}

const SEPARATOR = Buffer.from('/')

function entriesOf(folder: Buffer): Dirent[] {
  try {
    return readdirSync(folder, { withFileTypes: true, encoding: 'buffer' }) as unknown as Dirent[]
  } catch {
    return []
  }
}

/** The bytes of a name as a shell takes them. */
function escaped(bytes: Buffer): string {
  return [...bytes]
    .map(byte => (byte >= 0x20 && byte < 0x7f ? String.fromCharCode(byte) : `\\x${byte.toString(16)}`))
    .join('')
}
