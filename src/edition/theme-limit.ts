import { readSettingsLayers, type SettingsFiles, settingAt } from '../brief/index.js'
import { type Place, SourceFile } from '../diagnostics/index.js'

/** The page limit that a theme sets for an audience, and where. */
export interface ThemeLimit {
  readonly pages: number
  readonly place: Place
}

/** Finds the page limit that a theme, or the nearest of those that it extends, sets for an audience; what is wrong with themes is not reported. */
export function limitOfTheme(files: SettingsFiles, theme: string, audience: string): ThemeLimit | undefined {
  const nowhere = { file: new SourceFile(theme, ''), range: { start: 0, end: 0 } }
  const path = ['limits', audience]
  for (const { data, place } of readSettingsLayers(files, theme, nowhere, () => {}) ?? []) {
    const pages = settingAt(data, path)
    if (typeof pages === 'number') return { pages, place: place(path) }
  }
  return undefined
}
