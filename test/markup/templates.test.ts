import { readdirSync, readFileSync } from 'node:fs'
import { test } from 'uvu'
import * as assert from 'uvu/assert'
import { Findings, SourceFile } from '../../src/diagnostics/index.js'
import { parseAudience, SourceCitation, SourceCitations } from '../../src/edition/index.js'
import { outlineDocument } from '../../src/markup/blocks/document-outline.js'
import { renderTemplate } from '../../src/markup/index.js'
import { editionOf, libraryOf, locales, prose, verbatim } from '../support/edition.js'
import { TLP } from '../support/markings.js'

const TEMPLATES = new URL('../../templates/', import.meta.url)
const read = (path: string) => readFileSync(new URL(path, TEMPLATES), 'utf8')
const namesIn = (folder: string) =>
  readdirSync(new URL(folder, TEMPLATES))
    .filter(name => name.endsWith('.hbs'))
    .map(name => name.replace('.hbs', ''))
const library = libraryOf(
  Object.fromEntries(namesIn('partials/').map(name => [name, read(`partials/${name}.hbs`)])),
)

const cite = new SourceCitations([new SourceCitation('paper', 'para. 2', prose('paper').place)])
const mayor = {
  id: 'mayor',
  name: verbatim('A. Vela'),
  role: prose('Mayor'),
  side: prose('City'),
  position: prose('For *it*'),
  stance: 'for',
  influence: 4,
  support: 2,
  cite,
}
const paper = {
  id: 'paper',
  title: verbatim('Two bids'),
  issued: '2025-03-04',
  url: verbatim('https://example.org/'),
}

/** An edition in which every field holds something. */
const FULL = {
  title: prose('The *new* crossing'),
  subtitle: prose('Tunnel or bridge'),
  organisation: verbatim('Office of Works'),
  authors: [verbatim('C. Sand')],
  contact: prose('[Press desk](mailto:press@example.org)'),
  status: 'draft',
  version: verbatim('2'),
  as_of: '2025-03-05',
  embargo_until: '2025-03-06T09:00',
  distribution: prose('Cabinet'),
  issue: prose('Tunnel or bridge?'),
  bottom_line: prose('A tunnel [@paper].'),
  background: prose('Two bids.\n\n- one\n- two'),
  submission: { cleared_by: [{ name: verbatim('T. Reed'), role: prose('Law'), date: '2025-03-01' }] },
  sections: [{ id: 'implications', title: prose('Implications'), body: prose('It costs.') }],
  key_facts: [{ fact: prose('Two bids came.'), cite }],
  timeline: [
    { date: '2025-01-20~', event: prose('Tender'), cite },
    { when: prose('Later'), event: prose('Bids') },
  ],
  actors: [mayor, { ...mayor, stance: 'against' }, { ...mayor, stance: 'neutral' }],
  stakes: [
    {
      stake: prose('Cost'),
      description: prose('It grows'),
      who: [mayor],
      likelihood: 4,
      impact: 5,
      horizon: prose('2030'),
      cite,
    },
  ],
  quotes: [
    {
      text: verbatim('We will dig.'),
      speaker: mayor,
      source: paper,
      date: '2025-03-01',
      context: prose('in council'),
      reported_by: prose('the paper'),
      translation: prose('Cavaremos.'),
      lang: verbatim('es'),
      proof: { paragraph: 3, abridged: true, unverified: true },
    },
    { text: verbatim('No.'), source: paper, proof: {} },
  ],
  options: [
    {
      name: prose('Tunnel'),
      summary: prose('Dig'),
      pros: [prose('dry')],
      cons: [prose('dear')],
      risk: prose('rock'),
      cite,
    },
  ],
  recommendation: [{ text: prose('Dig.'), by: prose('2025-06'), owner: prose('Works'), cite }],
  consultation: [{ who: prose('Ports'), view: prose('Agree'), cite }],
  lines_to_take: [
    { line: prose('We dig.'), cite },
    { line: prose('No comment.'), status: 'reactive', cite },
  ],
  qa: [{ question: prose('Why?'), answer: prose('Because.'), if_pressed: prose('Really.'), cite }],
  do_not_say: [{ line: prose('Never'), why: prose('It binds') }],
  questions: [{ question: prose('Who pays?'), to: prose('Minister'), why: prose('Cost'), cite }],
  judgements: [
    {
      text: prose('It will be late.'),
      likelihood: 'very likely',
      confidence: 'moderate',
      basis: prose('Rock'),
      cite,
    },
  ],
  next_steps: [
    { action: prose('Tender'), owner: prose('Works'), due: prose('2025-06'), cite },
    { action: prose('Survey'), cite },
  ],
  watch: [{ indicator: prose('Price of steel'), meaning: prose('Cost'), cite }],
  gaps: [{ gap: prose('Soil'), why: prose('No bore'), cite }],
  glossary: [{ term: prose('Bore'), meaning: prose('A hole'), cite }],
  sources: [paper],
}

