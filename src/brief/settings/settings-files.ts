import type { SourceFile } from '../../diagnostics/index.js'

/** Files of settings by name, without extension, of which one can extend another. */
export interface SettingsFiles extends ReadonlyMap<string, SourceFile> {
  /** By name, what lies under the files of a workspace: those of the package with the same names. */
  readonly under?: ReadonlyMap<string, SourceFile> | undefined
}

/** The files of a workspace over those of the package. */
export function settingsFiles(
  files: ReadonlyMap<string, SourceFile>,
  under: ReadonlyMap<string, SourceFile>,
): SettingsFiles {
  return Object.assign(new Map(files), { under })
}
