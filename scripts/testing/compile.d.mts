/** What `compile` made. */
export interface CompiledTree {
  readonly folder: string
  readonly cache: string
  readonly digest: string
}

export function compile(root: string): Promise<CompiledTree>
export function compileText(root: string, path: string, text: string): Promise<string>
export function outputOf(path: string): string
