import type { CodeEntry } from './code-entry.js'

/** Findings of quotations, sources and locks. */
export const EVIDENCE_CODES = {
  // evidence
  'quote-altered': {
    severity: 'error',
    meaning: 'a quotation differs from the nearest passage of its source',
  },
  'quote-missing': { severity: 'error', meaning: 'a quotation is like no passage of its source' },
  'source-not-text': {
    severity: 'error',
    meaning: 'the text of a source is a PDF, a Word document, a picture or other binary data',
  },
  'quote-unproved': { severity: 'error', meaning: 'neither a text nor a lock entry proves a quotation' },
  'quote-changed': { severity: 'error', meaning: 'a quotation differs from what the lock file proved' },
  'omission-hides-negation': {
    severity: 'error',
    meaning: 'what is left out or cut off denies, limits or conditions what is quoted',
  },
  'quote-inserts-negation': {
    severity: 'error',
    meaning: 'words in brackets deny, limit or condition what was said',
  },
  'quote-drops-question': { severity: 'error', meaning: 'a question is quoted without its question mark' },
  'quote-cuts-question': {
    severity: 'warning',
    meaning: 'a quotation is cut out of a question, and prints as a statement',
  },
  'quote-sense-doubtful': {
    severity: 'warning',
    meaning: 'words left out of a quotation, cut off or inserted may turn its sense',
  },
  'quote-sense-unchecked': {
    severity: 'warning',
    meaning: 'words are left out of a quotation in a language without lists of negations',
  },
  'quote-abridged': { severity: 'info', meaning: "an ellipsis leaves out some of the speaker's words" },
  'quote-not-speech': {
    severity: 'error',
    meaning: 'a source has the words of a quotation as its own, not as what somebody said',
  },
  'quote-other-speaker': {
    severity: 'error',
    meaning: 'a source gives a quotation, or a part of it, to another speaker',
  },
  'quote-disowned': { severity: 'error', meaning: 'a source says that the words were not said' },
  'quote-date-late': {
    severity: 'warning',
    meaning: 'a quotation is dated after its source appeared',
  },
  'speaker-not-confirmed': {
    severity: 'warning',
    meaning: 'a source does not tell that the speaker named said the words',
  },
  'source-voice-unknown': {
    severity: 'warning',
    meaning: 'nothing tells whether a source is somebody’s own words or reports those of others',
  },
  'copied-from-source': {
    severity: 'warning',
    meaning: 'a sentence that should be the author’s own stands word for word in a source',
  },
  'quote-other-place': {
    severity: 'warning',
    meaning: 'a citation names another place of its source than that where the quotation beside it stands',
  },
  'locators-not-in-text': {
    severity: 'warning',
    meaning: 'the text of a source does not have the numbering that its `locators` declares',
  },
  'quote-unbalanced': {
    severity: 'error',
    meaning: 'a quotation mark has no counterpart, so that nobody can tell what is quoted',
  },
  'quote-mark-alone': { severity: 'warning', meaning: 'a quotation mark by a few words has no counterpart' },
  'quote-holds-citation': { severity: 'error', meaning: 'a citation or note stands within a quotation' },
  'quote-holds-recipient': {
    severity: 'error',
    meaning: 'a field of the recipient stands within a quotation',
  },
  'quote-too-altered': {
    severity: 'error',
    meaning: 'a quotation has more omissions and insertions than can be proved',
  },
  'text-not-source': {
    severity: 'error',
    meaning: 'the text of a source is a brief, a lock, a template or something that a build made',
  },
  'text-absent': {
    severity: 'info',
    meaning: 'the text of a source is not here; the lock file alone speaks for its quotations',
  },
  'source-changed': {
    severity: 'warning',
    meaning: 'a source text is not the one that the lock file records',
  },
  'lock-invalid': { severity: 'error', meaning: 'a lock file cannot be understood' },
  'lock-outdated': {
    severity: 'warning',
    meaning: 'the lock file lacks what is proved, or has it otherwise',
  },
  'lock-old': { severity: 'warning', meaning: 'a lock file is of an earlier version, which records less' },
  'lock-missing': { severity: 'error', meaning: 'a brief has no lock file, where `--frozen` asks for one' },
  'lock-unrecorded': {
    severity: 'error',
    meaning: 'the lock file does not record whose words a quotation is, and the text is absent',
  },
  'lock-speaker-changed': {
    severity: 'error',
    meaning: 'a quotation is given to somebody else than when it was proved, and the text is absent',
  },
  'lock-source-changed': {
    severity: 'error',
    meaning: 'the source of a quotation is not what it was when it was proved, and the text is absent',
  },
} as const satisfies Record<string, CodeEntry>
