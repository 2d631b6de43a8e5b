import { code, fallbackOf, kindOfSetting, type SettingsNode, unwrapped } from './settings-schema.js'

/** What a table of settings tells beside their names and kinds. */
export interface SettingsTold {
  readonly describe: (path: readonly string[]) => string
  /** A column after that of the kinds; what is printed where a setting is left out, if not given. */
  readonly column?: { readonly head: string; readonly value: (path: readonly string[]) => string }
  /** Keys whose own settings are told elsewhere. */
  readonly closed?: ReadonlySet<string>
}

/** A table of settings, with those within them by their paths. */
export function settingsTable(entries: Readonly<Record<string, SettingsNode>>, told: SettingsTold): string {
  const head = told.column?.head ?? 'if left out'
  return [`| setting | holds | ${head} | |`, '|---|---|---|---|', ...settingRows(entries, told, [], '')].join(
    '\n',
  )
}

function settingRows(
  entries: Readonly<Record<string, SettingsNode>>,
  told: SettingsTold,
  at: readonly string[],
  prefix: string,
): string[] {
  return Object.entries(entries).flatMap(([key, schema]) => {
    const path = [...at, key]
    const node = unwrapped(schema)
    const left = schema.type === 'optional' ? fallbackOf(schema) : '**required**'
    const value = told.column ? told.column.value(path) : left
    const row = settingRow([code(prefix + key), kindOfSetting(schema), value, told.describe(path)])
    const inner = node.entries ?? (node.item && unwrapped(node.item).entries)
    if (!inner || told.closed?.has(key)) return [row]
    return [row, ...settingRows(inner, told, path, `${prefix}${key}${node.item ? '[]' : ''}.`)]
  })
}

/** A row of such a table. */
export function settingRow(cells: readonly string[]): string {
  return `| ${cells.map(text => text.replaceAll('|', '\\|')).join(' | ')} |`
}
