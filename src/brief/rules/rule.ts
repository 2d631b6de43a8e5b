import type { ReadContext, TextValue } from '../read/read-context.js'

/** What must hold of the texts of a brief beyond the form of each. */
export type BriefRule = (context: ReadContext, ids: DeclaredIds) => void

/** The ids that are declared, by list. */
export interface DeclaredIds {
  readonly actors: ReadonlyMap<string, TextValue>
  readonly sources: ReadonlyMap<string, TextValue>
}
