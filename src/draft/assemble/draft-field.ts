import type { Range } from '../../diagnostics/index.js'

/** A part of a brief, under its key, in the schema's order. */
export interface DraftField {
  readonly key: string
  readonly value: string | readonly string[] | readonly DraftListItem[]
  /** What is to be done about it: a `# review:` comment above its key. */
  readonly review?: string
  /** What a reader of the YAML should know of it: a comment beside it. */
  readonly remark?: string
  /** Where its words stand in the article. */
  readonly at?: readonly Range[]
}

/** One item of a list. */
export interface DraftListItem {
  readonly fields: Readonly<Record<string, string | readonly string[]>>
  readonly review?: string
  /** Beside a field of it. */
  readonly remarks?: Readonly<Record<string, string>>
  readonly at?: readonly Range[]
}

export function isDraftList(value: DraftField['value']): value is readonly DraftListItem[] {
  return typeof value !== 'string' && typeof value[0] === 'object'
}
