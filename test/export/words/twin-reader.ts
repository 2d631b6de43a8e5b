import type { TwinContent, TwinFormat } from '../../../src/export/index.js'

/** How the twins of a format are printed, and how their words are read from their bytes. */
export interface TwinReader {
  readonly format: Exclude<TwinFormat, 'png'>
  /** What the machine lacks to read it; undefined where it lacks nothing. */
  readonly lacks?: string | undefined
  print(content: TwinContent): Promise<Uint8Array>
  /**
   * The words of each twin, by `splitWords`, in the order of the PDF: with alternative texts, and a note where it is called.
   * All at once, as a reader may start a program for them.
   */
  words(twins: readonly Uint8Array[]): Promise<readonly (readonly string[])[]>
}
