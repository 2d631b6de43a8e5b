import { Findings, type Place, SourceFile } from '../../diagnostics/index.js'
import type { FieldPath } from '../brief.js'
import { parseYaml } from '../yaml/parse-yaml.js'
import { placesIn } from '../yaml/places.js'
import type { YamlNode } from '../yaml/tree.js'

/** What a YAML file that is no brief holds: front matter, a theme, a locale, a list of fonts, a lock. */
export interface SettingsData {
  readonly data: Readonly<Record<string, unknown>>
  /** Where a value stands, or its key; for what is absent, the head of what it should be in. */
  place(path: FieldPath, part?: 'key' | 'value'): Place
}

/** Takes a finding about settings; the code is that of their kind. */
export type SettingsReport = (place: Place, message: string, ...hints: (string | undefined)[]) => void

/**
 * Reads settings with the care that briefs are read with, for they are as little to be trusted. `text` stands for
 * the file's own where only a part of it is YAML, at the same offsets.
 */
export function readSettings(
  file: SourceFile,
  fault: SettingsReport,
  text = file.text,
): SettingsData | undefined {
  const findings = new Findings()
  const parsed = parseYaml(new SourceFile(file.path, text), findings.report)
  for (const { code, place, message, hints } of findings.all)
    fault({ file, range: place.range }, message, ...(code === 'yaml-empty' ? [] : hints))
  if (!parsed || findings.failed) return undefined
  const { root } = parsed
  if (root.kind !== 'mapping') {
    const found = root.kind === 'list' ? 'a list' : 'a text'
    const line = file.line(file.position(root.range.start).line)
    fault(
      { file, range: line },
      `the file holds ${found}, not settings`,
      'write each setting as `name: value`',
    )
    return undefined
  }
  return { data: fieldsOf(root), place: placesIn(root, file).place }
}

type YamlMapping = YamlNode & { readonly kind: 'mapping' }

function fieldsOf({ entries }: YamlMapping): Readonly<Record<string, unknown>> {
  return Object.fromEntries(entries.map(({ key, value }) => [key.text, plainOf(value)]))
}

function plainOf(node: YamlNode): unknown {
  if (node.kind === 'mapping') return fieldsOf(node)
  if (node.kind === 'list') return node.items.map(plainOf)
  return node.kind === 'scalar' ? node.value : undefined
}
