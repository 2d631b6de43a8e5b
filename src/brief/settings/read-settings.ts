import { Findings, type Place, SourceFile } from '../../diagnostics/index.js'
import { parseYaml } from '../yaml/parse-yaml.js'
import { placesIn, type YamlPlaces } from '../yaml/places.js'
import type { YamlMapping, YamlNode } from '../yaml/tree.js'

/** The contents of a YAML file that is not a brief: front matter, a theme, a locale, a list of fonts, a lock. */
export interface SettingsData {
  readonly data: Readonly<Record<string, unknown>>
  readonly place: YamlPlaces['place']
}

/** Takes a finding about settings; its code depends on their kind. */
export type SettingsReport = (place: Place, message: string, ...hints: (string | undefined)[]) => void

/**
 * Reads settings as carefully as briefs are read, since they can be trusted as little. `text` replaces the text of
 * the file where only a part of it is YAML, at the same offsets.
 */
export function readSettings(
  file: SourceFile,
  report: SettingsReport,
  text = file.text,
): SettingsData | undefined {
  const findings = new Findings()
  const parsed = parseYaml(new SourceFile(file.path, text), findings.report)
  for (const { code, place, message, hints } of findings.all)
    report({ file, range: place.range }, message, ...(code === 'yaml-empty' ? [] : hints))
  if (!parsed || findings.failed) return undefined
  const { root } = parsed
  if (root.kind !== 'mapping') {
    const found = root.kind === 'list' ? 'a list' : 'a text'
    const line = file.line(file.position(root.range.start).line)
    report(
      { file, range: line },
      `the file holds ${found}, not settings`,
      'write each setting as `name: value`',
    )
    return undefined
  }
  return { data: fieldsOf(root), place: placesIn(root, file).place }
}

function fieldsOf({ entries }: YamlMapping): Readonly<Record<string, unknown>> {
  return Object.fromEntries(entries.map(({ key, value }) => [key.text, plainOf(value)]))
}

function plainOf(node: YamlNode): unknown {
  if (node.kind === 'mapping') return fieldsOf(node)
  if (node.kind === 'list') return node.items.map(plainOf)
  return node.kind === 'scalar' ? node.value : undefined
}
