import * as v from 'valibot'

/** The parts of a valibot schema that a reference tells of. */
export interface SettingsNode extends v.GenericSchema {
  readonly entries?: Readonly<Record<string, SettingsNode>>
  readonly item?: SettingsNode
  readonly value?: SettingsNode
  readonly options?: readonly unknown[]
  readonly wrapped?: SettingsNode
  readonly default?: unknown
  readonly pipe?: readonly { readonly type: string; readonly requirement?: unknown }[]
}

/** A schema without what makes it optional. */
export function unwrapped(schema: SettingsNode): SettingsNode {
  return schema.wrapped ? unwrapped(schema.wrapped) : schema
}

/** What a setting holds, in a few words. */
export function kindOfSetting(schema: SettingsNode): string {
  const node = unwrapped(schema)
  if (v.getMetadata(node).colour) return 'the name of a colour'
  if (node.type === 'picklist') return oneOfTexts(node.options as readonly string[])
  if (node.type === 'boolean') return '`true` or `false`'
  if (node.type === 'number') return numberKind(node)
  if (node.type === 'record' && node.value?.type === 'record')
    return `${kindOfSetting(node.value)}, in groups`
  if (node.type === 'record' && node.value) return `${plural(kindOfSetting(node.value))} by name`
  if (node.type === 'array' && node.item)
    return `list of ${plural(kindOfSetting(node.item))}${lengthOf(node)}`
  if (node.entries) return 'settings'
  const isColour = node.pipe?.some(
    ({ type, requirement }) => type === 'regex' && /#\[0-9/.test(String(requirement)),
  )
  if (isColour) return 'a colour, `"#rrggbb"`'
  return lengthOf(node) === '' ? 'text' : `text of ${lengthOf(node).slice(2)}`
}

/** What a setting is that is left out, as YAML; an empty text where it then has none. */
export function fallbackOf(schema: SettingsNode): string {
  if (schema.default === undefined) return schema.wrapped?.wrapped ? fallbackOf(schema.wrapped) : ''
  if (NOTHING.has(JSON.stringify(schema.default))) return ''
  return typeof schema.default === 'string' ? code(schema.default) : code(yamlOf(schema.default))
}

const NOTHING: ReadonlySet<string> = new Set(['{}', '[]', '""'])

export const code = (text: string): string => `\`${text}\``

export const oneOfTexts = (texts: readonly string[]): string => texts.map(code).join(', ')

function yamlOf(value: unknown): string {
  if (typeof value !== 'object' || value === null) {
    return typeof value === 'string' && !/^[\w-]+$/.test(value) ? JSON.stringify(value) : String(value)
  }
  return `{ ${Object.entries(value)
    .map(([key, inner]) => `${key}: ${yamlOf(inner)}`)
    .join(', ')} }`
}

function bound(node: SettingsNode, type: string): number | undefined {
  const requirement = node.pipe?.find(action => action.type === type)?.requirement
  return typeof requirement === 'number' ? requirement : undefined
}

/** A number and its bounds, such as “whole number from 1 to 5”. */
export function numberKind(node: SettingsNode): string {
  const whole = node.pipe?.some(({ type }) => type === 'integer') ? 'whole number' : 'number'
  const [low, high] = [bound(node, 'min_value'), bound(node, 'max_value')]
  if (low === undefined) return whole
  return high === undefined ? `${whole} from ${low}` : `${whole} from ${low} to ${high}`
}

function lengthOf(node: SettingsNode): string {
  const unit = node.type === 'array' ? '' : ' character'
  const [exact, least, most] = [bound(node, 'length'), bound(node, 'min_length'), bound(node, 'max_length')]
  if (exact !== undefined) return `, ${exact}${unit}`
  if (most !== undefined) return `, at most ${most}${unit}`
  return least === undefined ? '' : `, at least ${least}${unit}`
}

function plural(kind: string): string {
  if (kind === 'text') return 'texts'
  if (kind === 'the name of a colour') return 'names of colours'
  if (kind.startsWith('a colour')) return kind.replace('a colour', 'colours')
  if (kind === 'settings') return 'entries'
  return kind.replace(/^(whole )?number/, '$1numbers')
}
