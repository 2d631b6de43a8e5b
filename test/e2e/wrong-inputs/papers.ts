import { wrong } from './wrong-input.js'

const FIELDS = (fields: string) =>
  `---\ntitle: N\ndescription: D\npage: {size: a4, margins: {top: 20, right: 20, bottom: 20, left: 20}}\nlimit: 1\ntype: {size: 10, floor: 9}\nclearance: TLP:AMBER\nsections: []\n${fields}---\n<h1>{{title}}</h1>\n`
const NOTE = '{{#if custom.cost}}<p>{{custom.cost}}</p>{{/if}}\n'
const custom = (fields: string, brief: string) => ({
  'templates/analyst.hbs': FIELDS(fields) + NOTE,
  'briefs/a.yaml': brief,
})

/** Submissions, decisions, consultation, custom fields and front matter. */
export const PAPERS = [
  wrong(
    'a clearance at no date',
    'invalid-date',
    '',
    'submission:\n  to: The minister\n  cleared_by: [{name: A, date: ▸soon}]\n',
  ),
  wrong(
    'a submission with an unknown key',
    'unknown-key',
    'did you mean `copied_to`?',
    'submission: {to: The minister, ▸copied: [A]}\n',
  ),
  wrong(
    'a clearance without a name',
    'missing-field',
    'name',
    'submission:\n  to: The minister\n  cleared_by: [{▸role: Director}]\n',
  ),
  wrong(
    'a decision that there is not',
    'invalid-value',
    'approve',
    'recommendation:\n  - {text: Raise it., decision: [approve, ▸agree]}\n',
  ),
  wrong(
    'a decision twice',
    'invalid-value',
    '',
    'recommendation:\n  - {text: Raise it., decision: [approve, ▸approve]}\n',
  ),
  wrong(
    'a consultation with an unknown status',
    'invalid-value',
    'did you mean `agrees`?',
    'consultation:\n  - {who: The ministry, view: Yes., status: ▸agreed}\n',
  ),
  wrong('a consultation without who', 'missing-field', 'who', 'consultation:\n  - {▸view: Yes.}\n'),
  wrong('an embargo that is no date', 'invalid-date', '', 'embargo_until: ▸next week\n'),
  wrong('a status that there is not', 'invalid-value', 'cleared', 'status: ▸final\n'),
  wrong(
    'a position of too many words',
    'short-text-long',
    'in `position`',
    'actors:\n  - {id: a, name: A, position: For., position_short: ▸for it in all that they have ever said}\n',
  ),
  wrong(
    'a custom field that no template declares',
    'unknown-key',
    'did you mean `cost`?',
    custom('fields: {cost: {type: text}}\n', 'custom: {▸cots: a}\n'),
  ),
  wrong(
    'a custom field of another type',
    'wrong-type',
    '',
    custom('fields: {cost: {type: number}}\n', 'custom: {cost: ▸many}\n'),
  ),
  wrong(
    'a custom date that is none',
    'invalid-date',
    '',
    custom('fields: {cost: {type: date}}\n', 'custom: {cost: ▸soon}\n'),
  ),
  wrong('a custom field that is missing', 'custom-field-missing', 'add `custom: { cost', {
    ...custom('fields: {cost: {type: text, required: true}}\n', ''),
    'briefs/a.yaml': '',
  }),
  wrong('a type of fields that there is not', 'audience-invalid', 'prose', {
    'templates/analyst.hbs': FIELDS('fields: {cost: {type: ▸money}}\n') + NOTE,
  }),
  wrong('a front matter with an unknown key', 'audience-invalid', 'did you mean `omits`?', {
    'templates/analyst.hbs': FIELDS('▸omit: []\n'),
  }),
  wrong('a front matter without an end', 'audience-invalid', '---', {
    'templates/analyst.hbs': '▸---\ntitle: N\n<h1>{{title}}</h1>\n',
  }),
  wrong('a page limit of nothing', 'audience-invalid', '', {
    'templates/analyst.hbs': FIELDS('').replace('limit: 1', 'limit: ▸0'),
  }),
  wrong('a theme that there is not', 'theme-invalid', 'did you mean `civic`?', {
    'templates/analyst.hbs': FIELDS('theme: ▸civc\n'),
  }),
  wrong('an omission that no item has', 'audience-invalid', '', {
    'templates/analyst.hbs': FIELDS('omits: [▸actors.vote]\n'),
  }),
]
