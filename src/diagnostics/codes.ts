import { BUILDING_CODES } from './codes/building.js'
import { EDITIONS_CODES } from './codes/editions.js'
import { EVIDENCE_CODES } from './codes/evidence.js'
import { READING_CODES } from './codes/reading.js'

export type { Severity } from './codes/code-entry.js'

/** All kinds of findings. Each has a fixture that provokes it, which a test checks. */
export const CODES = {
  ...READING_CODES,
  ...EVIDENCE_CODES,
  ...EDITIONS_CODES,
  ...BUILDING_CODES,
} as const

export type DiagnosticCode = keyof typeof CODES
