import type { DiagnosticCode } from '../../src/diagnostics/index.js'
import { BUILDING } from './building.js'
import { CHARTS } from './charts.js'
import { EDITIONS } from './editions.js'
import type { FindingEntry } from './finding-entry.js'
import { LOCKS } from './locks.js'
import { PROOF } from './proof.js'
import { READING } from './reading.js'
import { TABLES } from './tables.js'

/** An example and a remedy for every code: a code without does not compile. */
export const FINDING_ENTRIES: Readonly<Record<DiagnosticCode, FindingEntry>> = {
  ...READING,
  ...CHARTS,
  ...TABLES,
  ...PROOF,
  ...LOCKS,
  ...EDITIONS,
  ...BUILDING,
}