for (const name of namesIn('.')) {
  const file = new SourceFile(`templates/${name}.hbs`, read(`${name}.hbs`))
  const rendered = (data: Record<string, unknown>, lang: string) => {
    const findings = new Findings()
    const audience = parseAudience(file, name, findings.report, TLP)
    if (!audience) throw new Error(`${name} has no front matter`)
    const document = renderTemplate(
      { ...editionOf({ template: '', data, lang }), audience },
      library,
      findings.report,
    )
    assert.equal(
      findings.all.map(({ code, message }) => `${code}: ${message}`),
      [],
    )
    return document ? outlineDocument(document) : ''
  }

  test(`\`${name}\` prints every section that it names, in order, in every language`, () => {
    const audience = parseAudience(file, name, new Findings().report, TLP)
    for (const lang of locales.keys()) {
      const printed = rendered(FULL, lang)
      const places = (audience?.sections ?? []).map(section =>
        printed.search(SIGNS[section] ?? new RegExp(`section\\S* #${section}\\n`)),
      )
      assert.ok(
        places.every(place => place > 0),
        `${lang}: ${audience?.sections} at ${places}`,
      )
      const inColumns = printed.includes('columns') && name === 'one-page'
      if (!inColumns)
        assert.equal(
          places,
          places.toSorted((a, b) => a - b),
          `${lang}: ${audience?.sections}`,
        )
    }
  })

  test(`\`${name}\` prints a brief that has only a title`, () => {
    const printed = rendered({ title: prose('Bare') }, 'en')
    assert.match(printed, /h1 #bare: Bare/)
    assert.not.match(printed, /section|h2/)
  })
}

test('a translation is labelled as whose it is, in every language', () => {
  const template = read('analyst.hbs')
  const file = new SourceFile('templates/analyst.hbs', template)
  const printed = (lang: string, more: Record<string, unknown>) => {
    const findings = new Findings()
    const audience = parseAudience(file, 'analyst', findings.report, TLP)
    if (!audience) throw new Error('no front matter')
    const quotes = [{ ...FULL.quotes[0], ...more }]
    const edition = { ...editionOf({ template: '', data: { ...FULL, quotes }, lang }), audience }
    const document = renderTemplate(edition, library, findings.report)
    return document ? outlineDocument(document) : ''
  }
  for (const [lang, ours, theirs] of [
    ['en', 'Our translation:', 'Translation by Ines Vela:'],
    ['de', 'Eigene Übersetzung:', 'Übersetzung von Ines Vela:'],
    ['es', 'Traducción propia:', 'Traducción de Ines Vela:'],
    ['fr', 'Notre traduction', 'Traduction de Ines Vela'],
  ] as const) {
    assert.ok(printed(lang, {}).includes(ours), lang)
    assert.ok(printed(lang, { translated_by: prose('Ines Vela') }).includes(theirs), lang)
    assert.not(printed(lang, { translated_by: prose('Ines Vela') }).includes(ours), lang)
  }
})

/** Sections that are not `section` elements. */
const SIGNS: Readonly<Record<string, RegExp>> = { contents: /^contents$/m, bottom_line: /aside\.bottom-line/ }

/** What a template prints by itself: not its front matter, its comments, tags, attributes and mustaches. */
function literalText(template: string): string {
  return template
    .replace(/^---\n[\s\S]*?\n---\n/, '')
    .replace(/\{\{[\s\S]*?\}\}/g, '')
    .replace(/<[^>]*>/g, '')
}

test('templates leave the marks that languages space in their own way to the locale', () => {
  for (const name of [...namesIn(''), ...namesIn('partials/').map(partial => `partials/${partial}`)]) {
    assert.not.match(literalText(read(`${name}.hbs`)), /[:;!?]/, name)
    assert.not.match(read(`${name}.hbs`).replace(/\{\{![\s\S]*?\}\}/g, ''), /sep="[^"]*[:;!?]/, name)
  }
})

