/** What Node knows of WebAssembly, as far as it is used here: the language's own libraries tell only browsers. */
declare namespace WebAssembly {
  type Imports = Record<string, Record<string, (...args: number[]) => unknown>>
  class Module {
    constructor(code: Uint8Array)
  }
  class Instance {
    constructor(module: Module, imports: Imports)
    readonly exports: Record<string, unknown>
  }
  class Memory {
    readonly buffer: ArrayBuffer
    grow(pages: number): number
  }
  class Table {
    grow(by: number): number
    set(index: number, value: unknown): void
  }
}
