import { test } from 'uvu'
import * as assert from 'uvu/assert'
import { DAM, template } from '../support/briefs.js'
import { type TestWorkspace, workspace } from '../support/workspace.js'
import { png } from '../typeset/pictures.js'

/** A workspace with one brief for one audience of its own. */
function noteOf(
  yaml: string,
  body: string,
  sections = '[]',
  more: Readonly<Record<string, string | Uint8Array>> = {},
) {
  return workspace({
    'templates/note.hbs': template(`<h1>{{title}}</h1>\n${body}`, { sections, limit: '3' }),
    'briefs/dam.yaml': `${DAM}audiences: [note]\n${yaml}`,
    ...more,
  })
}

async function unshownIn(space: TestWorkspace, ...argv: string[]): Promise<string[]> {
  const { stdout, stderr } = await space.run('build', '--json', ...argv)
  const { editions, diagnostics } = JSON.parse(stdout)
  assert.is(editions.length, 1, stderr + JSON.stringify(diagnostics))
  return editions[0].unshown
}

const unshown = (
  yaml: string,
  body: string,
  sections?: string,
  more?: Readonly<Record<string, string | Uint8Array>>,
) => unshownIn(noteOf(yaml, body, sections, more))

const STEPS = `next_steps:
  - { action: Tender the works, owner: Board, due: 2025-05-01 }
  - { action: Tell the valley, due: soon }
`

test('a field that a template asks for and does not print is not shown, and is named by its path', async () => {
  const asks =
    '<ul>{{#each next_steps}}<li>{{action}}{{#if owner}}!{{/if}}{{#if (eq owner "Board")}}?{{/if}}</li>{{/each}}</ul>'
  assert.equal(await unshown(STEPS, asks), ['next_steps[0].owner', 'next_steps[0].due', 'next_steps[1].due'])
})

test('what is printed by whatever helper is shown', async () => {
  const bodies = [
    '{{action}} {{owner}} {{due}}',
    '{{sentence action}} {{quoted owner}} {{date due style="short"}}',
    '{{join (list action owner (date due)) sep="; "}}',
    '{{label "due"}}: {{capital (date due)}} {{label "for_recipient" name=owner}} {{or action due}}',
  ]
  for (const body of bodies)
    assert.equal(await unshown(STEPS, `<ul>{{#each next_steps}}<li>${body}</li>{{/each}}</ul>`), [], body)
})

test('what stands in the words of a picture is shown, and what stands in a comment or an attribute alone is not printed', async () => {
  const step = 'next_steps: [{ action: Dig, owner: Board }]\n'
  const list = (body: string) => `<ul>{{#each next_steps}}<li>{{action}} ${body}</li>{{/each}}</ul>`
  assert.equal(await unshown(step, list('<!-- {{owner}} -->')), ['next_steps[0].owner'])
  assert.equal(await unshown(step, list('<strong> </strong><em>{{owner}}</em>')), [])
  const picture = '<figure><img src="p.png" alt="{{plain owner}}"></figure>'
  const files = { 'briefs/p.png': png(2, 2) }
  assert.equal(
    await unshown(step, `{{#each next_steps}}<p>{{action}}</p>${picture}{{/each}}`, '[]', files),
    [],
  )
})

test('lists that a template does not have are none of its business, unless it names them in `sections`', async () => {
  const yaml = `${STEPS}gaps: [{ gap: Who pays?, why: It is dear. }]\n`
  const body = '{{#each next_steps}}<p>{{action}} {{owner}} {{due}}</p>{{/each}}'
  assert.equal(await unshown(yaml, body), [])
  assert.equal(await unshown(yaml, body, '[gaps]'), ['gaps[0].gap', 'gaps[0].why'])
  assert.equal(await unshown(yaml, body, '[issue, next_steps]'), ['issue'])
})

test('an item that a template passes over counts with its list', async () => {
  const body = '{{#each (first next_steps 1)}}<p>{{action}} {{owner}} {{date due}}</p>{{/each}}'
  assert.equal(await unshown(STEPS, body), ['next_steps[1].action', 'next_steps[1].due'])
})

