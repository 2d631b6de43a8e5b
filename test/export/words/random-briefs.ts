import * as fc from 'fast-check'
import { stringify } from 'yaml'

/** A brief as nobody would write it, as the text of its file, and who it is printed for. */
export interface RandomBrief {
  readonly yaml: string
  readonly audience: string
  readonly lang: (typeof LANGUAGES)[number]
}

export const AUDIENCE_NAMES = [
  ...['decision', 'one-page', 'press', 'analyst', 'legislator', 'public'],
  ...['submission', 'question', 'research'],
] as const
const LANGUAGES = ['en', 'en-US', 'de', 'es', 'fr'] as const
const SOURCES = 3
const ACTORS = 2

/** What formats read as marks of their own, and what readers of these set in another way; as prose has it. */
const WORD = fc.constantFrom(
  ...[
    'water',
    'the harbour',
    'Ørsted',
    'naïve',
    'd’accord',
    'don\\’t',
    "don't",
    '“quoted words”',
    '« ainsi »',
  ],
  ...[
    '‘single’',
    '"straight"',
    "'straight'",
    '3,720',
    '148.8',
    '1 234,5',
    '€5',
    '50 %',
    '§ 4',
    'A&B',
    '&amp;',
  ],
  ...['\\*starred\\*', '\\_under\\_', 'snake_case_name', '\\[bracketed\\]', '\\[^1\\]', '#hash', '\\# head'],
  ...[
    '- dash',
    '– en –',
    '—',
    '--',
    '---',
    '...',
    '…',
    'a@b.example',
    '$5 and $6',
    '\\~tilde\\~',
    'a|b',
    '| bar |',
  ],
  ...[
    'back\\\\slash',
    '\\`tick\\`',
    '100%',
    '% percent',
    'https://plain.example/a_b?c=d',
    '½',
    'm²',
    'H₂O',
    '10^6',
  ],
  ...['soft\u00adhyphen', 'word\u00a0nbsp', '=equal=', '+plus', '+ plus', ': colon', '~ tilde', '::: colons'],
  ...['a < b', 'a > b', '<script>', '{brace}', '{{braces}}', '{.class}', '(a) item', 'i. roman', 'A. letter'],
  ...[
    '1. one',
    '1) one',
    '(1) one',
    '#. hash',
    '(@) example',
    '@nobody',
    '†',
    '!bang',
    '!\\[no\\]',
    ':smile:',
  ],
  ...[
    'Ελληνικά',
    'Українська',
    'Đặng',
    'x = y',
    '***',
    '* * *',
    '===',
    '^raised^',
    '\\^caret',
    "it's '90s",
    '\\\\ ',
  ],
  ...[
    '“a ‘b’ c”',
    '(see below)',
    'very long hyphenated-compound-words',
    'Donaudampfschifffahrtsgesellschaft',
  ],
)
const MARKED = fc.constantFrom(
  ...['*emphasised*', '**strong**', '*two words*', '**very strong words**', 'half*way*there', '**A.** b'],
  ...['[a link](https://weir.example/a_(b)?c=d&e=f)', '[**strong** link](https://weir.example/)'],
  ...['*“quoted”*', '**1.**', '*a **b** c*', '[x](mailto:who@weir.example)'],
)
const citation = fc
  .tuple(
    fc.nat(SOURCES - 1),
    fc.constantFrom('', ', para. 4', ', paras. 4, 8', ', p. 9', ', ch. 2'),
    fc.constantFrom('', 'see '),
  )
  .map(([source, where, before]) => `[${before}@s${source}${where}]`)
const plain = fc.array(WORD, { minLength: 1, maxLength: 6 }).map(words => words.join(' '))
const verbatim = plain.map(text => text.replace(/\\(?=[^\s\w])/g, '').replaceAll('[^', '['))
const prose = fc
  .array(fc.oneof({ weight: 6, arbitrary: WORD }, MARKED, citation), { minLength: 1, maxLength: 8 })
  .map(words => `So ${words.join(' ').replace(/ \[(?=see @|@)/g, ' [')}.`)

