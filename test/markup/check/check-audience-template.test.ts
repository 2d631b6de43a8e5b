import { test } from 'uvu'
import * as assert from 'uvu/assert'
import { SourceFile } from '../../../src/diagnostics/index.js'
import {
  type AudienceTemplate,
  checkAudienceTemplate,
  checkUnusedPartial,
  type KnownRecipients,
} from '../../../src/markup/index.js'
import { libraryOf } from '../../support/edition.js'

interface Given {
  readonly partials?: Readonly<Record<string, string>>
  readonly lang?: string | undefined
  readonly sections?: readonly string[]
  readonly recipients?: KnownRecipients
  readonly templates?: readonly string[]
}

/** Findings in a template that begins in the first line of its file, and in its partials. */
function findingsIn(template: string, given: Given = {}) {
  const { partials = {}, lang = 'en', sections, recipients = 'none', templates = [] } = given
  const file = new SourceFile('templates/note.hbs', template)
  const place = { file, range: { start: 0, end: 0 } }
  const listed: AudienceTemplate['sections'] = sections?.map(name => ({ name, place }))
  return checkAudienceTemplate(
    { audience: 'note', file, bodyStart: 0, sections: listed },
    {
      library: libraryOf(partials),
      lang,
      recipients,
      templates: templates.map(text => new SourceFile('templates/other.hbs', text)),
    },
  )
}

