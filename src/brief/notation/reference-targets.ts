/** What a cross-reference may lead to, as it is counted and called. */
export type TargetKind = 'table' | 'figure' | 'section' | 'box' | 'annex'

/** A cross-reference names the kind of what it leads to, as in pandoc-crossref, and its id: `tbl:costs`. */
export interface TargetName {
  readonly kind: TargetKind
  readonly id: string
}

export const TARGET_PREFIXES = {
  tbl: 'table',
  fig: 'figure',
  sec: 'section',
  box: 'box',
  annex: 'annex',
} as const satisfies Record<string, TargetKind>

/** The lists of a brief whose items cross-references lead to; their ids are unique together. */
export const TARGET_LISTS = {
  sections: 'section',
  boxes: 'box',
  tables: 'table',
  charts: 'figure',
  images: 'figure',
  annexes: 'annex',
} as const satisfies Record<string, TargetKind>

/** Reads `tbl:costs`; undefined for any other name. */
export function parseTargetName(name: string): TargetName | undefined {
  const colon = name.indexOf(':')
  const prefix = name.slice(0, Math.max(0, colon)).toLowerCase()
  if (colon === name.length - 1 || !Object.hasOwn(TARGET_PREFIXES, prefix)) return undefined
  return { kind: TARGET_PREFIXES[prefix as keyof typeof TARGET_PREFIXES], id: name.slice(colon + 1) }
}

/** What `parseTargetName` reads, in the one form that elements have as their id. */
export function targetName({ kind, id }: TargetName): string {
  const prefix = Object.entries(TARGET_PREFIXES).find(([, known]) => known === kind)?.[0]
  return `${prefix}:${id}`
}
