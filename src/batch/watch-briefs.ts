import { relative, resolve } from 'node:path'
import { setTimeout as pause } from 'node:timers/promises'
import type { FSWatcher } from 'chokidar'
import { type BuildResult, buildBriefs } from './build-briefs.js'
import type { BuildOptions } from './plan/build-options.js'
import { PrinterPool } from './print/printer-pool.js'
import type { Printers } from './print/printers.js'
import { fixedFolder } from './workspace/expand-pattern.js'
import { HOUSE_FILE } from './workspace/read-house.js'
import { isInside } from './workspace/workspace.js'

/**
 * Builds, and builds again whenever a file changes that editions may be made from; what prints stays open in between, and is closed at
 * the end. Ends when `signal` is aborted.
 */
export async function watchBriefs(
  options: BuildOptions,
  { onStart, onResult }: BuildListener,
  pool: Printers = new PrinterPool(),
): Promise<void> {
  const { signal } = options
  const { watch } = await import('chokidar')
  const places = watchedPaths(options)
  const ignored = (path: string) => isIgnored(path, options.cwd, places)
  const watcher = watch([options.cwd, ...places], { ignoreInitial: true, ignored })
  const changes = new FileChanges(watcher, signal)
  await new Promise<void>(resolve => watcher.on('ready', () => resolve()))
  try {
    while (!signal?.aborted) {
      changes.forget()
      onStart?.()
      const result = await buildBriefs(options, pool)
      // Those alone that are new: while a folder is looked through once more, a file that comes into it is overlooked.
      const added = result.files.filter(file => !places.includes(file))
      places.push(...added)
      if (added.length > 0) watcher.add(added)
      onResult(result)
      await changes.next()
    }
  } finally {
    await watcher.close()
    await pool.close()
  }
}

/** Hears of each build. */
export interface BuildListener {
  readonly onStart?: () => void
  readonly onResult: (result: BuildResult) => void
}

/** Where files may come up that nothing names yet. */
function watchedPaths({ cwd, briefs, data }: BuildOptions): string[] {
  const named = briefs.flatMap(brief => [brief, fixedFolder(brief)])
  const folders = ['briefs', 'templates', 'fonts', HOUSE_FILE, ...named]
  return [...folders, ...(data === undefined ? [] : [data])].map(path => resolve(cwd, path))
}

/** Whether a path is no concern of a build; the workspace itself is looked at, for folders that are yet to be made. */
function isIgnored(path: string, cwd: string, places: readonly string[]): boolean {
  if (HIDDEN.test(relative(cwd, path))) return true
  const isOnTheWay = (place: string) => isInside({ root: path }, place) || isInside({ root: place }, path)
  return !places.some(isOnTheWay)
}

/** Files of other programs: of version control and of editors. */
const HIDDEN = /(^|[/\\])(\.[^./\\]|node_modules)/

/** The changes that a watcher sees, as one: editors write a file in several steps. */
class FileChanges {
  #any = false
  #heard = () => {}

  constructor(
    watcher: FSWatcher,
    readonly signal: AbortSignal | undefined,
  ) {
    watcher.on('all', () => {
      this.#any = true
      this.#heard()
    })
    signal?.addEventListener('abort', () => this.#heard())
  }

  forget(): void {
    this.#any = false
  }

  /** Resolves when something has changed since it was last forgotten, and the rest of it had a moment to follow. */
  async next(): Promise<void> {
    while (!this.#any && !this.signal?.aborted)
      await new Promise<void>(resolve => {
        this.#heard = resolve
      })
    await pause(SETTLE_MS)
  }
}

/** Milliseconds. */
const SETTLE_MS = 40
