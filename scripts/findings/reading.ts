import { BRIEF, brief, type FindingEntry, wholeBrief } from './finding-entry.js'

/** Files, YAML, the schema and references. */
export const READING = {
  'file-unreadable': {
    remedy: 'Correct the path, which is relative to the brief, or put the file there.',
    example: brief('sources:\n  - {id: courier, title: Mayor speaks, text: curier.txt}'),
  },
  'file-too-large': {
    remedy:
      'A brief has at most half a megabyte: put what is long into sources, and make one brief of each affair.',
    example: {
      shown: '# a text of a megabyte',
      language: 'yaml',
      steps: [{ [BRIEF]: `title: The dam\nissue: ${'word '.repeat(200_000)}\n` }, 'check'],
    },
  },
  'file-encoding': {
    remedy: 'Save the file as UTF-8 in your editor.',
    example: {
      shown: '# saved as Windows-1252\ntitle: La présa',
      language: 'yaml',
      steps: [{ [BRIEF]: Buffer.from('title: La présa\n', 'latin1') }, 'check'],
    },
  },
  'path-outside-workspace': {
    remedy: 'Copy the file into the workspace, the folder that the command runs in, and name it there.',
    example: brief('sources:\n  - {id: courier, title: Mayor speaks, text: ../../courier.txt}'),
  },

  'yaml-syntax': {
    remedy:
      'Look at the place and just before it: a quotation mark or bracket left open, a colon in a text that is not quoted, or wrong indentation.',
    example: wholeBrief('title: The dam: who pays\nas_of: 2025-03-10'),
  },
  'yaml-alias-bomb': {
    remedy: 'Write the values out instead of repeating them by aliases (`*name`).',
    example: wholeBrief(
      [
        'a: &a [x, x, x, x, x, x, x, x, x]',
        ...Array.from({ length: 6 }, (_, level) => {
          const [from = '', to = ''] = 'abcdefg'.slice(level)
          return `${to}: &${to} [${Array(9).fill(`*${from}`).join(', ')}]`
        }),
      ].join('\n'),
    ),
  },
  'yaml-too-deep': {
    remedy: 'Close the brackets; no field of a brief is nested as deep.',
    example: {
      shown: `issue: ${'['.repeat(24)} …`,
      language: 'yaml',
      steps: [{ [BRIEF]: `title: The dam\nissue: ${'['.repeat(200)}${']'.repeat(200)}\n` }, 'check'],
    },
  },
  'yaml-duplicate-key': {
    remedy: 'Remove one of the two, or make the items of both one list.',
    example: brief('key_facts:\n  - fact: It is 40 m high.\nkey_facts:\n  - fact: It was built in 1931.'),
  },
  'yaml-merge-key': {
    remedy: 'Write the keys out.',
    example: brief('key_facts:\n  - <<: {priority: must}\n    fact: It is 40 m high.'),
  },
  'yaml-tag': {
    remedy: 'Remove the tag; put a value that is to be a text in quotation marks.',
    example: brief('issue: !important Should the dam be raised?'),
  },
  'yaml-not-a-mapping': {
    remedy:
      'Begin with fields, such as `title: …`, at the start of a line; `briefwright new NAME` writes a file to fill in.',
    example: wholeBrief('- title\n- as_of'),
  },
  'yaml-empty': {
    remedy: 'Write the brief, or remove the file; `briefwright new NAME` writes one to fill in.',
    example: wholeBrief('# to be written'),
  },
  'yaml-multiple-documents': {
    remedy: 'Remove the line `---` that begins the second document, or make it a file of its own.',
    example: wholeBrief('title: The dam\nas_of: 2025-03-10\n---\ntitle: The mill\nas_of: 2025-03-10'),
  },
  'yaml-comment': {
    remedy: 'Put the text in quotes; if it is a comment, write a blank after its `#`.',
    example: brief('bottom_line: It is dam #2 of the valley.'),
  },
  'yaml-comma': {
    remedy: 'Put the text in quotes; if they are two, put each in quotes.',
    example: brief('options:\n  - {name: Raise it, pros: [Holds more water, at a low cost]}'),
  },
  'yaml-dash': {
    remedy:
      'Indent the line like the items of its list, or put the whole text in quotes. A block that should keep its lines begins with `|`.',
    example: brief('key_facts:\n  - The dam is 40 m high.\n    - It was built in 1931.'),
  },
  'yaml-anchor': {
    remedy: 'Put a text in quotes that begins with `&`, and take an anchor away that nothing needs.',
    example: brief('bottom_line: &c. means and so on.'),
  },

  'unknown-key': {
    remedy: 'Correct the name: the hint has the near miss, and `briefs/brief.schema.json` all names.',
    example: brief('botom_line: Raise it by two metres.'),
  },
  'missing-field': {
    remedy: 'Add the field.',
    example: wholeBrief('title: The dam at Orle'),
  },
  'wrong-type': {
    remedy:
      'Give the field what the message asks for: a text in quotation marks, a number without, a list with `-`.',
    example: brief('key_facts: It is 40 m high.'),
  },
  'invalid-value': {
    remedy: 'Choose one of the values in the hint.',
    example: brief('status: final'),
  },
  'empty-text': {
    remedy: 'Write the text, or remove the field.',
    example: brief("issue: ''"),
  },
  'invalid-character': {
    remedy:
      'Delete the character, which nobody sees and which cannot be printed, and type the words around it anew.',
    example: brief('issue: "Should the dam\\u0007 be raised?"'),
  },
  'invalid-date': {
    remedy:
      'Write a day as 2025-03-10, a month as 2025-03, about a year as 2025~, a span as 2024/2025; a date in words is `when` in a timeline.',
    example: brief('timeline:\n  - {date: 10 March 2025, event: The vote}'),
  },
  'duplicate-id': {
    remedy: 'Give each item an id of its own, and correct what refers to it.',
    example: brief('actors:\n  - {id: vela, name: Ines Vela}\n  - {id: vela, name: Juan Vela}'),
  },
  'unknown-actor': {
    remedy: 'Correct the id, or add the actor to `actors`.',
    example: brief(
      'actors:\n  - {id: vela, name: Ines Vela}\nstakes:\n  - {stake: The harvest, who: [vella]}',
    ),
  },
  'unknown-source': {
    remedy: 'Correct the id, or add the source to `sources`.',
    example: brief(
      'issue: "Should the dam be raised [@courrier]?"\nsources:\n  - {id: courier, title: Mayor speaks}',
    ),
  },
  'unknown-reference': {
    remedy:
      'Correct the name, which is `tbl:`, `fig:`, `sec:`, `box:` or `annex:` with an id of the brief. `\\@tbl:x` prints what is no reference.',
    example: brief(
      'issue: Should it be raised? See @sec:safty.\nsections:\n  - {id: safety, title: Safety, body: It leaks.}',
    ),
  },
  'unknown-section': {
    remedy: 'Name a section of one of the audiences, or another of `sections`, or leave `after` out.',
    example: brief('sections:\n  - {id: safety, title: Safety, after: backgruond, body: It leaks.}'),
  },
  'unknown-marking': {
    remedy:
      'Correct the label, or put its scheme in force with `markings` in `briefwright.yaml`; docs/markings.md lists the schemes and says how to add one.',
    example: brief(
      'classification: TLP:AMBRE\nkey_facts:\n  - {fact: It is 40 m high., classification: OFFICIAL}',
    ),
  },
  'unknown-audience': {
    remedy: 'Correct the name; `briefwright audiences` lists those that there are.',
    example: brief('audiences: [decision, pres]'),
  },
  'invalid-citation': {
    remedy: 'Write citations as `[@id]`, `[@id, p. 4]` or `[@id; @other]`.',
    example: brief(
      'key_facts:\n  - {fact: It is 40 m high., cite: courier p. 4}\nsources:\n  - {id: courier, title: Mayor speaks}',
    ),
  },
  'citation-in-text': {
    remedy:
      'Put the citation into brackets, `[@id]` or `[@id, p. 4]`, after what it says. `\\@id` prints a name that is no citation.',
    example: brief(
      'issue: As @courier says [@courier], it is high.\nsources:\n  - {id: courier, title: Mayor speaks}',
    ),
  },
  'citation-unprinted': {
    remedy: 'Cite the source in the field whose statement it supports, in `cite` or in brackets.',
    example: brief(
      'stance_on: the dam [@courier]\nissue: It is high [@courier].\nsources:\n  - {id: courier, title: Mayor speaks}',
    ),
  },
  'link-other-host': {
    remedy: 'Let the words of a link say where it leads, or say nothing of a host.',
    example: brief('issue: See [dam.example](https://weir.example/).'),
  },
  'block-mark': {
    remedy:
      'Write plain sentences, or put lists into a field that takes them, in a text that begins with `|`. A backslash before the mark prints it.',
    example: brief('issue: |\n  Should the dam be raised?\n\n  ## Costs'),
  },
  'short-text-long': {
    remedy: 'Shorten it: it stands in a narrow column of a table. The long form has a field of its own.',
    example: brief(
      'actors:\n  - {id: board, name: The board, position: For it., position_short: for it in all that it has said}',
    ),
  },
  'inline-mark': {
    remedy:
      'Close or remove the mark, and write characters instead of entities. A backslash before a mark that is meant so prints it: `\\*`.',
    example: brief('issue: Should the **dam be raised?'),
  },
  'prose-block': {
    remedy:
      'A table has a row of names, a row of dashes below it, and as many cells in each row; a note holds paragraphs, a block quotation paragraphs and lists.',
    example: brief('background: |\n  | Year | Cost |\n  |------|-----:|\n  | 2025 |'),
  },
  'note-misplaced': {
    remedy:
      'Say it in the text, or call the note from a paragraph, a list or a row of a table in long prose.',
    example: brief('issue: Should the dam be raised?[^1]'),
  },
  'note-without-text': {
    remedy: 'Write the text below, in the same field: `[^1]: …`. A backslash before the bracket prints it.',
    example: brief('background: The dam was raised twice[^1].'),
  },
  'note-without-call': {
    remedy: 'Call the note after the word that it belongs to, or remove its text.',
    example: brief('background: |\n  The dam was raised twice.\n\n  [^1]: In 1931 and in 1968.'),
  },
  'note-called-twice': {
    remedy:
      'Call the note where it is needed first. What is to be said at the second place too stands in a note of its own, or in the text.',
    example: brief(
      'background: |\n  The dam was raised twice[^1]. Nobody asked why[^1].\n\n  [^1]: In 1931 and in 1968.',
    ),
  },
  'duplicate-note': {
    remedy: 'Give one of the two another label, and call it by that.',
    example: brief(
      'background: |\n  The dam was raised twice[^1].\n\n  [^1]: In 1931 and in 1968.\n  [^1]: By two metres.',
    ),
  },
  'unused-source': {
    remedy: 'Cite the source where it is used, or remove it.',
    example: brief('sources:\n  - {id: courier, title: Mayor speaks}'),
  },
  'review-open': {
    remedy: 'Do what the comment asks for, and remove it.',
    example: brief('# review: is the date right?\nissue: Should the dam be raised?'),
  },
} as const satisfies Record<string, FindingEntry>
