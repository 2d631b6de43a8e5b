import { DAM_ARTICLE, DAM_BRIEF, DAM_SOURCE } from './example-workspace.js'
import { BRIEF, type FindingEntry, locked } from './finding-entry.js'

const quote = (text: string, speaker = 'vela') =>
  `quotes:\n  - {speaker: ${speaker}, source: courier, text: "${text}"}`
const SAID = quote('We will raise the dam if the valley agrees, and not before')
const BRIEF_WITH_SOURCE = { [BRIEF]: `${DAM_BRIEF}${SAID}\n${DAM_SOURCE}`, 'briefs/courier.txt': DAM_ARTICLE }

/** A lock file as it was before it recorded speakers and sources. */
const olderVersion = (lock: string) =>
  lock.replace(/^(version| {4}(title|issued|url|voice|author|speaker|speech|attribution)): .*\n/gm, '')

/** Lock files, which speak for sources whose texts are not here. */
export const LOCKS = {
  'quote-changed': {
    remedy:
      'Restore the words that were proved, or put the text of the source back and run `briefwright check --update-lock`.',
    example: locked(SAID, quote('We will raise the dam when the valley agrees, and not before')),
  },
  'text-absent': {
    remedy: 'Nothing has to be done; with the text of the source the quotations would be proved anew.',
    example: locked(SAID, SAID),
  },
  'source-changed': {
    remedy: 'See what has changed in the text, and run `briefwright check --update-lock` if it is right.',
    example: {
      shown: '# courier.txt has been edited since\nquotes: …',
      language: 'yaml',
      steps: [
        BRIEF_WITH_SOURCE,
        'check --update-lock',
        { 'briefs/courier.txt': `${DAM_ARTICLE}\nCorrected on Tuesday.\n` },
        'check',
      ],
    },
  },
  'lock-invalid': {
    remedy:
      'Delete the lock file and write it anew with `briefwright check --update-lock`, where the texts of the sources are.',
    example: {
      shown: '# dam.lock.yaml\nversion: none',
      language: 'yaml',
      steps: [{ ...BRIEF_WITH_SOURCE, 'briefs/dam.lock.yaml': 'version: none\n' }, 'check'],
    },
  },
  'lock-outdated': {
    remedy: 'Run `briefwright check --update-lock`, and commit the lock file.',
    example: {
      shown:
        '# locked without this quotation\nquotes:\n  - {speaker: brandt, source: courier, text: Who pays for it?}',
      language: 'yaml',
      steps: [
        BRIEF_WITH_SOURCE,
        'check --update-lock',
        { [BRIEF]: `${DAM_BRIEF}${quote('Who pays for it?', 'brandt')}\n${DAM_SOURCE}` },
        'check',
      ],
    },
  },
  'lock-old': {
    remedy: 'Run `briefwright check --update-lock` where the texts of the sources are.',
    example: {
      shown: '# dam.lock.yaml, written by an earlier release\nnormalisation: briefwright-words-1\nsources: …',
      language: 'yaml',
      steps: [BRIEF_WITH_SOURCE, 'check --update-lock', { 'briefs/dam.lock.yaml': olderVersion }, 'check'],
    },
  },
  'lock-missing': {
    remedy: 'Run `briefwright check --update-lock`, and commit the lock file.',
    example: {
      shown: 'briefwright check --frozen',
      language: 'sh',
      steps: [BRIEF_WITH_SOURCE, 'check --frozen'],
    },
  },
  'lock-unrecorded': {
    remedy: 'Run `briefwright check --update-lock` where the text of the source is.',
    example: {
      shown: `# dam.lock.yaml was written by an earlier release, and courier.txt is not here\n${SAID}`,
      language: 'yaml',
      steps: [
        BRIEF_WITH_SOURCE,
        'check --update-lock',
        { 'briefs/dam.lock.yaml': olderVersion, 'briefs/courier.txt': '' },
        'check',
      ],
    },
  },
  'lock-speaker-changed': {
    remedy:
      'Restore the speaker, or put the text of the source back and run `briefwright check --update-lock`.',
    example: locked(SAID, SAID.replace('vela', 'brandt')),
  },
  'lock-source-changed': {
    remedy:
      'Restore the title, date and address of the source, or put its text back and run `briefwright check --update-lock`.',
    example: locked(SAID, SAID, DAM_SOURCE.replace('Mayor speaks', 'Mayor promises')),
  },
} as const satisfies Record<string, FindingEntry>
