import fc from 'fast-check'
import { test } from 'uvu'
import * as assert from 'uvu/assert'
import { Findings, SourceFile } from '../../../src/diagnostics/index.js'
import { parseAudience, type RecipientData, selectEdition } from '../../../src/edition/index.js'
import { findNodes, type Inline, renderTemplate, textOfInlines } from '../../../src/markup/index.js'
import { briefOf, NO_EVIDENCE } from '../../edition/support.js'
import { template } from '../../support/briefs.js'
import { libraryOf } from '../../support/edition.js'
import { banner, TLP } from '../../support/markings.js'
import { recipientOf } from '../../support/recipients.js'

const SOURCE = 'sources: [{ id: paper, title: The paper, url: "https://example.org/" }]'

/** Renders the `issue` of a brief, or what a template's body makes of it, for a recipient. */
function rendered(issue: string, fields?: RecipientData['fields'], body = '<p>{{issue}}</p>', more = '') {
  const findings = new Findings()
  const file = new SourceFile('templates/press.hbs', template(body))
  const audience = parseAudience(file, 'press', findings.report, TLP)
  const brief = briefOf(`issue: ${JSON.stringify(issue)}\n${SOURCE}\n${more}`)
  const reader = { recipient: fields && recipientOf(fields) }
  const edition = audience && selectEdition(brief, NO_EVIDENCE, audience, findings.report, new Set(), reader)
  const document = edition && renderTemplate(edition, libraryOf(), findings.report)
  const [paragraph] = document ? findNodes(document.blocks, 'paragraph') : []
  const found = findings.all.map(({ code, place }) => {
    const { line, column } = place.file.position(place.range.start)
    return `${place.file.path}:${line}:${column} ${code}`
  })
  return {
    document,
    line: paragraph?.children ?? [],
    found,
    messages: findings.all.map(({ message }) => message),
  }
}

/** The kinds of inlines, with the text of those that are text. */
const outline = (line: readonly Inline[]): string =>
  line
    .map(node => {
      if (node.kind === 'text') return node.text
      return `<${node.kind}${'href' in node ? ` ${node.href}` : ''}${'children' in node ? `: ${outline(node.children)}` : ''}>`
    })
    .join('')

const squeezed = (text: string) => text.replace(/\s+/g, '')

const HOSTILE =
  '<script>alert(1)</script> {{x}} *a* __b__ [@paper] [c](http://d.example) \\* &amp; `e` “four words of nobody” # - 1.'

test('nothing of a cell acts: neither as Markdown, nor as a citation, a template or markup', () => {
  const { line, found, document } = rendered('To {{recipient.name}}!', { name: HOSTILE })
  assert.equal([outline(line), found], [`To ${HOSTILE}!`, []])
  assert.equal(document?.sources, [])
  const direct = rendered('x', { name: HOSTILE }, '<p>{{recipient.name}}</p>')
  assert.equal([outline(direct.line), direct.found], [HOSTILE, []])
})

test('a column may have a name of several words', () => {
  const { line, found } = rendered(
    'To {{recipient.full name}} of {{ recipient.Dept. / unit }} ([page](https://weir.example/{{recipient.full name}}))',
    { 'full name': 'Ann Ros', 'Dept. / unit': 'Water' },
  )
  assert.equal(
    [outline(line), found],
    ['To Ann Ros of Water (<link https://weir.example/Ann%20Ros: page>)', []],
  )
})

test('the Markdown around a placeholder acts whatever the cell holds', () => {
  for (const name of ['Ann', 'Ros, A.', ' Ann ', '*', '**', '(x)', '\\', '_a', '-'])
    for (const [issue, expected] of [
      ['**{{recipient.name}}**s', `<strong: ${name}>s`],
      ['a*{{recipient.name}}*', `a<emphasis: ${name}>`],
      ['[{{recipient.name}}](http://x.example)', `<link http://x.example: ${name}>`],
      ['\\*{{recipient.name}}\\*', `*${name}*`],
    ] as const)
      assert.is(squeezed(outline(rendered(issue, { name }).line)), squeezed(expected), `${issue} ${name}`)
})

test('any text of a cell is one text on the page', () => {
  const words = fc.string({ unit: 'grapheme', minLength: 1 }).filter(text => !/\s|\p{C}/u.test(text))
  fc.assert(
    fc.property(words, name => {
      const { line, document } = rendered('A {{recipient.name}}, [@paper]', { name })
      assert.is(outline(line), `A ${name},<reference>`)
      assert.is(document?.sources.length, 1)
    }),
    { seed: 5, numRuns: 200 },
  )
})

test('a cell of several lines stays in its line, and one with nothing in it leaves no paragraph', () => {
  const { line } = rendered('To {{recipient.name}}.', { name: 'Ann\r\n\r\n- Port\u2028Hill\u0001b0\u0002' })
  assert.is(outline(line).replace('\u2028', ' '), 'To Ann - Port Hillb0.')
  const yaml = '{{recipient.note}}\n\n- {{recipient.note}}\n- one\n\nLast'
  const { document, found } = rendered(yaml, { note: '' }, '{{paragraphs issue}}')
  assert.equal(
    findNodes(document?.blocks ?? [], 'text').map(({ text }) => text),
    ['one', 'Last'],
  )
  assert.is(findNodes(document?.blocks ?? [], 'list')[0]?.items.length, 1)
  assert.equal(found, ['people.csv:2:1 recipient-field-empty'])
})

test('a condition asks what the recipient makes of a text', () => {
  const body = '{{#if issue}}<p>{{issue}}</p>{{else}}<p>none</p>{{/if}}'
  const said = (note: string | null) => outline(rendered('{{recipient.note}}', { note }, body).line)
  assert.equal([said('Come early'), said(''), said(null)], ['Come early', 'none', 'none'])
})

