import { readFileSync } from 'node:fs'

/**
 * The text of a data file, by its path below `src/`. The files are parts of the program and not input: the bundle has their
 * texts in place of this module (`scripts/bundle.mjs`), and nothing is read from the disk.
 */
export function readDataFile(path: string): string {
  return readFileSync(new URL(`../../${path}`, import.meta.url), 'utf8')
}
