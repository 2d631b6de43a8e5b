import { readdirSync, readFileSync } from 'node:fs'
import { test } from 'uvu'
import * as assert from 'uvu/assert'
import { Findings, SourceFile } from '../../src/diagnostics/index.js'
import { parseAudience, SourceCitation, SourceCitations } from '../../src/edition/index.js'
import { outlineDocument } from '../../src/markup/blocks/document-outline.js'
import { render } from '../../src/markup/index.js'
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
    const document = render(
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
    const document = render(edition, library, findings.report)
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
  const document = render(edition, library, () => {})
  const outline = document ? outlineDocument(document) : ''
  assert.match(outline, /p\. 4[^;]*\u00a0; /)
  assert.not.match(outline, /[^\u00a0\]]; /)
})

test.run()
