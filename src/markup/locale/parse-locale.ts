import { checkSettings, readSettings, type SettingsReport } from '../../brief/index.js'
import type { Report, SourceFile } from '../../diagnostics/index.js'
import { Locale } from './locale.js'
import { localeSchema } from './locale-schema.js'

/** Reads a locale file; all that is wrong with it is reported at its own lines. */
export function parseLocale(file: SourceFile, report: Report): Locale | undefined {
  const fault: SettingsReport = (place, ...finding) => report('locale-invalid', place, ...finding)
  const settings = readSettings(file, fault)
  const data = settings && checkSettings(localeSchema, settings, fault)
  return data && new Locale(data)
}