test('of lists within items, the entries count, and a list of which nothing is shown counts once', async () => {
  const yaml = `options:
  - { name: Raise it, pros: [Cheap, Quick], cons: [Loud, Late] }
`
  const body = '{{#each options}}<p>{{name}} {{join (first pros 1)}}</p>{{/each}}'
  assert.equal(await unshown(yaml, body), ['options[0].pros[1]', 'options[0].cons'])
})

test('a map of wordings counts once, in the wording that the audience reads', async () => {
  const yaml = 'gaps: [{ gap: A, why: { default: Long, note: Short, es: Largo } }]\n'
  assert.equal(await unshown(yaml, '{{#each gaps}}<p>{{gap}}</p>{{/each}}'), ['gaps[0].why'])
  assert.equal(await unshown(yaml, '{{#each gaps}}<p>{{gap}} {{why}}</p>{{/each}}'), [])
})

const ACTORS = `actors:
  - { id: a, name: Ana, role: Mayor, influence: 3, support: 0 }
  - { id: b, name: Ben, influence: 2 }
stakes:
  - { stake: Water, who: [a, b], likelihood: 4, impact: 2 }
  - { stake: Fish, likelihood: 1 }
`

test('figures show what they draw, and ratings that place nothing are not shown', async () => {
  assert.equal(await unshown(ACTORS, '<actor-map></actor-map>', '[actors]'), [
    'actors[0].role',
    'actors[1].influence',
  ])
  assert.equal(await unshown(ACTORS, '<stakes-matrix></stakes-matrix>', '[stakes]'), ['stakes[1].likelihood'])
  assert.equal(await unshown(ACTORS, '<stakes-matrix list="none"></stakes-matrix>', '[stakes]'), [
    ...['stakes[0].stake', 'stakes[0].who'],
    ...['stakes[1].stake', 'stakes[1].likelihood'],
  ])
})

test('the legend of a map needs two sides', async () => {
  const sides = (one: string, other: string) => `actors:
  - { id: a, name: Ana, side: ${one}, influence: 3, support: 1 }
  - { id: b, name: Ben, side: ${other}, influence: 3, support: 1 }
`
  assert.equal(await unshown(sides('Hill', 'Valley'), '<actor-map></actor-map>'), [])
  assert.equal(await unshown(sides('Hill', 'Hill'), '<actor-map></actor-map>'), [
    'actors[0].side',
    'actors[1].side',
  ])
})

test('an item that is named by another is not thereby a list of its own', async () => {
  const scale = '{{scale likelihood "likelihood"}} {{scale impact "impact"}}'
  const stakes = (who: string) => `{{#each stakes}}<p>{{stake}} ${who} ${scale}</p>{{/each}}`
  assert.equal(await unshown(ACTORS, stakes('{{join (pluck who "name")}}')), [])
  assert.equal(await unshown(ACTORS, stakes('{{#with (lookup who 1)}}{{name}}{{/with}}')), [
    'stakes[0].who[0]',
  ])
  assert.equal(await unshown(ACTORS, stakes('')), ['stakes[0].who'])
})

test('where an item stands can tell the value that items are sorted by', async () => {
  const lines = 'lines_to_take: [{ line: A, status: proactive }, { line: B, status: reactive }]\n'
  const all = '{{#each lines_to_take}}<p>{{line}}</p>{{/each}}'
  assert.equal(await unshown(lines, all), ['lines_to_take[0].status', 'lines_to_take[1].status'])
  const sorted = `<p>Say:</p>{{#each (without lines_to_take "status" "reactive")}}<p>{{line}}</p>{{/each}}
<p>If asked:</p>{{#each (where lines_to_take "status" "reactive")}}<p>{{line}}</p>{{/each}}`
  assert.equal(await unshown(lines, sorted), [])
  const filtered = '{{#each (where lines_to_take "status" "reactive")}}<p>{{line}}</p>{{/each}}'
  assert.equal(await unshown(lines, filtered), ['lines_to_take[0].line', 'lines_to_take[0].status'])
})

