import { readFileSync } from 'node:fs'

/** What each module of HarfBuzz exports beside its own functions. */
export interface HarfBuzzModule {
  readonly memory: WebAssembly.Memory
  malloc(size: number): number
  free(pointer: number): void
}

/**
 * Loads a module of HarfBuzz as an import would: synchronously, and with no effect but on its own memory. Callers keep it
 * for the whole process.
 */
export function loadHarfBuzz<Exports extends HarfBuzzModule>(
  file: 'harfbuzz.wasm' | 'harfbuzz-subset.wasm',
): Exports {
  const code = readFileSync(new URL(MODULE_URLS[file]()))
  const { exports } = new WebAssembly.Instance(
    new WebAssembly.Module(code),
    importsFor(() => module),
  )
  const module = exports as unknown as Exports & ModuleInitialisers
  module._initialize?.()
  module.__wasm_call_ctors?.()
  return module
}

/** Views of a module's memory, renewed when it has grown. */
export class WasmMemory {
  #bytes = new Uint8Array()
  #words = new Uint32Array()
  #integers = new Int32Array()

  constructor(private readonly module: HarfBuzzModule) {}

  get bytes(): Uint8Array {
    this.#refresh()
    return this.#bytes
  }

  get words(): Uint32Array {
    this.#refresh()
    return this.#words
  }

  get integers(): Int32Array {
    this.#refresh()
    return this.#integers
  }

  /** Copies bytes in; the caller frees them. */
  copyIn(content: Uint8Array): number {
    const pointer = this.module.malloc(content.length)
    this.bytes.set(content, pointer)
    return pointer
  }

  #refresh(): void {
    const { buffer } = this.module.memory
    if (this.#bytes.buffer === buffer) return
    this.#bytes = new Uint8Array(buffer)
    this.#words = new Uint32Array(buffer)
    this.#integers = new Int32Array(buffer)
  }
}

/** Each in full, so that a bundler finds the files. */
const MODULE_URLS = {
  'harfbuzz.wasm': () => import.meta.resolve('harfbuzzjs/dist/harfbuzz.wasm'),
  'harfbuzz-subset.wasm': () => import.meta.resolve('harfbuzzjs/dist/harfbuzz-subset.wasm'),
}

interface ModuleInitialisers {
  _initialize?(): void
  __wasm_call_ctors?(): void
}

const WASM_PAGE_BYTES = 65_536

/** What HarfBuzz imports: it only ever calls for more memory. */
function importsFor(module: () => HarfBuzzModule): WebAssembly.Imports {
  const stop = () => {
    throw new Error('HarfBuzz stopped')
  }
  const env = {
    emscripten_resize_heap: (size: number) => {
      const { memory } = module()
      const missing = size - memory.buffer.byteLength
      return missing <= 0 || memory.grow(Math.ceil(missing / WASM_PAGE_BYTES)) >= 0
    },
    _abort_js: stop,
    _setitimer_js: stop,
    _emscripten_runtime_keepalive_clear: stop,
  }
  return { env, wasi_snapshot_preview1: { proc_exit: stop } }
}
