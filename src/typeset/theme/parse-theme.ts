import * as v from 'valibot'
import {
  describeSchemaIssue,
  isSettingsTree,
  mergedSettings,
  readSettingsLayers,
  reportProblem,
  type SettingsFiles,
  type SettingsLayer,
  type SettingsProblem,
  type SettingsReport,
  type SettingsTree,
  settingAt,
  unknownKeys,
} from '../../brief/index.js'
import { closest, didYouMean, type Place, type Report, SourceFile } from '../../diagnostics/index.js'
import type { Fonts } from '../fonts/open-fonts.js'
import { markerProblems } from './check-markers.js'
import { rememberColours } from './colour-places.js'
import { reportSmallType } from './small-type.js'
import { FIGURE_COLOURS } from './style-sheet.js'
import { type Theme, themeSchema } from './theme.js'

/**
 * Reads a theme and those that it extends, the nearer overriding the farther key by key. `files` are the theme
 * files by name, without extension; all that is wrong is reported as `theme-invalid`. With what is `known` that includes families
 * that there are not, markers that none of the families has, and limits of audiences that there are not.
 */
export function parseTheme(
  files: SettingsFiles,
  name: string,
  report: Report,
  asker: Place = nowhere(name),
  known: KnownToThemes = {},
): Theme | undefined {
  const fault: SettingsReport = (place, ...finding) => report('theme-invalid', place, ...finding)
  const layers = readSettingsLayers(files, name, asker, fault)
  const [nearest] = layers ?? []
  if (!layers || !nearest) return undefined
  const merged = mergedSettings(layers)
  const result = v.safeParse(themeSchema, merged)
  const problems = [
    ...(result.issues ?? []).map(describeSchemaIssue),
    ...(result.success && known.fonts ? fontProblems(result.output, known.fonts) : []),
  ]
  for (const problem of problems)
    reportProblem(
      withColourHint(problem, merged),
      holder(problem, layers, nearest).place(problem.path),
      fault,
    )
  const inLayers = layers.flatMap(layer => reportLayer(layer, merged, known, fault))
  for (const layer of layers) reportUnusedColours(layer, layers, merged, report)
  if (result.success) {
    reportSmallType(result.output, layers, report)
    rememberColours(result.output, layers)
  }
  return result.success && problems.length + inLayers.length === 0 ? result.output : undefined
}

/** What themes can name. */
export interface KnownToThemes {
  readonly fonts?: Fonts
  readonly audiences?: readonly string[]
}

/** The theme and those that it extends, the nearest first; twice the same name where one extends the package's under it. */
export function themeChain(files: SettingsFiles, name: string): string[] {
  return readSettingsLayers(files, name, nowhere(name), () => {})?.map(layer => layer.name) ?? [name]
}

function nowhere(name: string): Place {
  return { file: new SourceFile(`templates/themes/${name}.yaml`, ''), range: { start: 0, end: 0 } }
}

/** How to write a colour that is almost right. */
function withColourHint(problem: SettingsProblem, { colours }: SettingsTree): SettingsProblem {
  const [section, name] = problem.path
  if (section !== 'colours' || name === undefined || problem.kind === 'empty' || !isSettingsTree(colours))
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
function holder(
  { path }: SettingsProblem,
  layers: readonly SettingsLayer[],
  nearest: SettingsLayer,
): SettingsLayer {
  return layers.find(({ data }) => settingAt(data, path) !== undefined) ?? layers.at(-1) ?? nearest
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
function reportLayer(
  layer: SettingsLayer,
  merged: SettingsTree,
  { audiences }: KnownToThemes,
  fault: SettingsReport,
): readonly SettingsProblem[] {
  const strangers = unknownKeys(themeSchema, layer.data)
  for (const { path, message, hint } of strangers) fault(layer.place(path, 'key'), message, hint)
  const colours = [
    ...unknownColours(layer.data.styles, merged, ['styles']),
    ...unknownColours(layer.data.figures, merged, ['figures']),
  ]
  for (const { path, message, hint } of colours) fault(layer.place(path), message, hint)
  const limits = audiences ? unknownAudiences(layer.data.limits, audiences) : []
  for (const { path, message, hint } of limits) fault(layer.place(path, 'key'), message, hint)
  return [...strangers, ...colours, ...limits]
}

function unknownAudiences(limits: unknown, audiences: readonly string[]): SettingsProblem[] {
  const names = isSettingsTree(limits) ? Object.keys(limits) : []
  return names
    .filter(name => !audiences.includes(name))
    .map(name => ({
      path: ['limits', name],
      message: `there is no audience \`${name}\``,
      hint: didYouMean(name, audiences, 'audiences'),
    }))
}

const COLOUR_KEYS = /^(colour|fill|bar|over|under|line|head_line|head_fill|marker_colour|series|shades)$/

function unknownColours(
  value: unknown,
  theme: SettingsTree,
  path: SettingsProblem['path'],
): SettingsProblem[] {
  if (!isSettingsTree(value)) return []
  return Object.entries(value).flatMap(([key, inner]) => {
    const here = [...path, key]
    if (!COLOUR_KEYS.test(key)) return unknownColours(inner, theme, here)
    if (!Array.isArray(inner)) return unknownColour(inner, theme, here)
    return inner.flatMap((name, index) => unknownColour(name, theme, [...here, index]))
  })
}

function unknownColour(name: unknown, theme: SettingsTree, path: SettingsProblem['path']): SettingsProblem[] {
  const colours = isSettingsTree(theme.colours) ? theme.colours : {}
  if (typeof name !== 'string' || Object.hasOwn(colours, name)) return []
  return [{ path, message: `unknown colour \`${name}\``, hint: didYouMean(name, Object.keys(colours)) }]
}

/** Reports a colour of a file that nothing is printed in, where another is probably meant. */
function reportUnusedColours(
  layer: SettingsLayer,
  layers: readonly SettingsLayer[],
  merged: SettingsTree,
  report: Report,
): void {
  if (!isSettingsTree(layer.data.colours)) return
  const own = Object.keys(layer.data.colours)
  const used = new Set([...FIGURE_COLOURS, ...namedColours(merged.styles), ...namedColours(merged.figures)])
  const others = layers
    .filter(other => other !== layer)
    .flatMap(({ data }) => (isSettingsTree(data.colours) ? Object.keys(data.colours) : []))
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
  if (!isSettingsTree(value)) return []
  return Object.entries(value).flatMap(([key, inner]) => {
    if (!COLOUR_KEYS.test(key)) return namedColours(inner)
    return (Array.isArray(inner) ? inner : [inner]).filter(name => typeof name === 'string')
  })
}
