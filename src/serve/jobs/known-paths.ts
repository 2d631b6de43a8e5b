import type { OtherPath, WorkspaceContents } from '../../batch/index.js'

/**
 * Among the inputs of a job, what is known of paths that are no files among them: those who print then say which others they looked for, and whoever
 * has the workspace looks there. Without it the inputs are all that there is.
 */
const PATHS_FILE = '.briefwright/paths.json'
/** Of these folders all files are among the inputs, but for hidden ones. */
export const WHOLE_FOLDERS = ['templates', 'fonts']

/** The inputs of a job, of which whoever asks for it can be asked for more. */
export function inputsWithPaths(
  files: ReadonlyMap<string, Uint8Array>,
  others: ReadonlyMap<string, OtherPath>,
): ReadonlyMap<string, Uint8Array> {
  const sorted = [...others].sort(([a], [b]) => (a < b ? -1 : 1))
  return new Map([...files, [PATHS_FILE, Buffer.from(JSON.stringify(sorted))]])
}

/** What inputs hold, and whether whoever asks can be asked for more. */
export interface JobContents extends WorkspaceContents {
  readonly isOpen: boolean
}

export function contentsOfInputs(inputs: ReadonlyMap<string, Uint8Array>): JobContents {
  const paths = inputs.get(PATHS_FILE)
  if (!paths) return { files: inputs, isOpen: false }
  const files = new Map([...inputs].filter(([path]) => path !== PATHS_FILE))
  const others = new Map(JSON.parse(Buffer.from(paths).toString()) as [string, OtherPath][])
  return { files, others, isOpen: true }
}

/** Those of some paths that inputs say nothing of. */
export function unknownPaths(missed: readonly string[]): string[] {
  const isKnown = (path: string) => {
    const names = path.split('/')
    return WHOLE_FOLDERS.includes(names[0] ?? '') && !names.some(name => name.startsWith('.'))
  }
  return missed.filter(path => !isKnown(path))
}
