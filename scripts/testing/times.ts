import { readFileSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'
import type { FileResult } from './messages.js'

/** How long files took when they last ran. */
export class Times {
  readonly #path: string
  readonly #times: Record<string, number>

  /** `folder` is kept from one run to the next. */
  constructor(folder: string) {
    this.#path = join(folder, 'times.json')
    this.#times = read(this.#path)
  }

  /** Milliseconds; a file that has never run may be long. */
  of(file: string): number {
    return this.#times[file] ?? Number.POSITIVE_INFINITY
  }

  note({ file, time }: FileResult): void {
    this.#times[file] = Math.round(time)
  }

  keep(): void {
    writeFileSync(this.#path, JSON.stringify(this.#times))
  }
}

function read(path: string): Record<string, number> {
  try {
    return JSON.parse(readFileSync(path, 'utf8'))
  } catch {
    return {}
  }
}