test('a group that has its value for a heading shows it of all its items', async () => {
  const yaml = `actors:
  - { id: a, name: Ana, side: Hill }
  - { id: b, name: Ben, side: Hill }
  - { id: c, name: Cy, side: Lake }
`
  const grouped = (head: string) =>
    `{{#each (group actors "side")}}${head}<p>{{join (pluck items "name")}}</p>{{/each}}`
  assert.equal(await unshown(yaml, grouped('<h2>{{key}}</h2>')), [])
  assert.equal(await unshown(yaml, grouped('')), ['actors[0].side', 'actors[1].side', 'actors[2].side'])
})

test('a heading can be of the brief, and a class is nothing that is read', async () => {
  const step = 'next_steps: [{ action: Dig, owner: muted }]\n'
  const heads =
    '{{#each next_steps}}{{#section "next" when=action heading=owner}}<p>{{action}}</p>{{/section}}{{/each}}'
  assert.equal(await unshown(step, heads), [])
  const styled = '{{#each next_steps}}<p><span class="{{owner}}">{{action}}</span></p>{{/each}}'
  assert.equal(await unshown(step, styled), ['next_steps[0].owner'])
})

const QUOTES = `actors:
  - { id: a, name: Ana, role: Mayor }
  - { id: b, name: Ben }
quotes:
  - { text: "We will raise the wall.", speaker: [a, b], source: [s, t], date: 2025-01-03, context: In the hall }
sources:
  - { id: s, type: speech, title: The speech, author: [Ana, Ben], issued: 2025-01-03, url: "https://dam.example/s", note: In part., text: s.txt }
  - { id: t, type: speech, title: The broadcast, author: [Ana, Ben], accessed: 2025-01-05, text: s.txt }
  - { id: u, title: Never cited, note: Nobody sees this. }
`
const SPEECH = { 'briefs/s.txt': 'We will raise the wall.\n' }

test('a quotation shows its speakers, and each of its sources', async () => {
  const quote = (body: string) =>
    unshown(
      QUOTES,
      `{{#each quotes}}<p>{{text}} {{date date}} {{context}} ${body}</p>{{/each}}<source-list></source-list>`,
      '[quotes, sources]',
      SPEECH,
    )
  assert.equal(await quote('{{speaker.name}} {{reference this}}'), [])
  assert.equal(await quote('{{speaker.name}}'), ['quotes[0].source'])
  assert.equal(await quote('{{reference this}}'), ['quotes[0].speaker'])
  assert.equal(await quote('{{speaker.name}} {{source.title}}'), ['quotes[0].source[1]'])
})

test('sources that are cited are shown in their list', async () => {
  const body =
    '{{#each quotes}}<p>{{text}} {{speaker.name}} {{reference this}} {{date date}} {{context}}</p>{{/each}}'
  assert.equal(await unshown(QUOTES, body, '[quotes, sources]', SPEECH), [
    ...['sources[0].author', 'sources[0].issued', 'sources[0].url', 'sources[0].note'],
    'sources[1].author',
  ])
})

test('what an audience may not see is not said to be missing', async () => {
  const yaml = `next_steps:
  - { action: A, owner: Board, cite: [secret] }
  - { action: B, owner: Board, classification: TLP:RED }
  - { action: C, owner: Board, audiences: [press] }
actors: [{ id: a, name: Ana, classification: TLP:RED }]
stakes: [{ stake: Water, who: [a] }]
sources: [{ id: secret, title: Secret, classification: TLP:RED }]
`
  const body = '{{#each next_steps}}<p>{{action}}</p>{{/each}}{{#each stakes}}<p>{{stake}}</p>{{/each}}'
  assert.equal(await unshown(yaml, body), ['next_steps[0].owner'])
})

test('an item that was left out to keep the limit is not said to be missing as well', async () => {
  const facts = Array.from(
    { length: 90 },
    (_, index) => `  - { fact: "Fact ${index}", cite: s, priority: could }\n`,
  )
  const yaml = `key_facts:\n${facts.join('')}sources: [{ id: s, title: Survey }]\n`
  const space = workspace({
    'templates/note.hbs': template(
      '<h1>{{title}}</h1><ul>{{#each key_facts}}<li>{{fact}}</li>{{/each}}</ul>',
    ),
    'briefs/dam.yaml': `${DAM}audiences: [note]\n${yaml}`,
  })
  const { stdout } = await space.run('build', '--json')
  const [{ left_out, unshown }] = JSON.parse(stdout).editions
  assert.ok(left_out.length > 10)
  assert.is(unshown.length, 90 - left_out.length)
  const leftOut = new Set(left_out)
  assert.not(unshown.some((field: string) => leftOut.has(field.replace('.cite', ''))))
})