test('numbers and truth are filled in, too', () => {
  const { line } = rendered('{{recipient.seats}} {{recipient.vip}}', { seats: 0, vip: true })
  assert.is(outline(line), '0 true')
})

test('a recipient may have an address of its own, or a part of one, and no script', () => {
  const linked = (issue: string, to: string) => {
    const { line, found } = rendered(issue, { to })
    return found.length > 0 ? found.join() : outline(line)
  }
  assert.is(
    linked('[a](https://x.example/?who={{recipient.to}}&b=1)', 'ä b&c=d#e'),
    '<link https://x.example/?who=%C3%A4%20b%26c%3Dd%23e&b=1: a>',
  )
  assert.is(linked('[a](mailto:{{recipient.to}})', 'a@b.example'), '<link mailto:a@b.example: a>')
  assert.is(
    linked('[a]({{recipient.to}})', 'https://x.example/é?b=c'),
    '<link https://x.example/%C3%A9?b=c: a>',
  )
  assert.is(
    linked('[a](https://x.example/{{recipient.to}})', '\ud800'),
    '<link https://x.example/%EF%BF%BD: a>',
  )
  for (const to of ['javascript:alert(1)', ' javascript:x', 'file:///etc', '//x.example', ''])
    assert.match(linked('[a]({{recipient.to}})', to), 'briefs/affair.yaml:3:8 unsafe-link')
})

test('a citation may lead a recipient to a page', () => {
  const { line, document } = rendered('So [see {{recipient.a}} @paper, p. {{recipient.page}}]', {
    a: '<b>',
    page: 4,
  })
  assert.is(outline(line), 'So<reference>')
  const [reference] = findNodes(document?.blocks ?? [], 'reference')
  assert.is(reference?.label, 'see <b> p. 4')
})

test('words of a recipient lead to the row, those around them to the brief', () => {
  const { line } = rendered('To {{recipient.name}}, now', { name: 'Ann' })
  assert.equal(
    line.map(node => `${textOfInlines([node])}|${node.place.file.path}`),
    ['To |briefs/affair.yaml', 'Ann|people.csv', ', now|briefs/affair.yaml'],
  )
})

test('a marked item counts for the banner even where it prints nothing but words of the recipient', () => {
  const facts = 'key_facts: [{ fact: "{{recipient.name}}", classification: TLP:AMBER }]'
  const body = '{{#each key_facts}}<p>{{fact}}</p>{{/each}}'
  const { document } = rendered('x', { name: 'Ann' }, body, facts)
  assert.equal(document?.banners, banner('TLP:AMBER'))
})

test('figures, attributes and metadata have the words of the recipient', () => {
  const timeline = 'timeline: [{ date: 2025-01-20, event: "{{recipient.name}} came" }]'
  const body =
    '<h1>{{title}}</h1><timeline></timeline><figure><img src="a.png" alt="{{plain issue}}"></figure>'
  const { document } = rendered('For *{{recipient.name}}*', { name: '*Ann*' }, body, timeline)
  assert.is(document?.subject, 'For *Ann*')
  assert.is(findNodes(document?.blocks ?? [], 'figure')[0]?.alt, 'For *Ann*')
  const [diagram] = findNodes(document?.blocks ?? [], 'diagram')
  assert.match(JSON.stringify(diagram?.data), '"text":"*Ann* came"')
})

test('what is asked for in vain is an error where it is printed, and there alone', () => {
  const absent = rendered('To {{recipient.name}} of {{recipient.town}}')
  assert.is(absent.document, undefined)
  assert.equal(absent.found, [
    'briefs/affair.yaml:3:12 recipient-absent',
    'briefs/affair.yaml:3:34 recipient-absent',
  ])
  assert.match(absent.messages.join(), 'no recipient to fill in `{{recipient.town}}`')
  const lacking = rendered('To {{recipient.name}} of {{recipient.town}}', { name: 'Ann' })
  assert.is(lacking.document, undefined)
  assert.equal(lacking.found, ['people.csv:2:1 recipient-column'])
  assert.match(lacking.messages.join(), 'the column `town` is missing')
  const notPrinted = rendered('Now?', undefined, '<p>{{issue}}</p>', 'background: "{{recipient.name}}"')
  assert.equal([outline(notPrinted.line), notPrinted.found], ['Now?', []])
})

test('figures, attributes and titles are no way around that', () => {
  const timeline = 'timeline: [{ date: 2025-01-20, event: "{{recipient.name}} came" }]'
  assert.equal(rendered('x', undefined, '<timeline></timeline>', timeline).found, [
    'briefs/affair.yaml:5:40 recipient-absent',
  ])
  const issue = 'For {{recipient.name}}'
  assert.equal(rendered(issue, undefined, '<figure><img src="a.png" alt="{{plain issue}}"></figure>').found, [
    'briefs/affair.yaml:3:13 recipient-absent',
  ])
  const title = 'audiences: [{ audience: press, title: "{{recipient.name}}" }]'
  assert.equal(rendered('x', undefined, '<p>x</p>', title).found, [
    'briefs/affair.yaml:5:40 recipient-absent',
  ])
  const { document, found } = rendered(issue, undefined, '<p>x</p>')
  assert.equal([document?.subject, found], ['', []], 'the subject in the metadata is no page')
})

test('what is true cannot be printed by a template', () => {
  const { found, messages } = rendered('x', { vip: true }, '<p>{{recipient.vip}}</p>')
  assert.equal(found, ['templates/press.hbs:10:4 template-failed'])
  assert.match(messages.join(), 'ask for it with `{{#if …}}`')
})

test.run()
