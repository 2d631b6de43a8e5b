export {
  type Evidence,
  isProved,
  type Proof,
  type SpeakerVerdict,
  type SpeechVerdict,
  type Verdict,
} from './judge/evidence.js'
export { describeLockDifference } from './lock/describe-lock-difference.js'
export type { Lock, LockedQuote, LockedSource } from './lock/lock.js'
export { formatLock, parseLock } from './lock/lock-file.js'
export { lockEvidence } from './lock-evidence.js'
export { prove, proveInSteps } from './prove.js'
export { readSpeechOfSources } from './read-speech-of-sources.js'
export type { ReportedBrief } from './report/describe-brief.js'
export { evidenceReport, type ReportFormat } from './report/evidence-report.js'

export { prepareSourceText, type SourceText } from './text/source-text.js'
