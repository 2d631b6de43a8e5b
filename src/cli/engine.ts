import module from 'node:module'
import { setFlagsFromString } from 'node:v8'

/** What is asked of the engine. */
export interface JavaScriptEngine {
  readonly v8: string
  setFlags(flags: string): void
  /** Absent before Node 22.8. */
  readonly enableCompileCache?: (() => unknown) | undefined
}

/**
 * Sets the engine up for a program that mostly runs for a second: compiled code is kept for the next start, and
 * functions run longer before they are optimised, which else takes half of the time that an edition does. To be called
 * before the modules that it is for are loaded.
 */
export function prepareEngine(engine: JavaScriptEngine = NODE_ENGINE): void {
  engine.enableCompileCache?.()
  const flags = LATER_OPTIMISATION[Number.parseInt(engine.v8, 10)]
  if (flags) engine.setFlags(flags.join(' '))
}

/** Bytes that a function of HarfBuzz runs before: what it does in ten editions or so. Node waits for this at its end. */
const LATER_WEBASSEMBLY = '--wasm-tiering-budget=1000000000'

/**
 * Nine times what V8 has for JavaScript, by V8's major version: that of Node 20, that of Node 22. V8 writes an error
 * for a flag that it does not have, so a version that is not known here gets none.
 */
const LATER_OPTIMISATION: Readonly<Record<number, readonly string[]>> = {
  11: ['--interrupt-budget=600000', LATER_WEBASSEMBLY],
  12: ['--invocation-count-for-turbofan=27000', LATER_WEBASSEMBLY],
}

const NODE_ENGINE: JavaScriptEngine = {
  v8: process.versions.v8,
  setFlags: setFlagsFromString,
  enableCompileCache: (module as { enableCompileCache?: () => unknown }).enableCompileCache,
}