test('every mark of a French label has a no-break space before it', () => {
  const textsOf = (value: unknown): string[] =>
    typeof value === 'string'
      ? [value]
      : typeof value === 'object' && value !== null
        ? Object.values(value).flatMap(textsOf)
        : []
  for (const text of textsOf(locales.get('fr')?.data)) {
    const outside = text.replace(/\{\w+(?::\w+)?\}/g, 'x')
    assert.not.match(outside, /(?<![\u00a0\u202f])[:;!?»]|«(?![\u00a0\u202f])/, text)
  }
})

test('French references, alternative texts and lists have a no-break space before the semicolon', () => {
  const data = { ...FULL, text: prose('Vu [@paper, p. 4; voir @paper]') }
  const edition = editionOf({
    template: '<p>{{text}}</p>{{> next-steps}}<actor-map></actor-map>',
    data,
    lang: 'fr',
  })
  const document = renderTemplate(edition, library, () => {})
  const outline = document ? outlineDocument(document) : ''
  assert.match(outline, /p\. 4[^;]*\u00a0; /)
  assert.not.match(outline, /[^\u00a0\]]; /)
})

/** The blocks of a template of the package for a brief. */
function outlineOf(name: string, data: Record<string, unknown>, lang = 'en'): string {
  const file = new SourceFile(`templates/${name}.hbs`, read(`${name}.hbs`))
  const findings = new Findings()
  const audience = parseAudience(file, name, findings.report, TLP)
  if (!audience) throw new Error(`${name} has no front matter`)
  const document = renderTemplate(
    { ...editionOf({ template: '', data, lang }), audience },
    library,
    findings.report,
  )
  assert.equal(
    findings.all.map(({ code, message }) => `${code}: ${message}`),
    [],
  )
  return document ? outlineDocument(document) : ''
}

/** Words of an outline in reading order, without marks of emphasis. */
const wordsOf = (outline: string) => outline.replace(/[*_]/g, '')

test('a recommendation stands in one row with who acts and by when', () => {
  const recommendation = [
    { text: prose('Dig.'), by: '2025-10-17', owner: prose('Works'), cite },
    { text: prose('Ask.'), by: prose('Before the talks') },
  ]
  const printed = outlineOf('decision', { title: prose('Crossing'), recommendation })
  const rows = printed.split(/^ *row$/m).map(row => row.match(/(?<=paragraph: ).*/g)?.join(' | ') ?? '')
  assert.match(rows[1] ?? '', /^No\. \| Recommendation \| Owner \| By$/)
  assert.match(rows[2] ?? '', /^1 \| Dig\..*\| .*Works.* \| .*17 October 2025/)
  assert.match(rows[3] ?? '', /^2 \| Ask\. \| .*Before the talks/)
  assert.match(printed, /cell row-header\n\s+paragraph: 1\n/)
})

test('a column of recommendations or options that nothing fills is left out, and with both a list remains', () => {
  const columns = (data: Record<string, unknown>) =>
    outlineOf('decision', { title: prose('Crossing'), ...data }).match(/cell column-header/g)?.length ?? 0
  const text = prose('Dig.')
  assert.equal(columns({ recommendation: [{ text, by: prose('May') }] }), 3)
  assert.equal(columns({ recommendation: [{ text, owner: prose('Works') }, { text }] }), 3)
  assert.equal(columns({ recommendation: [{ text }] }), 0)
  assert.match(outlineOf('decision', { title: prose('C'), recommendation: [{ text }] }), /ordered list/)
  const name = prose('Tunnel')
  assert.equal(columns({ options: [{ name }] }), 1)
  assert.equal(
    columns({
      options: [
        { name, risk: prose('rock') },
        { name, pros: [prose('dry')] },
      ],
    }),
    3,
  )
})

