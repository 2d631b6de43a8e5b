import * as v from 'valibot'
import {
  describeSchemaIssue,
  readSettings,
  type SettingsData,
  type SettingsProblem,
  type SettingsReport,
  unknownKeys,
} from '../../brief/index.js'
import { didYouMean, type Place, type Report, SourceFile } from '../../diagnostics/index.js'
import type { Fonts } from '../fonts/open-fonts.js'
import { markerProblems } from './check-markers.js'
import { type Theme, themeSchema } from './theme.js'

type Tree = Readonly<Record<string, unknown>>

/** One file of a chain of themes. */
interface Layer extends SettingsData {
  readonly name: string
  readonly extends: unknown
}

/**
 * Reads a theme and those that it extends, the nearer overriding the farther key by key. `files` are the theme
 * files by name, without extension; all that is wrong is reported as `theme-invalid`. With `fonts` that includes markers
 * that none of its families has.
 */
export function parseTheme(
  files: ReadonlyMap<string, SourceFile>,
  name: string,
  report: Report,
  asker: Place = nowhere(name),
  fonts?: Fonts,
): Theme | undefined {
  const fault: SettingsReport = (place, ...finding) => report('theme-invalid', place, ...finding)
  const layers = readLayers(files, name, asker, fault)
  const [nearest] = layers ?? []
  if (!layers || !nearest) return undefined
  const merged = layers.reduceRight<Tree>((under, layer) => merge(under, layer.data), {})
  const result = v.safeParse(themeSchema, merged)
  const problems = [
    ...(result.issues ?? []).map(describeSchemaIssue),
    ...(result.success && fonts ? markerProblems(result.output, fonts) : []),
  ]
  for (const problem of problems)
    fault(holder(problem, layers, nearest).place(problem.path), problem.message, problem.hint)
  const inLayers = layers.flatMap(layer => reportLayer(layer, merged, fault))
  return result.success && problems.length + inLayers.length === 0 ? result.output : undefined
}

/** The theme and those that it extends, the nearest first. */
export function themeChain(files: ReadonlyMap<string, SourceFile>, name: string): string[] {
  return readLayers(files, name, nowhere(name), () => {})?.map(layer => layer.name) ?? [name]
}

function readLayers(
  files: ReadonlyMap<string, SourceFile>,
  name: string,
  asker: Place,
  fault: SettingsReport,
): Layer[] | undefined {
  const layers: Layer[] = []
  const seen = new Set<unknown>()
  let place = asker
  for (let next: unknown = name; next !== undefined; ) {
    const file = typeof next === 'string' ? files.get(next) : undefined
    if (typeof next !== 'string' || !file || seen.has(next)) {
      if (file) fault(place, `theme \`${next}\` extends itself`, 'take out one `extends`')
      else fault(place, `there is no theme \`${next}\``, didYouMean(String(next), [...files.keys()].sort()))
      return undefined
    }
    seen.add(next)
    const settings = readSettings(file, fault)
    if (!settings) return undefined
    const { extends: base, ...data } = settings.data
    layers.push({ name: next, data, extends: base, place: settings.place })
    place = settings.place(['extends'])
    next = base
  }
  return layers
}

function nowhere(name: string): Place {
  return { file: new SourceFile(`templates/themes/${name}.yaml`, ''), range: { start: 0, end: 0 } }
}

function merge(under: Tree, over: Tree): Tree {
  const merged: Record<string, unknown> = { ...under }
  for (const [key, value] of Object.entries(over)) {
    const below = merged[key]
    merged[key] = isTree(below) && isTree(value) ? merge(below, value) : value
  }
  return merged
}

/** The layer whose setting is at fault: the nearest that has it. */
function holder({ path }: SettingsProblem, layers: readonly Layer[], nearest: Layer): Layer {
  const has = ({ data }: Layer) =>
    path.reduce<unknown>((tree, key) => (isTree(tree) ? tree[key] : undefined), data) !== undefined
  return layers.find(has) ?? layers.at(-1) ?? nearest
}

/** Reports what is wrong with one file regardless of the others. */
function reportLayer(layer: Layer, merged: Tree, fault: SettingsReport): readonly SettingsProblem[] {
  const strangers = unknownKeys(themeSchema, layer.data)
  for (const { path, message, hint } of strangers) fault(layer.place(path, 'key'), message, hint)
  const colours = [
    ...unknownColours(layer.data.styles, merged, ['styles']),
    ...unknownColours(layer.data.figures, merged, ['figures']),
  ]
  for (const { path, message, hint } of colours) fault(layer.place(path), message, hint)
  return [...strangers, ...colours]
}

const COLOUR_KEYS = /^(colour|fill|bar|over|under|line|head_line|head_fill|marker_colour|series|shades)$/

function unknownColours(value: unknown, theme: Tree, path: SettingsProblem['path']): SettingsProblem[] {
  if (!isTree(value)) return []
  return Object.entries(value).flatMap(([key, inner]) => {
    const here = [...path, key]
    if (!COLOUR_KEYS.test(key)) return unknownColours(inner, theme, here)
    if (!Array.isArray(inner)) return unknownColour(inner, theme, here)
    return inner.flatMap((name, index) => unknownColour(name, theme, [...here, index]))
  })
}

function unknownColour(name: unknown, theme: Tree, path: SettingsProblem['path']): SettingsProblem[] {
  const colours = isTree(theme.colours) ? theme.colours : {}
  if (typeof name !== 'string' || Object.hasOwn(colours, name)) return []
  return [{ path, message: `unknown colour \`${name}\``, hint: didYouMean(name, Object.keys(colours)) }]
}

function isTree(value: unknown): value is Tree {
  return typeof value === 'object' && value !== null && !Array.isArray(value)
}
