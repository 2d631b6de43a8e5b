import { linkSync, mkdirSync, readdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs'
import { dirname, join } from 'node:path'
import { pathToFileURL } from 'node:url'
import { hasFailed, runFiles } from '../testing/run-files.js'
import { applyMutant, type Mutant } from './find-mutants.js'

/** A mutant of one of the source files, with the test files that may notice it. */
export interface Candidate {
  readonly file: string
  readonly mutant: Mutant
  readonly tests: readonly string[]
}

/** A copy of the compiled modules in which one module at a time is changed; the sources are never touched. */
export class MutantTree {
  readonly #compiled: string
  readonly #folder: string
  readonly #limit: number

  /** `limit` is in milliseconds a test. */
  constructor(compiled: string, folder: string, limit: number) {
    this.#compiled = compiled
    this.#folder = folder
    this.#limit = limit
    process.on('exit', () => this.remove())
    for (const path of readdirSync(compiled, { recursive: true, withFileTypes: true })) {
      if (!path.isFile()) continue
      const from = join(path.parentPath, path.name)
      const to = join(folder, from.slice(compiled.length))
      mkdirSync(dirname(to), { recursive: true })
      linkSync(from, to)
    }
  }

  /** Whether the tests pass in spite of the mutant; a test that hangs has noticed it. */
  async survives({ file, mutant, tests }: Candidate): Promise<boolean> {
    const module = file.replace(/\.ts$/, '.js')
    const original = readFileSync(join(this.#compiled, module), 'utf8')
    this.#replace(module, applyMutant(original, mutant))
    try {
      return await this.passes(tests)
    } finally {
      this.#replace(module, original)
    }
  }

  /** Whether test files pass with the modules as they are in the copy. */
  async passes(tests: readonly string[]): Promise<boolean> {
    let failed = false
    const requests = tests.map(file => ({
      file,
      module: pathToFileURL(join(this.#folder, file.replace(/\.ts$/, '.js'))).href,
      names: undefined,
    }))
    const worker = join(this.#folder, 'scripts/testing/worker.js')
    await runFiles(requests, { jobs: 1, limit: this.#limit, bail: true, worker }, result => {
      failed ||= hasFailed(result)
    })
    return !failed
  }

  remove(): void {
    rmSync(this.#folder, { recursive: true, force: true })
  }

  /** The file is a link to the compiled module, which stays as it is. */
  #replace(module: string, text: string): void {
    rmSync(join(this.#folder, module), { force: true })
    writeFileSync(join(this.#folder, module), text)
  }
}
