import { BRIEF, brief, type FindingEntry, quoting } from './finding-entry.js'

const SAID = 'We will raise the dam if the valley agrees, and not before'

/** A quotation of the example’s article, or of another one. */
const quote = (text: string, article?: string, more = '') =>
  quoting(`quotes:\n  - {speaker: vela, source: courier, text: "${text}"${more}}`, article)

/** Quotations against the texts of their sources. */
export const PROOF = {
  'quote-altered': {
    remedy:
      'Quote the words of the source, which the hint shows beside yours; declare what you leave out as `[…]` and what you put in as `[words]`.',
    example: quote('We will raise the dam when the valley agrees, and not before'),
  },
  'quote-missing': {
    remedy:
      'Look the words up and quote them as they stand, name the source that has them, or take the quotation marks away.',
    example: quote('The valley has waited long enough for its water'),
  },
  'source-not-text': {
    remedy: 'Save the text as .txt, .md or .html, and name that file as `text`.',
    example: {
      shown: 'sources:\n  - {id: paper, title: The ministry’s paper, text: paper.pdf}',
      language: 'yaml',
      steps: [
        {
          [BRIEF]:
            'title: The dam\nas_of: 2025-03-10\nsources:\n  - {id: paper, title: The ministry’s paper, text: paper.pdf}\n',
          'briefs/paper.pdf': '%PDF-1.7\n%âãÏÓ\n1 0 obj\n',
        },
        'check',
      ],
    },
  },
  'quote-unproved': {
    remedy:
      'Put the text of the source beside the brief and name it as `text`, then run `briefwright check`.',
    example: brief(
      `quotes:\n  - {text: ${SAID.slice(0, 42)}, source: courier}\nsources:\n  - {id: courier, title: Mayor speaks}`,
    ),
  },
  'omission-hides-negation': {
    remedy: 'Quote the words that deny, limit or condition what was said, too.',
    example: quote('We will raise the dam'),
  },
  'quote-inserts-negation': {
    remedy: 'Take the inserted word out: what is in brackets may explain, and not turn the sense.',
    example: quote('We will [not] raise the dam if the valley agrees, and not before'),
  },
  'quote-drops-question': {
    remedy: 'End the quotation with its question mark.',
    example: quoting('quotes:\n  - {speaker: brandt, source: courier, text: Who pays for it}'),
  },
  'quote-cuts-question': {
    remedy: 'Quote the whole question, or say in your own words that it was asked.',
    example: quote(
      'the valley pay for the works',
      '“Should the valley pay for the works or the state?” asked Ines Vela, the mayor.\n',
    ),
  },
  'quote-sense-doubtful': {
    remedy: 'Compare with the source, and quote more of it if the sense turns.',
    example: quote(
      'We will raise the dam',
      '“We will raise the dam, but not this year,” said Ines Vela, the mayor.\n',
    ),
  },
  'quote-sense-unchecked': {
    remedy:
      'Compare with the source what you leave out: the program does not know the words that deny in this language.',
    example: quoting(
      'lang: pl\nquotes:\n  - {speaker: vela, source: courier, text: Podniesiemy zaporę … w ciągu dwóch lat}',
      '„Podniesiemy zaporę, jeśli dolina się zgodzi, w ciągu dwóch lat”, powiedziała Ines Vela.\n',
    ),
  },
  'quote-abridged': {
    remedy: 'Nothing has to be done; the edition shows the quotation as abridged.',
    example: quote(
      'We will raise the dam […] in two summers',
      '“We will raise the dam, as I said in Orle last week, in two summers,” said Ines Vela, the mayor.\n',
    ),
  },
  'quote-not-speech': {
    remedy: 'Take the quotation marks away and cite the source, or quote what somebody says in it.',
    example: quote('The works would take two summers and cost forty million'),
  },
  'quote-other-speaker': {
    remedy: 'Name the speaker that the source gives the words to.',
    example: quoting(`quotes:\n  - {speaker: brandt, source: courier, text: "${SAID}"}`),
  },
  'quote-disowned': {
    remedy: 'Do not quote it: the source says that nobody said these words.',
    example: quote(
      'We will flood the valley by the end of the year',
      'Ines Vela never said “We will flood the valley by the end of the year”, her office insists.\n',
    ),
  },
  'quote-date-late': {
    remedy: 'Correct the date of the quotation, or that of its source.',
    example: quote(SAID, undefined, ', date: 2025-03-09'),
  },
  'speaker-not-confirmed': {
    remedy:
      'Read who speaks there. If it is the speaker you name, say why as `speaker_confirmed: "reason"`; the reason stands in the evidence report.',
    example: quote(
      'The valley has waited long enough for its water',
      '“The valley has waited long enough for its water.”\n\nThe council meets on Friday.\n',
    ),
  },
  'source-voice-unknown': {
    remedy:
      'Give the source a `type`, or `voice: own` where the text is somebody’s own words and `voice: reported` where it reports those of others.',
    example: {
      shown:
        'quotes:\n  - {text: The works take two summers at most, source: note}\nsources:\n  - {id: note, title: A note, text: note.txt}',
      language: 'yaml',
      steps: [
        {
          [BRIEF]:
            'title: The dam\nas_of: 2025-03-10\nquotes:\n  - {text: The works take two summers at most, source: note}\nsources:\n  - {id: note, title: A note, text: note.txt}\n',
          'briefs/note.txt': 'The works take two summers at most.\n',
        },
        'check',
      ],
    },
  },
  'copied-from-source': {
    remedy: 'Say it in your own words, or quote it.',
    example: quoting(
      'background: The works would take two summers and cost forty million, according to the ministry’s own paper.',
    ),
  },
  'quote-other-place': {
    remedy: 'Correct the paragraph or line of the citation; the message says where the quotation stands.',
    example: quoting(`key_facts:\n  - fact: 'The mayor said: “${SAID}” [@courier, para. 3].'`),
  },
  'locators-not-in-text': {
    remedy: 'Take the numbering out of `locators`, or use a text that has it.',
    example: {
      shown:
        '# bill.txt has no lines that begin with `Article 1` or `Section 1`\nsources:\n  - {id: bill, type: bill, title: The bill, text: bill.txt, locators: [article]}',
      language: 'yaml',
      steps: [
        {
          [BRIEF]:
            'title: The dam\nas_of: 2025-03-10\nissue: "The dam [@bill]."\nsources:\n  - {id: bill, type: bill, title: The bill, text: bill.txt, locators: [article]}\n',
          'briefs/bill.txt': 'The dam may be raised.\n',
        },
        'check',
      ],
    },
  },
  'quote-unbalanced': {
    remedy: 'Close the quotation, or remove the mark.',
    example: quoting(`issue: 'The mayor said “${SAID}.'`),
  },
  'quote-mark-alone': {
    remedy: 'Close the quotation, or remove the mark.',
    example: quoting("issue: 'The mayor spoke of “water again.'"),
  },
  'quote-holds-citation': {
    remedy: 'Put the citation behind the closing mark.',
    example: quoting(
      "issue: 'The mayor: “We will raise the dam [@courier] if the valley agrees, and not before”.'",
    ),
  },
  'quote-holds-recipient': {
    remedy: 'Take the recipient out of the quotation: no source has the words of each reader.',
    example: quoting(
      "issue: 'The mayor: “We will raise the dam, {{recipient.name}}, if the valley agrees”.'",
    ),
  },
  'quote-too-altered': {
    remedy: 'Quote fewer and longer parts, each as a quotation of its own.',
    example: {
      ...quote(`We will ${'… raise '.repeat(101)}`),
      shown:
        'quotes:\n  - {speaker: vela, source: courier, text: "We will … raise … raise … raise (and so on)"}',
    },
  },
  'text-not-source': {
    remedy: 'Name the article or document itself: a text that was written here proves nothing.',
    example: brief('sources:\n  - {id: self, title: This brief, text: dam.yaml}'),
  },
} as const satisfies Record<string, FindingEntry>
