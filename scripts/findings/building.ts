import { DAM_BRIEF } from './example-workspace.js'
import { article, BRIEF, brief, type FindingEntry, recipients } from './finding-entry.js'

const PRINTABLE = { [BRIEF]: `${DAM_BRIEF}bottom_line: Raise it by two metres.\n` }

/** A command in a workspace with one brief that can be printed. */
const command = (
  line: string,
  files: Record<string, string> = {},
  ...before: string[]
): FindingEntry['example'] => ({
  shown: `briefwright ${line}`,
  language: 'sh',
  steps: [{ ...PRINTABLE, ...files }, ...before, line],
})

/** What is said of an edition that workers were to print. */
const onQueue = (finding: string): FindingEntry['example'] => ({
  shown: 'briefwright build --queue redis://queue.example --store /srv/store',
  language: 'sh',
  steps: [],
  printed: `briefs/dam.yaml:1:1: error: ${finding}`,
})

/** Building, mail merges, manifests and drafts. */
export const BUILDING = {
  'source-date-invalid': {
    remedy: 'Set `SOURCE_DATE_EPOCH` to whole seconds since 1970, as `date +%s` prints them, or unset it.',
    example: {
      shown: 'SOURCE_DATE_EPOCH=2025-03-10 briefwright build',
      language: 'sh',
      steps: [PRINTABLE, 'SOURCE_DATE_EPOCH=2025-03-10 build -a public -j 1'],
    },
  },
  'option-useless': {
    remedy: 'Leave the option out, or ask for what it is for.',
    example: {
      shown: 'briefwright build --whole',
      language: 'sh',
      steps: [PRINTABLE, 'build -a public --whole -j 1'],
    },
  },
  'no-briefs': {
    remedy: 'Run the command in the folder that holds `briefs/`, or name the briefs.',
    example: {
      shown: 'briefwright build',
      language: 'sh',
      steps: [{ 'briefs/notes.txt': 'The dam' }, 'build'],
    },
  },
  'pack-invalid': {
    remedy: 'Correct the setting: `docs/packs.md` has all of them.',
    example: command('pack briefs/week.pack.yaml', {
      'briefs/week.pack.yaml':
        'title: The week\nas_of: 2025-03-10\nitems:\n  - {brief: dam, audience: pres}\n',
    }),
  },
  'pack-edition-twice': {
    remedy: 'Remove one of the two items.',
    example: command('pack briefs/week.pack.yaml', {
      'briefs/week.pack.yaml':
        'title: The week\nas_of: 2025-03-10\nitems:\n  - {brief: dam, audience: public}\n  - {brief: dam, audience: public}\n',
    }),
  },
  'pack-edition-failed': {
    remedy: 'Mend what is reported of the edition, or take it out of the pack.',
    example: command('pack briefs/week.pack.yaml', {
      'briefs/dam.yaml': `${DAM_BRIEF}bottom_line: See [@nobody].\n`,
      'briefs/week.pack.yaml':
        'title: The week\nas_of: 2025-03-10\nitems:\n  - {brief: dam, audience: public}\n',
    }),
  },
  'pack-above-clearance': {
    remedy: 'Take the edition out of the pack, or raise the `clearance` of the pack.',
    example: command('pack briefs/week.pack.yaml', {
      'briefs/dam.yaml': `${DAM_BRIEF}bottom_line: Raise it.\nclassification: TLP:AMBER\n`,
      'briefs/week.pack.yaml':
        'title: The week\nas_of: 2025-03-10\nclearance: TLP:GREEN\nitems:\n  - {brief: dam, audience: decision}\n',
    }),
  },
  'brief-name': {
    remedy: 'Rename the file with letters, digits and hyphens.',
    example: command('build briefs/con.yaml', { 'briefs/con.yaml': DAM_BRIEF }),
  },
  'file-exists': {
    remedy: 'Choose another name, or remove the file.',
    example: command('new dam'),
  },
  'write-failed': {
    remedy: 'See that the folder can be written to, that no file has its name, and that the disk has room.',
    example: command('build -a public -j 1 -o notes.txt', { 'notes.txt': 'Notes\n' }),
  },
  'duplicate-output': {
    remedy: 'Rename one of the two, or build them into different folders with `--out`.',
    example: command('build briefs/dam.yaml more/dam.yaml', { 'more/dam.yaml': DAM_BRIEF }),
  },
  'edition-crashed': {
    remedy:
      'Report it, with the brief if you may: this is a fault of the program. The other editions are printed.',
    example: {
      shown: 'briefwright build',
      language: 'sh',
      steps: [],
      printed:
        'briefs/dam.yaml:1:1: error: the edition `public` was not printed: internal error: … [edition-crashed]',
    },
  },
  'workers-died': {
    remedy:
      'Print the edition by itself, without `--queue`: it likely takes more memory than a worker has. The other editions are printed.',
    example: onQueue('the edition `public` was not printed: 3 who were to do it died [workers-died]'),
  },
  'edition-timeout': {
    remedy:
      'Make the brief shorter, or give the workers more time: `briefwright worker --time-limit SECONDS`.',
    example: onQueue('the edition `public` was not printed: it took more than 120 seconds [edition-timeout]'),
  },
  'store-failed': {
    remedy: 'See that the store can be read and written, by the build and by its workers, and build again.',
    example: onQueue(
      'the edition `public` was not printed: cannot read `results/…` in the store `/srv/store`: no space is left [store-failed]',
    ),
  },
  'queue-failed': {
    remedy: 'See that the queue can be reached, and build again.',
    example: onQueue('the edition `public` was not printed: the queue does not answer [queue-failed]'),
  },
  'batch-too-large': {
    remedy: 'Ask for it in parts: fewer briefs, audiences, languages or recipients in each.',
    example: {
      shown: 'POST /v1/render # with data of 20,000 rows',
      language: 'sh',
      steps: [],
      printed:
        'briefs:1:1: error: the batch has 20000 editions, and one may have 10000 [batch-too-large]\n  hint: print it in parts: fewer briefs, audiences, languages or recipients in each',
    },
  },
  'changed-meanwhile': {
    remedy: 'Build again.',
    example: {
      shown: 'briefwright build # while briefs/dam.yaml is saved with an error',
      language: 'sh',
      steps: [],
      printed:
        'briefs/dam.yaml:1:1: error: `dam` was changed while it was printed [changed-meanwhile]\n  hint: build again',
    },
  },

  'recipients-invalid': {
    remedy:
      'Save the table as CSV in UTF-8, with a row of names at the top and an equal number of columns in each row.',
    example: recipients('id,name\njane,"Jane Roe'),
  },
  'recipient-column': {
    remedy: 'Name each column once; `id` must be among them.',
    example: recipients('name,town\nJane Roe,Orle'),
  },
  'recipient-column-name': {
    remedy: 'Rename the column as the hint says, if it is to choose audiences or languages.',
    example: recipients('id,Audience\njane,public'),
  },
  'recipient-name': {
    remedy: 'Write the `id` with letters, digits and hyphens: it names a file.',
    example: recipients('id,name\nacme/jane,Jane Roe'),
  },
  'recipient-duplicate': {
    remedy: 'Give each row an `id` of its own.',
    example: recipients('id,name\njane,Jane Roe\njane,Jane Doe'),
  },
  'recipient-field-empty': {
    remedy: 'Fill the field in, or let the text do without it: `{{#if recipient.name}}`.',
    example: recipients('id,name\njane,', 'bottom_line: "{{recipient.name}}, raise it."'),
  },
  'recipient-absent': {
    remedy: 'Build with `--data FILE.csv`, or write a wording that does without the recipient.',
    example: brief('bottom_line: "{{recipient.name}}, raise it."', 'build -a public -j 1'),
  },
  'recipient-unserved': {
    remedy: 'Correct the audience in the row, or remove the row.',
    example: {
      shown: 'id,audience\njane,press\ntom,public',
      language: 'csv',
      steps: [
        { ...PRINTABLE, 'briefs/people.csv': 'id,audience\njane,press\ntom,public\n' },
        'build -a public --data briefs/people.csv -j 1',
      ],
    },
  },

  'manifest-unreadable': {
    remedy: 'Name the `manifest.json` that a build has written.',
    example: command('manifest merge part.json', { 'part.json': '{}\n' }),
  },
  'edition-missing': {
    remedy: 'Build the shard that had it, and merge again.',
    example: command('manifest merge one/manifest.json', {}, 'build --shard 1/4 -o one -j 1'),
  },
  'edition-doubled': {
    remedy: 'Name each manifest once, and give each machine another shard.',
    example: command(
      'manifest merge one/manifest.json two/manifest.json',
      {},
      'build -a public -o one -j 1',
      'build -a public -o two -j 1',
    ),
  },
  'edition-differs': {
    remedy: 'Build all shards from the same files, with the same release.',
    example: {
      shown:
        '# two/ was built after the brief was edited\nbriefwright manifest merge one/manifest.json two/manifest.json',
      language: 'sh',
      steps: [
        PRINTABLE,
        'build -a public -o one -j 1',
        { [BRIEF]: `${DAM_BRIEF}bottom_line: Leave it.\n` },
        'build -a public -o two -j 1',
        'manifest merge one/manifest.json two/manifest.json',
      ],
    },
  },

  'article-not-text': {
    remedy: 'Save the article as text, Markdown or HTML.',
    example: article('%PDF-1.7\n%âãÏÓ\n1 0 obj\n', '%PDF-1.7'),
  },
  'article-empty': {
    remedy:
      'See whether the file is the one that you mean: a page that a script fills has no text when it is saved.',
    example: article('\n', '(an empty file)'),
  },
  'article-not-english': {
    remedy:
      'Write the brief by hand: `briefwright new NAME` begins one. What a draft knows of speakers and events is English.',
    example: article(
      'Der Streit um den Damm\n\nDer Damm von Orle wird im kommenden Jahr um zwei Meter erhöht, wie die Bürgermeisterin am Montag mitteilte. Die Bauern im Tal sind nicht einverstanden und wollen gegen den Beschluss klagen.\n\nDas Ministerium will die Kosten nicht allein tragen und erwartet von der Stadt einen eigenen Beitrag.\n',
      'Der Damm von Orle wird im kommenden Jahr um zwei Meter erhöht, …',
    ),
  },
  'article-language-unknown': {
    remedy:
      'Say that the article is in English, `briefwright draft article.txt --lang en`, or give more of it.',
    example: article('Ann Moe, mayor. Otto Brahm, farmer.\n', 'Ann Moe, mayor. Otto Brahm, farmer.'),
  },
  'article-encoding': {
    remedy: 'Save the file as UTF-8 if letters with accents are wrong.',
    example: article(
      Buffer.from(
        'The café by the dam is closed, said its owner. “We wait,” she said on Monday.\n',
        'latin1',
      ),
      'The café by the dam is closed (saved as Windows-1252)',
    ),
  },
  'draft-unproved': {
    remedy:
      'Name a file for the brief, `-o briefs/NAME.yaml`, and the text of the article is kept beside it.',
    example: {
      shown: 'briefwright draft page.html',
      language: 'sh',
      steps: [
        {
          'page.html':
            '<!DOCTYPE html><html lang="en"><head><meta charset="utf-8"><title>The dam</title></head><body><article><h1>The dam</h1><p>“We will raise the dam,” said Ines Vela, the mayor, on Monday in the town hall of Orle.</p></article></body></html>\n',
        },
        'draft page.html',
      ],
    },
  },
} as const satisfies Record<string, FindingEntry>