/** A note is called in one paragraph and follows it; `N` is made a name of its own. */
const paragraph = fc.oneof(
  { weight: 4, arbitrary: prose },
  fc.tuple(prose, prose).map(([text, note]) => `${text.slice(0, -1)}[^N].\n\n[^N]: ${note}`),
)
const quoted = (text: string) =>
  text
    .split('\n')
    .map(line => `> ${line}`)
    .join('\n')
const block = fc.oneof(
  { weight: 4, arbitrary: paragraph },
  fc.array(prose, { minLength: 1, maxLength: 3 }).map(items => items.map(item => `- ${item}`).join('\n')),
  fc
    .array(prose, { minLength: 1, maxLength: 3 })
    .map(items => items.map((item, index) => `${index + 1}. ${item}`).join('\n')),
  fc.tuple(prose, prose, prose).map(([one, two, three]) => `- ${one}\n  1. ${two}\n\n- ${three}`),
  fc.tuple(prose, prose, prose).map(([one, two, three]) => `1. ${one}\n\n   ${two}\n\n   - ${three}`),
  plain.map(text => `#### ${text}`),
  fc.tuple(prose, plain).map(([text, who]) => `${quoted(text)}\n> — ${who}`),
  fc
    .tuple(...[plain, plain, plain, plain].map(cell => cell.map(text => text.replaceAll('|', '\\|'))))
    .map(([a, b, c, d]) => `| ${a} | ${b} |\n|:---|---:|\n| ${c} | ${d} |`),
)
const long = fc.array(block, { minLength: 1, maxLength: 5 }).map(blocks => {
  let notes = 0
  return blocks
    .map(text => {
      if (text.includes('[^N]')) notes++
      return text.replaceAll('[^N]', `[^n${notes}]`)
    })
    .join('\n\n')
})

const NO_MORE = { requiredKeys: [] as never[] }
const cite = fc.option(
  fc
    .uniqueArray(fc.nat(SOURCES - 1), { maxLength: 2 })
    .map(all => all.map(one => `@s${one}, para. ${one + 2}`)),
  { nil: undefined },
)
const list = <Value>(fields: fc.Arbitrary<Value>, most = 3) =>
  fc.array(fields, { minLength: 1, maxLength: most })
const date = fc.constantFrom('2025-01-20', '2025-02', '2025-03~', '2024/2025', '2025-05-01/2025-06-30')
const rating = fc.integer({ min: 1, max: 5 })

