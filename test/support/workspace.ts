import { mkdirSync, mkdtempSync, readdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { dirname, join, relative } from 'node:path'
import { main } from '../../src/cli/main.js'

/** A folder of a test's own that commands run in. */
export interface TestWorkspace {
  readonly root: string
  write(files: Readonly<Record<string, string | Uint8Array>>): void
  read(path: string): string
  /** All files, relative paths, sorted. */
  files(folder?: string): string[]
  run(...argv: string[]): Promise<Outcome>
}

export interface Outcome {
  readonly status: number
  readonly stdout: string
  readonly stderr: string
}

const made: string[] = []
process.on('exit', () => {
  for (const root of made) rmSync(root, { recursive: true, force: true })
})

/** Makes a workspace with files in it; it is removed when the tests end. */
export function workspace(files: Readonly<Record<string, string | Uint8Array>> = {}): TestWorkspace {
  const root = mkdtempSync(join(tmpdir(), 'briefwright test é '))
  made.push(root)
  const space: TestWorkspace = {
    root,
    write(more) {
      for (const [path, text] of Object.entries(more)) {
        mkdirSync(dirname(join(root, path)), { recursive: true })
        writeFileSync(join(root, path), text)
      }
    },
    read: path => readFileSync(join(root, path), 'utf8'),
    files: (folder = '.') => filesIn(join(root, folder)).map(path => relative(root, path)),
    run: (...argv) => run(argv, root),
  }
  space.write(files)
  return space
}

/** Runs the command line with streams in memory: no terminal, and none of the test's own environment. */
export async function run(
  argv: readonly string[],
  cwd: string,
  env: Readonly<Record<string, string>> = {},
): Promise<Outcome> {
  const written = { stdout: '', stderr: '' }
  const stream = (name: keyof typeof written) => ({
    write(text: string) {
      written[name] += text
    },
  })
  const status = await main(argv, { stdout: stream('stdout'), stderr: stream('stderr'), cwd, env })
  return { status, ...written }
}

/** What builds keep for themselves is not listed. */
/** Of what a build may be writing meanwhile, too: files of its own come and go. */
function filesIn(folder: string): string[] {
  const entries = readdirSync(folder, { withFileTypes: true })
    .filter(({ name }) => name !== '.briefwright')
    .sort((a, b) => (a.name < b.name ? -1 : 1))
  return entries.flatMap(entry => {
    const path = join(folder, entry.name)
    return entry.isDirectory() ? filesIn(path) : path
  })
}

/** The findings of a command that ran with `--json`, as `file:line:column code`. */
export function findingsOf({ stdout, stderr }: Outcome): string[] {
  if (!stdout) throw new Error(stderr)
  const { diagnostics } = JSON.parse(stdout) as { diagnostics: Record<string, string | number>[] }
  return diagnostics.map(({ file, line, column, code }) => `${file}:${line}:${column} ${code}`)
}