test('the record keeps it, and a brief in which items move is printed again', async () => {
  const space = noteOf(STEPS, '{{#each next_steps}}<p>{{action}} {{date due}}</p>{{/each}}')
  assert.equal(await unshownIn(space), ['next_steps[0].owner'])
  assert.equal(await unshownIn(space), ['next_steps[0].owner'])
  const [entry] = JSON.parse(space.read('out/manifest.json')).editions
  assert.equal(entry.unshown, ['next_steps[0].owner'])
  const hidden = STEPS.replace('next_steps:\n', 'next_steps:\n  - { action: X, audiences: [press] }\n')
  space.write({ 'briefs/dam.yaml': space.read('briefs/dam.yaml').replace(STEPS, hidden) })
  assert.equal(await unshownIn(space), ['next_steps[1].owner'])
})

test('threads and mail merges have it, too', async () => {
  const rows = Array.from({ length: 30 }, (_, index) => `r${index},Name ${index}\n`)
  const space = noteOf(
    'gaps: [{ gap: "{{recipient.name}}, who pays?", why: "{{recipient.name}}" }]\n',
    '{{#each gaps}}<p>{{gap}}{{#if (eq @root.recipient.id "r3")}} {{why}}{{/if}}</p>{{/each}}',
    '[]',
    { 'rows.csv': `id,name\n${rows.join('')}` },
  )
  const { stdout } = await space.run('build', '--json', '--data', 'rows.csv', '-j', '2')
  const { editions, diagnostics } = JSON.parse(stdout)
  assert.equal([editions.length, diagnostics], [30, []])
  for (const { recipient, unshown } of editions)
    assert.equal(unshown, recipient === 'r3' ? [] : ['gaps[0].why'], recipient)
})

test('the summary counts what no one meant to leave out', async () => {
  const body = '{{#each next_steps}}<p>{{action}}</p>{{/each}}'
  const space = noteOf(STEPS, body)
  const { stdout } = await space.run('build')
  assert.match(stdout, /^brief +edition +pages +not shown +file/m)
  assert.match(stdout, /^dam +note +1\/3 +3 +out\/dam\/note\.pdf/m)
  space.write({
    'templates/note.hbs': template(`<h1>{{title}}</h1>${body}`, {
      omits: '[next_steps.due, next_steps.owner]',
    }),
  })
  assert.is((await unshownIn(space)).length, 3)
  assert.not.match((await space.run('build')).stdout, /not shown/)
})

test('what a template omits must exist', async () => {
  const space = noteOf(STEPS, '<p>A</p>')
  space.write({ 'templates/note.hbs': template('<h1>{{title}}</h1>', { omits: '[next_steps.ower]' }) })
  const { status, stderr } = await space.run('build')
  assert.is(status, 1)
  assert.match(stderr, /no item has a field `next_steps\.ower` \[audience-invalid\]/)
  assert.match(stderr, /did you mean `next_steps\.owner`/)
})

test('a lane and the title of a figure are words of figures: no template without one lacks them', async () => {
  const yaml = `timeline: [{ date: 2025-02-03, event: Flood, lane: Valley }]
next_steps: [{ action: Dig, lane: Board }]
figure_titles: { timeline: The flood came first, stakes: All is open }
`
  const lists =
    '<ul>{{#each timeline}}<li>{{date date}} {{event}}</li>{{/each}}{{#each next_steps}}<li>{{action}}</li>{{/each}}</ul>'
  assert.equal(await unshown(yaml, lists), [])
  const figure = '<timeline><figcaption class="title">{{figure_titles.timeline}}</figcaption></timeline>'
  assert.equal(await unshown(yaml, `${figure}${lists}`, '[timeline, next_steps]'), [])
})

test.run()
