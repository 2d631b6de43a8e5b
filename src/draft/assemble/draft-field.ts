import type { Range } from '../../diagnostics/index.js'

/** A field of a brief. */
export interface DraftField {
  readonly key: string
  readonly value: string | readonly string[] | readonly DraftListItem[]
  /** What is left to do: a `# review:` comment above the key. */
  readonly review?: string
  /** The characters of the article that its words are from. */
  readonly at?: readonly Range[]
}

/** One item of a list. */
export interface DraftListItem {
  readonly fields: Readonly<Record<string, string | readonly string[]>>
  readonly review?: string
  /** Comments beside its fields, by key. */
  readonly comments?: Readonly<Record<string, string>>
  readonly at?: readonly Range[]
}

export function isDraftList(value: DraftField['value']): value is readonly DraftListItem[] {
  return typeof value !== 'string' && typeof value[0] === 'object'
}
