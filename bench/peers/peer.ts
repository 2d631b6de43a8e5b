import type { Document } from '../../src/index.js'
import { expandObjectStreams } from '../../src/typeset/outline/expand-object-streams.js'

/** A program that prints the same documents. */
export interface Peer {
  readonly name: string
  /** A document as the program is given it. */
  prepare(document: Document): unknown
  print(prepared: unknown): Promise<Uint8Array>
  /** Arguments of Node to print, in a process of its own, a list of what was prepared, which is in a file as JSON. Pictures are found in its working folder. */
  command(prepared: string, folder: string): string[]
}

/** Whether a PDF has a tree of tags. */
export function isTagged(pdf: Uint8Array): boolean {
  return /\/StructTreeRoot\b/.test(expandObjectStreams(pdf))
}

/** Pages of a PDF, as its page tree counts them. */
export function pagesOf(pdf: Uint8Array): number {
  const text = expandObjectStreams(pdf)
  const counts = text.matchAll(/\/Type ?\/Pages\b[^>]*?\/Count (\d+)|\/Count (\d+)[^>]*?\/Type ?\/Pages\b/g)
  return Math.max(0, ...[...counts].map(match => Number(match[1] ?? match[2])))
}
