import type { BriefData } from './schema/schema.js'

/** An entry of a brief's `audiences`, its short form written out. */
export interface AudienceEntry {
  readonly audience: string
  readonly title?: unknown
  readonly limit?: number | undefined
  readonly theme?: string | undefined
}

/** The editions that a brief asks for, in its order, with what it sets differently for each. */
export function listedAudiences({ audiences = [] }: BriefData): readonly AudienceEntry[] {
  return audiences.map(entry => (typeof entry === 'string' ? { audience: entry } : entry))
}
