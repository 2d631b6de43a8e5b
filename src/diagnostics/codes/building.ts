import type { CodeEntry } from './code-entry.js'

/** Findings of a build, its data and its record, and of drafting. */
export const BUILDING_CODES = {
  // building
  'source-date-invalid': {
    severity: 'error',
    meaning: '`SOURCE_DATE_EPOCH` is not a number of seconds since 1970',
  },
  'option-useless': { severity: 'warning', meaning: 'an option changes nothing of what is printed' },
  'no-briefs': { severity: 'error', meaning: 'there is nothing to build' },
  'brief-name': { severity: 'error', meaning: 'a name cannot serve for a folder, or is not UTF-8' },
  'file-exists': { severity: 'error', meaning: 'a file would be overwritten' },
  'write-failed': { severity: 'error', meaning: 'a file cannot be written' },
  'duplicate-output': { severity: 'error', meaning: 'two editions would print to the same file' },
  'edition-crashed': {
    severity: 'error',
    meaning: 'what printed an edition died, or failed in a way that is a bug',
  },
  'workers-died': { severity: 'error', meaning: 'whoever was to print an edition died, again and again' },
  'edition-timeout': { severity: 'error', meaning: 'printing an edition took longer than a job may' },
  'store-failed': { severity: 'error', meaning: 'the store of a queue cannot be read or written' },
  'queue-failed': { severity: 'error', meaning: 'the queue of a build does not answer' },
  'batch-too-large': { severity: 'error', meaning: 'a batch has more editions than one may have' },
  'changed-meanwhile': { severity: 'error', meaning: 'a file was changed or removed beneath a build' },

  // packs
  'pack-invalid': { severity: 'error', meaning: 'a setting of a pack is wrong, or names what is not there' },
  'pack-edition-twice': { severity: 'error', meaning: 'an edition is in a pack twice' },
  'pack-edition-failed': { severity: 'error', meaning: 'an edition of a pack cannot be printed' },
  'pack-above-clearance': { severity: 'error', meaning: 'an edition is marked higher than its pack may be' },

  // the data of a mail merge
  'recipients-invalid': { severity: 'error', meaning: 'the data of a mail merge cannot be understood' },
  'recipient-column': {
    severity: 'error',
    meaning: 'a column of a mail merge is missing, has no name, or has the name of another',
  },
  'recipient-column-name': {
    severity: 'warning',
    meaning: 'a column has almost the name of one that means something, and means nothing',
  },
  'recipient-name': {
    severity: 'error',
    meaning: 'the `id` of a recipient cannot serve as the name of a file',
  },
  'recipient-duplicate': { severity: 'error', meaning: 'two recipients would print to the same files' },
  'recipient-field-empty': {
    severity: 'warning',
    meaning: 'a recipient lacks something that an edition prints',
  },
  'recipient-absent': {
    severity: 'error',
    meaning: 'prose asks for a recipient, and the build is no mail merge',
  },
  'recipient-unserved': { severity: 'warning', meaning: 'no edition is for a recipient' },

  // manifests
  'manifest-unreadable': { severity: 'error', meaning: 'a file is no manifest of a build' },
  'edition-missing': { severity: 'error', meaning: 'an edition that was planned is in no manifest' },
  'edition-doubled': { severity: 'warning', meaning: 'two manifests have the same PDF' },
  'edition-differs': { severity: 'error', meaning: 'two manifests have different PDFs of one edition' },

  // drafting an article
  'article-not-text': { severity: 'error', meaning: 'an article is a PDF, a picture or other binary data' },
  'article-empty': { severity: 'error', meaning: 'an article has no text' },
  'article-not-english': {
    severity: 'error',
    meaning: 'an article is in another language than English',
  },
  'article-language-unknown': {
    severity: 'error',
    meaning: 'an article is too short to tell its language',
  },
  'article-encoding': {
    severity: 'info',
    meaning: 'an article or the text of a source says nothing of its encoding, and is taken for Windows-1252',
  },
  'draft-unproved': {
    severity: 'warning',
    meaning: 'a draft names no text that would prove its quotations',
  },
} as const satisfies Record<string, CodeEntry>
