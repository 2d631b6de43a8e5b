import { existsSync, readFileSync } from 'node:fs'
import { dirname, join } from 'node:path'
import { fileURLToPath } from 'node:url'

/** The folder of this package, wherever in it a bundler has put this module. */
export const PACKAGE_ROOT = rootAbove(dirname(fileURLToPath(import.meta.url)))

/** The version that `package.json` states; part of what an edition is made from. */
export function packageVersion(): string {
  version ??= (JSON.parse(readFileSync(`${PACKAGE_ROOT}/package.json`, 'utf8')) as { version: string })
    .version
  return version
}

/** Read when it is first asked for: it stays the same as long as the program runs. */
let version: string | undefined

function rootAbove(folder: string): string {
  return existsSync(join(folder, 'package.json')) ? folder : rootAbove(dirname(folder))
}