test('the header of a row of options is the name alone', () => {
  const printed = outlineOf('decision', { title: prose('Crossing'), options: FULL.options })
  assert.match(printed, /cell row-header\n\s+paragraph: Tunnel\n\s+cell\n\s+paragraph: Dig/)
})

test('other dates stand in the order of the calendar, what only words date last', () => {
  const step = (action: string, due?: string) => ({
    action: prose(action),
    ...(due === undefined ? {} : { due: prose(due) }),
  })
  const next_steps = [
    step('Lapse', '2025-12-31'),
    step('Talk', 'Once asked'),
    step('Report', '2025-11'),
    step('Rest', '2025-11-10'),
    step('Hear'),
  ]
  for (const more of [{}, { recommendation: FULL.recommendation }]) {
    const printed = outlineOf('decision', { title: prose('Crossing'), next_steps, ...more })
    const timing = printed.slice(printed.indexOf('#timing'), printed.indexOf('#next_steps'))
    assert.equal(timing.match(/Lapse|Talk|Report|Rest|Hear/g), ['Report', 'Rest', 'Lapse', 'Talk'])
  }
})

test('an embargo is said once on the page of a decision, beside the running lines', () => {
  const { embargo_until, recommendation, next_steps } = FULL
  const printed = outlineOf('decision', { title: prose('C'), embargo_until, recommendation, next_steps })
  assert.equal(
    printed.slice(printed.indexOf('\n', printed.indexOf('overlay'))).match(/Embargoed/g)?.length,
    1,
  )
})

test('a next step says when, what and who, in every edition and language', () => {
  const next_steps = [
    { action: prose('Report'), owner: prose('Experts'), due: '2025-11-10' },
    { action: prose('Open'), due: prose('Soon') },
    { action: prose('Hear'), owner: prose('Board') },
    { action: prose('End'), due: '2025-12-24~' },
  ]
  assert.match(
    wordsOf(outlineOf('public', { title: prose('C'), next_steps })),
    /: About 24 December 2025: End/,
  )
  for (const [lang, colon, day] of [
    ['en', ':', '10 November 2025'],
    ['de', ':', '10. November 2025'],
    ['es', ':', '10 de noviembre de 2025'],
    ['fr', '\u00a0:', '10 novembre 2025'],
  ] as const)
    for (const name of ['public', 'one-page']) {
      const printed = wordsOf(outlineOf(name, { title: prose('C'), next_steps }, lang))
      for (const line of [`${day}${colon} Report`, `Soon${colon} Open`, 'Hear'])
        assert.ok(printed.includes(`: ${line}`), `${name} ${lang}: ${line} in ${printed}`)
      assert.match(printed, /Report .*\(Experts\)/)
      assert.match(printed, /Hear .*\(Board\)/)
    }
})

test('below a judgement stand how likely, how sure and on what grounds, as far as the brief says so', () => {
  const [full = {}] = FULL.judgements
  const line = (judgement: object, lang = 'en') =>
    wordsOf(
      outlineOf('analyst', { title: prose('C'), judgements: [{ text: prose('Late.'), ...judgement }] }, lang),
    )
      .match(/(?<=paragraph\.detail: ).*/)?.[0]
      ?.replace(/<[^>]*>/g, '')
  const { likelihood, confidence, basis } = full as Record<string, unknown>
  assert.match(line(full) ?? '', /^Very likely · moderate confidence · Basis: Rock$/)
  assert.match(line(full, 'fr') ?? '', /^Très probable · confiance modérée · Fondement\u00a0: Rock$/)
  assert.match(line({ likelihood }) ?? '', /^Very likely$/)
  assert.match(line({ confidence, basis }) ?? '', /^Moderate confidence · Basis: Rock$/)
  assert.equal(line({}), undefined)
})

test('the bottom line has a heading wherever it stands in a box', () => {
  for (const name of ['decision', 'one-page', 'analyst'])
    assert.match(outlineOf(name, FULL), /aside\.bottom-line\n\s+h2 #bottom_line: Bottom line/)
})

test.run()