const fields = fc.record(
  {
    subtitle: verbatim,
    authors: list(verbatim, 2),
    organisation: verbatim,
    contact: plain,
    status: fc.constantFrom('draft', 'cleared'),
    version: fc.constantFrom('2.1', 'β'),
    embargo_until: fc.constant('2025-10-07'),
    distribution: plain,
    classification: fc.constantFrom('TLP:CLEAR', 'TLP:GREEN'),
    issue: prose,
    background: long,
    key_facts: list(fc.record({ fact: prose, cite })),
    timeline: list(fc.record({ date, event: prose, label: plain, cite })),
    stakes: list(
      fc.record({
        ...{ stake: prose, description: prose, likelihood: rating, impact: rating, horizon: plain, cite },
        who: fc.subarray(['a0', 'a1']),
      }),
    ),
    quotes: list(
      fc.record({
        ...{ text: plain, speaker: fc.constantFrom('a0', 'a1'), source: fc.constantFrom('s0', 's1') },
        ...{ context: plain, lang: fc.constantFrom(undefined, 'es', 'de'), translation: plain },
      }),
    ),
    options: list(fc.record({ name: plain, summary: prose, pros: list(prose, 2), cons: prose, risk: prose })),
    recommendation: list(
      fc.record({
        ...{ text: prose, by: fc.constantFrom('2025-10-17', 'soon'), owner: plain, cite },
        decision: fc.subarray(['approve', 'decline', 'discuss', 'note']),
      }),
    ),
    consultation: list(fc.record({ who: plain, view: prose })),
    lines_to_take: list(fc.record({ line: prose, status: fc.constantFrom('proactive', 'reactive'), cite })),
    qa: list(fc.record({ question: prose, answer: long, if_pressed: prose, cite })),
    do_not_say: list(fc.record({ line: prose, why: prose })),
    questions: list(fc.record({ question: prose, to: plain, why: prose })),
    judgements: list(
      fc.record({
        ...{ text: prose, likelihood: fc.constantFrom('likely', 'unlikely'), basis: prose },
        confidence: fc.constantFrom('low', 'moderate', 'high'),
      }),
    ),
    next_steps: list(fc.record({ action: prose, owner: plain, due: date, cite })),
    watch: list(fc.record({ indicator: prose, meaning: prose })),
    gaps: list(fc.record({ gap: prose, why: prose })),
    glossary: list(fc.record({ term: plain, meaning: prose })),
    sections: list(fc.record({ title: plain, body: long }), 2),
    boxes: list(fc.record({ title: plain, body: long }), 1),
    annexes: list(fc.record({ title: plain, body: long }), 1),
    images: list(fc.record({ alt: verbatim, caption: plain, credit: plain, file: fc.constant('a.png') }), 1),
    tables: fc.tuple(plain, verbatim, verbatim, prose, cite).map(([title, one, two, note, cited]) => [
      {
        ...{ id: 't', title, note, cite: cited },
        columns: [
          { key: 'a', title: 'What' },
          { key: 'b', title: one, align: 'decimal', unit: 'Mt' },
        ],
        rows: [
          [two, 12.5],
          ['All', 3720],
        ],
        total: true,
      },
    ]),
    submission: fc.record({
      to: plain,
      from: plain,
      reference: verbatim,
      deadline: fc.constant('2025-10-17'),
    }),
  },
  NO_MORE,
)

/** A list whose items have ids of their own. */
const numbered = (name: string, items: readonly object[] | undefined) =>
  items?.map((item, index) => ({ id: `${name}${index}`, ...item }))

const actors = fc.array(
  fc.record({
    ...{ role: plain, position: prose, interest: prose, side: plain, influence: rating, cite },
    support: fc.integer({ min: -2, max: 2 }),
  }),
  { minLength: ACTORS, maxLength: ACTORS },
)
const sources = fc.array(
  fc.record(
    {
      title: verbatim,
      author: verbatim,
      container_title: verbatim,
      issued: fc.constantFrom('2025-01-20', '2025'),
      url: fc.constantFrom('https://weir.example/a_b', 'https://weir.example/?q=%C3%A9&r=(1)'),
      note: plain,
    },
    { requiredKeys: ['title'] },
  ),
  { minLength: SOURCES, maxLength: SOURCES },
)

export const randomBrief: fc.Arbitrary<RandomBrief> = fc
  .record({
    ...{ title: verbatim, bottom_line: prose, fields, actors, sources },
    ...{ audience: fc.constantFrom(...AUDIENCE_NAMES), lang: fc.constantFrom(...LANGUAGES) },
    withChart: fc.boolean(),
  })
  .map(({ title, bottom_line, fields: some, actors: all, sources: cited, audience, lang, withChart }) => {
    const { sections, boxes, annexes, images, tables, ...others } = some
    const charts =
      tables && withChart ? [{ id: 'c', title: 'A chart', kind: 'bar', table: 't', x: 'a', y: 'b' }] : []
    const brief = {
      ...{ title, as_of: '2025-01-20', lang, bottom_line, ...others },
      actors: numbered(
        'a',
        all.map((actor, index) => ({ name: `Member ${'AB'[index]}`, ...actor })),
      ),
      sources: numbered('s', cited),
      ...{
        sections: numbered('sec', sections),
        boxes: numbered('box', boxes),
        images: numbered('i', images),
      },
      ...{ annexes: numbered('x', annexes), tables, charts },
    }
    return { yaml: stringify(brief, { lineWidth: 0 }), audience, lang }
  })
