export type { Evidence, Proof, Verdict } from './evidence.js'
