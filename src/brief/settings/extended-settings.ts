import { didYouMean, type Place, type SourceFile } from '../../diagnostics/index.js'
import type { SettingsProblem } from './describe-issue.js'
import { readSettings, type SettingsData, type SettingsReport } from './read-settings.js'
import type { SettingsFiles } from './settings-files.js'

export type SettingsTree = Readonly<Record<string, unknown>>

/** One file of a chain in which each extends the next, as themes do. */
export interface SettingsLayer extends SettingsData {
  readonly name: string
}

/**
 * A theme and those that it extends, the nearest first; undefined, and reported, if one is not there or the chain has no end. A theme of a
 * workspace that extends its own name extends the package's of that name.
 */
export function readSettingsLayers(
  files: SettingsFiles,
  name: string,
  asker: Place,
  fault: SettingsReport,
): SettingsLayer[] | undefined {
  const layers: SettingsLayer[] = []
  const seen = new Set<SourceFile>()
  let place = () => asker
  for (let next: unknown = name; next !== undefined; ) {
    const isOwnName = layers.length > 0 && layers.at(-1)?.name === next
    const file = typeof next === 'string' ? (isOwnName ? files.under : files)?.get(next) : undefined
    if (typeof next !== 'string' || !file || seen.has(file)) {
      if (file || isOwnName) fault(place(), `theme \`${next}\` extends itself`, 'take out one `extends`')
      else fault(place(), `there is no theme \`${next}\``, didYouMean(String(next), [...files.keys()].sort()))
      return undefined
    }
    seen.add(file)
    const settings = readSettings(file, fault)
    if (!settings) return undefined
    const { extends: base, ...data } = settings.data
    layers.push({ name: next, data, place: settings.place })
    place = () => settings.place(['extends'])
    next = base
  }
  return layers
}

/** What a chain comes to, the nearer overriding the farther key by key. */
export const mergedSettings = (layers: readonly SettingsLayer[]): SettingsTree =>
  layers.reduceRight<SettingsTree>((under, layer) => merge(under, layer.data), {})

function merge(under: SettingsTree, over: SettingsTree): SettingsTree {
  const merged: Record<string, unknown> = { ...under }
  for (const [key, value] of Object.entries(over)) {
    const below = merged[key]
    merged[key] = isSettingsTree(below) && isSettingsTree(value) ? merge(below, value) : value
  }
  return merged
}

/** What a path leads to in a tree of settings; undefined if it leads nowhere. */
export const settingAt = (data: SettingsTree, path: SettingsProblem['path']): unknown =>
  path.reduce<unknown>(
    (tree, key) => (isSettingsTree(tree) ? tree[key] : Array.isArray(tree) ? tree[Number(key)] : undefined),
    data,
  )

export function isSettingsTree(value: unknown): value is SettingsTree {
  return typeof value === 'object' && value !== null && !Array.isArray(value)
}
