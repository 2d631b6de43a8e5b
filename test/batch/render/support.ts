import { readdirSync, readFileSync, statSync } from 'node:fs'
import { join } from 'node:path'
import { type BuildOptions, buildBriefs, type RenderOptions, render } from '../../../src/batch/index.js'
import { PACKAGE_ROOT } from '../../../src/batch/workspace/package.js'
import { type Diagnostic, diagnosticToJson } from '../../../src/diagnostics/index.js'
import { type TestWorkspace, workspace } from '../../support/workspace.js'

export type Files = Readonly<Record<string, string | Uint8Array>>

/** The sample briefs, with all that they name. */
export function sampleFiles(): Record<string, Uint8Array> {
  const folder = join(PACKAGE_ROOT, 'briefs')
  const names = readdirSync(folder, { recursive: true, encoding: 'utf8' }).filter(name =>
    statSync(join(folder, name)).isFile(),
  )
  return Object.fromEntries(
    names.map(name => [join('briefs', name).replaceAll('\\', '/'), readFileSync(join(folder, name))]),
  )
}

/** Renders a brief among the files of a workspace. */
export function renderOf(files: Files, path: string, options: Omit<RenderOptions, 'files' | 'path'>) {
  const { [path]: brief = '', ...rest } = files
  return render(Buffer.from(brief).toString(), { ...options, files: rest, path })
}

/** Builds the same on a disk. */
export async function buildOf(
  files: Files,
  path: string,
  options: Partial<BuildOptions> & { readonly audiences: readonly string[] },
) {
  const space = workspace(files)
  const built = await buildBriefs({ cwd: space.root, briefs: [path], out: 'out', ...options })
  return { built, space, entries: [...built.editions] }
}

/** What is said, where, without the ways to the package, which depend on where the workspace is. */
export function said(diagnostics: readonly Diagnostic[]): string[] {
  return diagnostics
    .map(finding =>
      JSON.stringify(diagnosticToJson(finding)).replace(/(?:\.\.\/)+[^"`]*?(?=templates\/|fonts\/)/g, '…/'),
    )
    .sort()
}

export const bytesIn = (space: TestWorkspace, file: string) => readFileSync(join(space.root, file))
