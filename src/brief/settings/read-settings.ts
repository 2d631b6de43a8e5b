import { Findings, type Place, present, SourceFile, sha256, shorten } from '../../diagnostics/index.js'
import { commentAfter } from '../yaml/lost-comment.js'
import { parseYaml } from '../yaml/parse-yaml.js'
import { placesIn, type YamlPlaces } from '../yaml/places.js'
import { quoteHint } from '../yaml/quote-hint.js'
import type { YamlMapping, YamlNode } from '../yaml/tree.js'
import { PARSED_SETTINGS } from './parsed-settings.js'

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
  return parsedBefore(file, text) ?? parseSettings(file, report, text)
}

/** Settings that are known by their text, which nothing is wrong with; it is parsed once a place in it is asked for. */
function parsedBefore(file: SourceFile, text: string): SettingsData | undefined {
  const json = PARSED_SETTINGS[sha256(text)]
  if (json === undefined) return undefined
  let parsed: SettingsData | undefined
  const place: SettingsData['place'] = (path, part) => {
    parsed ??= present(
      parseSettings(file, () => {}, text),
      'settings that were parsed before',
    )
    return parsed.place(path, part)
  }
  return { data: JSON.parse(json) as SettingsData['data'], place }
}

function parseSettings(file: SourceFile, report: SettingsReport, text: string): SettingsData | undefined {
  const findings = new Findings()
  const parsed = parseYaml(new SourceFile(file.path, text), findings.report)
  // An anchor of a setting is no text that would be lost.
  for (const { code, place, message, hints } of findings.all.filter(({ code }) => code !== 'yaml-anchor')) {
    const cut = commentedColour(file, place.range.start)
    report({ file, range: place.range }, message, ...(code === 'yaml-empty' ? [] : cut ? [cut] : hints))
  }
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
  reportComments(root, { file, text }, report)
  return { data: fieldsOf(root), place: placesIn(root, file).place }
}

/** A colour without quotation marks is a comment to YAML: `ink: #1a2b3c`. */
function reportComments(
  node: YamlNode,
  read: { readonly file: SourceFile; readonly text: string },
  report: SettingsReport,
): void {
  if (node.kind === 'mapping') {
    for (const { value, bare } of node.entries) if (!bare) reportComments(value, read, report)
  } else if (node.kind === 'list') for (const item of node.items) reportComments(item, read, report)
  else if (node.kind === 'scalar' && (node.value === null || typeof node.value === 'string')) {
    const comment = commentAfter(node, read.text)
    if (!comment) return
    const shown = shorten(comment.text)
    const message =
      node.value === null
        ? `the value is empty: \`${shown}\` is a comment to YAML`
        : `\`${shown}\` is a comment to YAML, not a part of the value`
    const hint = quoteHint(read.text.slice(node.range.start, comment.range.end))
    report(
      { file: read.file, range: comment.range },
      message,
      hint,
      'write a blank after the `#` if it is a comment',
    )
  }
}

/** A colour that is not in quotation marks begins a comment, which may take the end of its mapping with it. */
function commentedColour(file: SourceFile, offset: number): string | undefined {
  const line = file.line(file.position(offset).line)
  const colour = /:\s+(#[0-9a-f]{3,8})\b/i.exec(file.text.slice(line.start, line.end))?.[1]
  return colour && `put \`"${colour}"\` in quotation marks, as YAML takes what follows \`#\` for a comment`
}

function fieldsOf({ entries }: YamlMapping): Readonly<Record<string, unknown>> {
  return Object.fromEntries(entries.map(({ key, value }) => [key.text, plainOf(value)]))
}

function plainOf(node: YamlNode): unknown {
  if (node.kind === 'mapping') return fieldsOf(node)
  if (node.kind === 'list') return node.items.map(plainOf)
  return node.kind === 'scalar' ? node.value : undefined
}
