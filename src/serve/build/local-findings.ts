import { join, relative, sep } from 'node:path'
import { DISK, MEMORY_ROOT, PACKAGE_ROOT } from '../../batch/index.js'
import type { SerializedDiagnostic } from '../../diagnostics/index.js'

/** Findings of an edition that was printed from files in memory, with the package's own files named as from the workspace of the build. */
export function localFindings(
  findings: readonly SerializedDiagnostic[],
  root: string,
): readonly SerializedDiagnostic[] {
  const way = relative(root, PACKAGE_ROOT).split(sep).join('/')
  const here = (text: string) =>
    text.replace(OF_PACKAGE, (path, name: string) =>
      DISK.stands(join(PACKAGE_ROOT, name)) ? (way === '' ? name : `${way}/${name}`) : path,
    )
  return findings.map(({ path, message, hints, ...rest }) => ({
    ...rest,
    path: here(path),
    message: here(message),
    hints: hints.map(here),
  }))
}

/** As seen from `MEMORY_ROOT`, which lies in the package: `../templates/press.hbs`. */
const OF_PACKAGE = new RegExp(
  `(?<![\\w./])${relative(MEMORY_ROOT, PACKAGE_ROOT).split(sep).join('/')}/((?:templates|fonts)/[\\w./-]*\\w)`,
  'g',
)