/** Line, column and code of each finding, and the name that it suggests. */
function said(template: string, given?: Given): string[] {
  return findingsIn(template, given).map(({ place: { file, range }, code, hints }) => {
    const { line, column } = file.position(range.start)
    const where = `${file.path.replace(/^templates\/(?:note\.hbs)?(?:partials\/)?/, '')}:${line}:${column}`
    const meant = /^did you mean `([^`]+)`/.exec(hints[0] ?? '')?.[1]
    return `${where.replace(/^:/, '')} ${code}${meant === undefined ? '' : ` ${meant}`}`
  })
}

const WRONG: readonly (readonly [template: string, ...findings: string[]])[] = [
  // fields of the brief, of items, of what they refer to
  ['<p>{{titel}}</p>', '1:6 unknown-field title'],
  [
    '\n  {{#each keyfacts}}{{fact}}{{factt}}{{/each}}',
    '2:11 unknown-field key_facts',
    '2:31 unknown-field fact',
  ],
  [
    '{{#if anny}}{{titel}}{{else}}{{subtitel}}{{/if}}',
    '1:7 unknown-field',
    '1:15 unknown-field title',
    '1:32 unknown-field subtitle',
  ],
  [
    '{{#if (or isue title)}}x{{else if bakground}}y{{/if}}',
    '1:11 unknown-field issue',
    '1:35 unknown-field background',
  ],
  ['{{#unless quotess}}x{{/unless}}', '1:11 unknown-field quotes'],
  [
    '{{#each quotes}}{{speaker.nam}}{{source.titel}}{{proof.abriged}}{{/each}}',
    '1:19 unknown-field name',
    '1:34 unknown-field title',
    '1:50 unknown-field abridged',
  ],
  ['{{#each stakes}}{{#each who}}{{posiion}}{{/each}}{{/each}}', '1:32 unknown-field position'],
  [
    '{{audience.titel}} {{this.titel}} {{./titel}}',
    '1:3 unknown-field title',
    '1:22 unknown-field title',
    '1:37 unknown-field title',
  ],
  [
    '{{#each gaps}}{{../titel}}{{@root.titel}}{{../../title}}{{title}}{{/each}}',
    '1:17 unknown-field title',
    '1:29 unknown-field title',
    '1:44 unknown-field',
    '1:59 unknown-field',
  ],
  [
    '{{key_facts.fact}} {{title.length}} {{authors.[0].name}}',
    '1:3 unknown-field',
    '1:22 unknown-field',
    '1:39 unknown-field',
  ],
  [
    '{{#each gaps as |point number|}}{{point.gapp}}{{pont.gap}}{{number}}{{/each}}',
    '1:35 unknown-field gap',
    '1:49 unknown-field point',
  ],
  ['{{#with recommendation}}{{text}}{{/with}}', '1:27 unknown-field'],
  [
    '{{@index}}{{#each gaps}}{{@indx}}{{@index}}{{#with why}}{{@first}}{{/with}}{{/each}}{{@roo.title}}',
    '1:3 unknown-field',
    '1:27 unknown-field index',
    '1:87 unknown-field',
  ],
  // arguments of helpers
  ['{{paragraphs isue class="leed"}}', '1:14 unknown-field issue', '1:19 unknown-class lead'],
  ['{{join (pluck actors "nam")}}', '1:22 unknown-field name'],
  [
    '{{#each (where actors "positon")}}{{nam}}{{/each}}',
    '1:23 unknown-field position',
    '1:37 unknown-field name',
  ],
  [
    '{{#if (any actors "stance" "fr")}}x{{/if}}{{#if (eq status "drat")}}y{{/if}}',
    '1:28 invalid-argument',
    '1:60 invalid-argument draft',
  ],
  [
    '{{lookup this "titel"}}{{lookup actors 0}}{{#with (lookup actors 0)}}{{rol}}{{/with}}',
    '1:15 unknown-field title',
    '1:24 template-failed',
    '1:72 unknown-field role',
  ],
  [
    '{{#each (group actors "sid")}}{{keyy}}{{#each items}}{{name}}{{/each}}{{/each}}',
    '1:23 unknown-field side',
    '1:33 unknown-field key',
  ],
  [
    '{{date as_of style="shrt"}} {{scale 4 "impct"}}',
    '1:14 invalid-argument short',
    '1:39 unknown-label impact',
  ],
  [
    '{{reference title}} {{count title}} {{plain actors}}',
    '1:13 invalid-argument',
    '1:29 invalid-argument',
    '1:45 invalid-argument',
  ],
  [
    '{{join actors}} {{actors}} {{audience}}',
    '1:1 template-failed',
    '1:17 template-failed',
    '1:28 template-failed',
  ],
  ['{{#each title}}x{{/each}}', '1:9 invalid-argument'],
  // blocks and what is none
  [
    '{{if title "x"}}{{#label "risk"}}x{{/label}}{{#if title as |it|}}{{it}}{{/if}}',
    '1:1 invalid-argument',
    '1:17 invalid-argument',
    '1:45 invalid-argument',
  ],
  // labels, headings, sections
  ['{{label "as_off"}}{{heading "gapps"}}', '1:9 unknown-label as_of', '1:29 unknown-label gaps'],
  [
    '{{label "as_of" dat=as_of}}{{label "version"}}',
    '1:1 invalid-argument',
    '1:17 invalid-argument date',
    '1:28 invalid-argument',
  ],
  ['{{#section "key_fact"}}<p>x</p>{{/section}}', '1:12 unknown-field key_facts'],
  [
    '{{#section "overviw" when=isue}}x{{/section}}',
    '1:27 unknown-field issue',
    '1:12 unknown-label overview',
  ],
  ['{{#section "gaps" level=4 class="bax"}}x{{/section}}', '1:4 invalid-argument', '1:27 unknown-class box'],
  // the HTML that is spelled out, also where nothing leads to it
  [
    '{{#if subtitle}}<div>x</div>{{/if}}<p clas="lead" class="{{#if issue}}leed{{/if}}">y</p>{{nopes x}}{{> nobody}}',
    '1:89 unknown-helper',
    '1:100 unknown-partial',
    '1:97 unknown-field',
    '1:17 unknown-element',
    '1:39 unknown-attribute class',
    '1:71 unknown-class lead',
  ],
  ['<p class=lead>x</p>{{#if issue}}<!DOCTYPE html>{{/if}}', '1:4 invalid-attribute', '1:34 unknown-element'],
]

for (const [template, ...findings] of WRONG)
  test(`names that mean nothing are found in ${template.trim()}`, () => {
    assert.equal(said(template), findings)
  })

const RIGHT: readonly string[] = [
  '{{title}}{{this.title}}{{./title}}{{[title]}}{{@root.title}}{{audience.name}}{{lang}}{{"title"}}',
  '{{#each quotes}}{{text}}{{speaker.name}}{{#each speakers}}{{role}}{{/each}}{{source.container_title}}{{proof.words}}{{/each}}',
  '{{#each quotes}}{{#each proof.place}}{{kind}} {{number}}{{/each}}{{#each sources}}{{title}}{{/each}}{{/each}}',
  '{{#each gaps}}{{#if why}}{{../title}}{{gap}}{{/if}}{{#with why}}{{../gap}}{{../../title}}{{this}}{{/with}}{{/each}}',
  '{{authors.[0]}}{{key_facts.length}}{{key_facts.[0].fact}}{{#each authors}}{{this}}{{@index}}{{@key}}{{@first}}{{/each}}',
  '{{#each gaps as |point number|}}{{point.gap}}{{number}}{{#each @root.watch as |sign|}}{{sign.indicator}}{{point.why}}{{/each}}{{/each}}',
  '{{#each audience}}{{this}}{{@key}}{{whatever}}{{/each}}',
  '{{#with (lookup actors 0)}}{{name}}{{/with}}{{lookup (lookup this "audience") "title"}}{{#with (lookup this key)}}{{a.b}}{{/with}}'.replace(
    ' key',
    ' title',
  ),
  '{{#each (first (where (without actors "stance" "for") "position") 2)}}{{name}}{{/each}}',
  '{{#each (group actors "side")}}{{key}}{{#each items}}{{name}}{{/each}}{{/each}}',
  '{{#each (or options stakes)}}{{anything}}{{/each}}{{join (list title as_of (date as_of))}}',
  '{{label status}}{{label "as_of" date=(date as_of style="short")}}{{#if (eq status "draft")}}x{{/if}}',
  '{{#section "gaps"}}x{{/section}}{{#section "mine" when=issue heading="Mine" level=3}}x{{/section}}',
  '{{#each options}}{{#section "risk"}}<p>{{risk}}</p>{{/section}}{{/each}}',
  '<p class="{{#if issue}}lead{{else}}note{{/if}}"{{#if x}} id="a"{{/if}}>x</p>'
    .replace('x}} id', 'issue}} lang')
    .replace(' lang="a"', ''),
  '<{{#if issue}}ol{{else}}ul{{/if}}><li>x</li></{{#if issue}}ol{{else}}ul{{/if}}><section id="{{title}}">x</section>',
  '{{#if recipient}}{{recipient.name}}{{/if}}{{#if recipient.name}}{{recipient.town}}{{else}}x{{/if}}{{or recipient.name "you"}}',
]

for (const template of RIGHT)
  test(`nothing is said of ${template}`, () => {
    assert.equal(said(template), [])
  })

test('a partial is checked as it is used, at its own lines', () => {
  const partials = { point: '<li>{{gap}}\n{{> why}}</li>', why: '{{#if why}}{{whyy}}{{/if}}' }
  assert.equal(said('{{#each gaps}}{{> point}}{{/each}}', { partials }), ['why.hbs:1:14 unknown-field why'])
  assert.equal(said('{{> point}}{{#each gaps}}{{> point}}{{/each}}', { partials }), [
    'point.hbs:1:7 unknown-field',
    'why.hbs:1:7 unknown-field',
    'why.hbs:1:14 unknown-field',
    'why.hbs:1:14 unknown-field why',
  ])
  assert.equal(said('{{#with (lookup gaps 0)}}{{> why}}{{/with}}{{> why gaps.[1]}}', { partials }).length, 1)
})

test('a partial sees nothing outside of what it is given', () => {
  const partials = { point: '{{../title}}{{@root.title}}{{@index}}' }
  assert.equal(said('{{#each gaps}}{{> point}}{{/each}}', { partials }), ['point.hbs:1:3 unknown-field'])
})

test('what a partial is given is known to it, wherever it is given', () => {
  const partials = {
    box: '{{#if style}}<p>{{style}}</p>{{/if}}{{title}}{{> inner}}',
    inner: '{{style}}{{depth.x}}',
  }
  assert.equal(said('{{> box style="a"}}', { partials }), ['inner.hbs:1:12 unknown-field'])
  assert.equal(said('{{> box}}', { partials, templates: ['{{> box style="b" depth=gaps}}'] }), [])
  assert.equal(said('{{> box}}', { partials }).sort(), [
    'box.hbs:1:19 unknown-field',
    'box.hbs:1:7 unknown-field',
    'inner.hbs:1:12 unknown-field',
    'inner.hbs:1:3 unknown-field',
  ])
  assert.equal(said('{{> box gaps.[0] style=title}}', { partials: { box: '{{gap}}{{style.x}}' } }), [
    'box.hbs:1:10 unknown-field',
  ])
})

test('a parameter that a partial does nothing with is found', () => {
  const partials = { box: '{{#if style}}{{style}}{{/if}}', all: '{{#with this}}{{title}}{{/with}}' }
  assert.equal(said('{{> box style="a" titel="b"}}{{> all other="c"}}', { partials }), [
    '1:19 invalid-argument',
  ])
  assert.equal(said('{{> box styl="a"}}', { partials }), [
    'box.hbs:1:7 unknown-field styl',
    'box.hbs:1:16 unknown-field styl',
    '1:9 invalid-argument style',
  ])
})

test('partials that print themselves, and very many uses of partials, come to an end', () => {
  const chain = Object.fromEntries(
    Array.from({ length: 30 }, (_, at) => [
      `p${at}`,
      `{{> p${at + 1} a${at}=title}}{{> p${at + 1} b${at}=title}}`,
    ]),
  )
  assert.ok(said('{{> p0}}', { partials: { ...chain, p30: '{{> p0}}{{title}}' } }).length > 0)
})

test('labels are those of the language', () => {
  assert.equal(said('{{label "bottom_lin"}}', { lang: 'fr' }), ['1:9 unknown-label bottom_line'])
  assert.equal(said('{{label "risk"}}{{label "bottom_lin"}}', { lang: undefined }), [
    '1:25 unknown-label bottom_line',
  ])
})

test('the recipient is asked for where there is no mail merge', () => {
  const template = '{{recipient.name}}{{#unless recipient}}{{title}}{{/unless}}{{> p}}'
  const partials = { p: '{{label "for_recipient" name=recipient.name}}' }
  assert.equal(said(template, { partials }), ['1:3 recipient-absent', 'p.hbs:1:30 recipient-absent'])
  assert.equal(said(template, { partials, recipients: 'unknown' }), [
    '1:3 recipient-unguarded',
    'p.hbs:1:30 recipient-unguarded',
  ])
  assert.equal(said(`{{#if recipient}}${template}{{/if}}`, { partials }), [])
})

test('columns of recipients are those of the data', () => {
  const recipients = ['id', 'name', 'town']
  assert.equal(said('{{recipient.nmae}}{{recipient.street}}{{recipient.town}}', { recipients }), [
    '1:3 unknown-field name',
  ])
  assert.equal(said('{{#if recipient.twon}}{{recipient.twon}}{{/if}}', { recipients }), [
    '1:7 recipient-column-name town',
    '1:25 recipient-column-name town',
  ])
  assert.equal(said('{{#with recipient}}{{nmae}}{{town}}{{street}}{{/with}}', { recipients }), [
    '1:22 unknown-field name',
  ])
  assert.equal(said('{{#if recipient.salutation}}x{{/if}}{{#if recipient.name}}y{{/if}}', { recipients }), [])
})

test('sections of the front matter and of the template are compared both ways', () => {
  const template =
    '{{> head}}{{#section "gaps"}}x{{/section}}<section id="top">y</section><source-list></source-list>{{#section "watch"}}z{{/section}}{{#section "sub" when=issue heading="S" level=3}}x{{/section}}'
  const partials = { head: '{{bottom_line}}' }
  const sections = ['bottom_line', 'gaps', 'top', 'sources', 'issue', 'timeline', 'nonsense', 'watchh']
  assert.equal(said(template, { partials, sections }), [
    '1:1 sections-differ',
    '1:1 audience-invalid',
    '1:1 audience-invalid watch',
    '1:110 sections-differ',
  ])
  assert.equal(said(template, { partials, sections: ['gaps', 'watch'] }), [])
})

test('names that every object has are names like any other', () => {
  assert.equal(
    said('{{constructor}}{{toString title}}{{#valueOf x}}{{/valueOf}}<constructor>x</constructor>'),
    [
      '1:16 unknown-helper',
      '1:34 unknown-helper',
      '1:3 unknown-field',
      '1:45 unknown-field',
      '1:60 unknown-element',
    ],
  )
})

test('a slip in a name is not said twice', () => {
  assert.equal(said('{{#each keyfacts}}{{fact}}{{/each}}', { sections: ['key_facts'] }), [
    '1:9 unknown-field key_facts',
  ])
})

test('a partial that no template prints is checked for what does not depend on its use', () => {
  const library = libraryOf({ lone: '{{whatever}}<div>x</div>{{nope 1}}{{> none}}' })
  const [file] = library.partials.values()
  assert.equal(file && checkUnusedPartial(file, library).map(({ code }) => code), [
    'unknown-helper',
    'unknown-partial',
    'unknown-element',
  ])
})

test.run()
