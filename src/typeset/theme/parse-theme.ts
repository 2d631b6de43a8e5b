import * as v from 'valibot'
import {
  describeSchemaIssue,
  readSettings,
  reportProblem,
  type SettingsData,
  type SettingsProblem,
  type SettingsReport,
  unknownKeys,
} from '../../brief/index.js'
import { closest, didYouMean, type Place, type Report, SourceFile } from '../../diagnostics/index.js'
import type { Fonts } from '../fonts/open-fonts.js'
import { markerProblems } from './check-markers.js'
import { FIGURE_COLOURS } from './style-sheet.js'
import { type Theme, themeSchema } from './theme.js'

type Tree = Readonly<Record<string, unknown>>

/** One file of a chain of themes. */
interface Layer extends SettingsData {
  readonly name: string
  readonly extends: unknown
}

/**
 * Reads a theme and those that it extends, the nearer overriding the farther key by key. `files` are the theme
 * files by name, without extension; all that is wrong is reported as `theme-invalid`. With `fonts` that includes families
 * that there are not, and markers that none of the families has.
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
    ...(result.success && fonts ? fontProblems(result.output, fonts) : []),
  ]
  for (const problem of problems)
    reportProblem(
      withColourHint(problem, merged),
      holder(problem, layers, nearest).place(problem.path),
      fault,
    )
  const inLayers = layers.flatMap(layer => reportLayer(layer, merged, fault))
  for (const layer of layers) reportUnusedColours(layer, layers, merged, report)
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
  let place = () => asker
  for (let next: unknown = name; next !== undefined; ) {
    const file = typeof next === 'string' ? files.get(next) : undefined
    if (typeof next !== 'string' || !file || seen.has(next)) {
      if (file) fault(place(), `theme \`${next}\` extends itself`, 'take out one `extends`')
      else fault(place(), `there is no theme \`${next}\``, didYouMean(String(next), [...files.keys()].sort()))
      return undefined
    }
    seen.add(next)
    const settings = readSettings(file, fault)
    if (!settings) return undefined
    const { extends: base, ...data } = settings.data
    layers.push({ name: next, data, extends: base, place: settings.place })
    place = () => settings.place(['extends'])
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

/** How to write a colour that is almost right. */
function withColourHint(problem: SettingsProblem, { colours }: Tree): SettingsProblem {
  const [section, name] = problem.path
  if (section !== 'colours' || name === undefined || problem.kind === 'empty' || !isTree(colours))
    return problem
  const digits = /^#?([0-9a-f]{3}|[0-9a-f]{6})$/i.exec(String(colours[name] ?? '').trim())?.[1]
  const full = digits?.length === 3 ? digits.replace(/./g, '$&$&') : digits
  const hint =
    full === undefined
      ? 'write six hexadecimal digits in quotation marks: `"#1d3c63"`'
      : `write \`"#${full}"\``
  return { ...problem, hint }
}

/** The layer whose setting is at fault: the nearest that has it. */
function holder({ path }: SettingsProblem, layers: readonly Layer[], nearest: Layer): Layer {
  const has = ({ data }: Layer) =>
    path.reduce<unknown>(
      (tree, key) => (isTree(tree) ? tree[key] : Array.isArray(tree) ? tree[Number(key)] : undefined),
      data,
    ) !== undefined
  return layers.find(has) ?? layers.at(-1) ?? nearest
}

/** Families that no list of fonts declares; with all of them, markers that none has. */
function fontProblems(theme: Theme, fonts: Fonts): readonly SettingsProblem[] {
  const { body, heading, fallback } = theme.families
  const named: [string, SettingsProblem['path']][] = [
    [body, ['families', 'body']],
    [heading, ['families', 'heading']],
    ...fallback.map((family, at): [string, SettingsProblem['path']] => [
      family,
      ['families', 'fallback', at],
    ]),
  ]
  const missing = named.filter(([family]) => !fonts.has(family))
  if (missing.length === 0) return markerProblems(theme, fonts)
  return missing.map(([family, path]) => ({
    path,
    message: `no \`fonts.yaml\` has a family \`${family}\``,
    hint: didYouMean(family, fonts.keys()),
  }))
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

/** Reports a colour of a file that nothing is printed in, where another is probably meant. */
function reportUnusedColours(layer: Layer, layers: readonly Layer[], merged: Tree, report: Report): void {
  if (!isTree(layer.data.colours)) return
  const own = Object.keys(layer.data.colours)
  const used = new Set([...FIGURE_COLOURS, ...namedColours(merged.styles), ...namedColours(merged.figures)])
  const others = layers
    .filter(other => other !== layer)
    .flatMap(({ data }) => (isTree(data.colours) ? Object.keys(data.colours) : []))
  const known = new Set([...used, ...others].filter(name => !own.includes(name)))
  for (const name of own) {
    const meant = used.has(name) || others.includes(name) ? undefined : closest(name, known)
    if (meant === undefined || Math.abs(meant.length - name.length) > 2) continue
    const message = `nothing is printed in the colour \`${name}\``
    report('unused-colour', layer.place(['colours', name], 'key'), message, `did you mean \`${meant}\`?`)
  }
}

/** The names of colours in styles. */
function namedColours(value: unknown): string[] {
  if (!isTree(value)) return []
  return Object.entries(value).flatMap(([key, inner]) => {
    if (!COLOUR_KEYS.test(key)) return namedColours(inner)
    return (Array.isArray(inner) ? inner : [inner]).filter(name => typeof name === 'string')
  })
}

function isTree(value: unknown): value is Tree {
  return typeof value === 'object' && value !== null && !Array.isArray(value)
}
