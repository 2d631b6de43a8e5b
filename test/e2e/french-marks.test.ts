import { readFileSync } from 'node:fs'
import { join } from 'node:path'
import { test } from 'uvu'
import * as assert from 'uvu/assert'
import { stringify } from 'yaml'
import {
  INLINE_ROLES,
  isReadElement,
  isReadWords,
  type ReadElement,
  readStructure,
  spokenText,
} from '../../src/typeset/outline/read-structure.js'
import { workspace } from '../support/workspace.js'

/** A mark of French without the space before it that does not break; times and addresses have none. */
const UNSPACED = /[^\u00a0\u202f](?:[;!?»]|:(?!\/\/|\d))/u
/** In Canada only the colon and the guillemet have it. */
const UNSPACED_IN_CANADA = /[^\u00a0\u202f](?:»|:(?!\/\/|\d))/u

/** A brief with every field, whose own words have none of these marks. */
function briefInFrench(lang: string): string {
  const many = <Item>(count: number, make: (index: number) => Item): Item[] =>
    Array.from({ length: count }, (_, index) => make(index))
  const cite = ['arrete', 'presse']
  return stringify({
    title: 'La traversée',
    subtitle: 'Signer ou attendre',
    as_of: '2025-10-06',
    lang,
    authors: ['Anne Roux', 'Jean Petit'],
    organisation: 'Cellule des ports',
    contact: 'Presse, 01 00 00 00 00',
    status: 'draft',
    version: '2',
    classification: 'TLP:CLEAR',
    embargo_until: '2025-10-07T08:30',
    distribution: 'Libre',
    issue: 'Faut-il signer avant la fin de l’année',
    bottom_line: 'Attendre l’avis [@arrete, para. 2].',
    background: 'L’offre vient à échéance en décembre [@presse; @arrete, art. 4].',
    stance_on: 'la signature',
    key_facts: many(4, index => ({ fact: `Fait numéro ${index}`, cite })),
    timeline: [
      { date: '2024-12~', event: 'Appel d’offres', cite },
      { date: '2025-06-30', event: 'Annonce', when: 'au soir' },
      { date: '2025-08/2025-09', event: 'Étude' },
      { date: '2025?', event: 'Plainte' },
      { when: 'après la loi', event: 'Décret' },
      { when: 'plus tard', event: 'Recours' },
    ],
    actors: [
      ...many(13, index => ({
        ...{ id: `a${index}`, name: `Acteur ${index}`, role: 'Ministre', side: index % 2 ? 'Ville' : 'État' },
        ...{ position: 'Attendre', interest: 'Un contrat', influence: (index % 5) + 1, cite },
        support: (index % 5) - 2,
      })),
      { id: 'b', name: 'Louise Bel', interest: 'Un emploi', influence: 3 },
      { id: 'c', name: 'Paul Mer', role: 'Juge', side: 'État', support: 1 },
      { id: 'd', name: 'Marc Val', role: 'Maire', influence: 2 },
    ],
    stakes: many(9, index => ({
      ...{
        stake: `Enjeu ${index}`,
        who: ['a0', 'a1', 'b'],
        description: 'Un coût',
        horizon: 'en 2026',
        cite,
      },
      ...(index === 8 ? { likelihood: 2 } : { likelihood: (index % 5) + 1, impact: ((index * 2) % 5) + 1 }),
    })),
    quotes: [
      {
        ...{ text: 'Nous ne signerons pas', speaker: 'a0', source: ['presse', 'arrete'], date: '2025-09-30' },
        ...{ context: 'Au port', reported_by: 'le Courrier', translation: 'Pas de signature', lang: 'nl' },
        translated_by: 'Luc Roi',
      },
      { text: 'La sécurité ne se négocie pas', source: 'presse', translation: 'Rien à négocier' },
    ],
    options: many(3, index => ({
      ...{ name: `Voie ${index}`, summary: 'Attendre l’avis', pros: ['Sûr', 'Lent'], cons: ['Cher'] },
      ...{ risk: 'Un retard', cite },
    })),
    recommendation: [{ text: 'Attendre', by: '10 octobre', owner: 'Ministre', cite }, { text: 'Prévenir' }],
    consultation: [{ who: 'Experts', view: 'Favorables', cite }],
    lines_to_take: [
      { line: 'Nous attendons', status: 'proactive', cite },
      { line: 'Rien de neuf', status: 'reactive' },
    ],
    qa: [{ question: 'Quand', answer: 'En décembre', if_pressed: 'Le 10', cite }],
    do_not_say: [{ line: 'C’est sûr', why: 'Faux' }],
    questions: [{ question: 'Qui paie', to: 'Ministre', why: 'Le coût', cite }],
    judgements: [
      { text: 'L’avis viendra', likelihood: 'likely', confidence: 'low', basis: 'Un délai fixe', cite },
    ],
    next_steps: [
      { action: 'Avis', owner: 'Experts', due: '2025-11-10', cite },
      { action: 'Vote', owner: 'Conseil' },
    ],
    watch: [{ indicator: 'Un vote', meaning: 'Un tournant', cite }],
    gaps: [{ gap: 'Le prix', why: 'Secret', cite }],
    glossary: [{ term: 'Lot', meaning: 'Une part', cite }],
    sources: [
      {
        ...{ id: 'arrete', type: 'legislation', title: 'Arrêté sur le port', author: 'Conseil' },
        ...{ publisher: 'Imprimerie', issued: '2025-06', accessed: '2025-10-01', note: 'Provisoire' },
        url: 'https://port.example/a?b=c;d=e',
      },
      {
        ...{ id: 'presse', type: 'article', title: 'Le port attend', author: ['A. Roux', 'B. Lac'] },
        ...{ container_title: 'Le Courrier', issued: '2025-09-30' },
      },
    ],
  })
}

/** What is printed and said in each edition: words, alternative texts, descriptions of links, and running lines. */
async function wordsOfEditions(lang: string, audiences: readonly string[]): Promise<Map<string, string[]>> {
  const space = workspace({ 'briefs/port.yaml': briefInFrench(lang) })
  const { status, stderr } = await space.run(
    'build',
    '--allow-unverified',
    ...audiences.flatMap(name => ['-a', name]),
  )
  assert.is(status, 0, stderr)
  const files = space.files('out/port').filter(file => file.endsWith('.pdf'))
  return new Map(
    files.map(file => {
      const { root, artifacts } = readStructure(readFileSync(join(space.root, file)))
      return [file, [...wordsOf(root), ...artifacts.flat().map(({ text }) => text)].map(withoutNames)]
    }),
  )
}

function wordsOf(element: ReadElement): string[] {
  const inside = element.kids.flatMap(kid =>
    isReadElement(kid) ? wordsOf(kid) : isReadWords(kid) ? [] : [kid.contents ?? ''],
  )
  const isBlock = !INLINE_ROLES.has(element.role) && element.kids.some(isReadWords)
  return [element.alt ?? '', isBlock ? spokenText(element) : '', ...inside]
}

/** Without an address, and a marking, which is written as its scheme has it. */
const withoutNames = (words: string) => words.replace(/(?:https:\/\/)?port\.example\S*|TLP:CLEAR/g, '')

for (const [lang, unspaced, separator, audiences] of [
  ['fr', UNSPACED, '\u00a0; ', ['decision', 'one-page', 'press', 'analyst', 'legislator', 'public']],
  ['fr-CA', UNSPACED_IN_CANADA, '; ', ['analyst']],
] as const)
  test(`every mark of the program itself has its space in ${lang}`, async () => {
    const editions = await wordsOfEditions(lang, audiences)
    assert.is(editions.size, audiences.length)
    for (const [file, lines] of editions)
      assert.equal(
        lines.filter(line => unspaced.test(line)),
        [],
        file,
      )
    const all = [...editions.values()].flat().join('\n')
    for (const printed of ['Intérêt\u00a0:', 'Fondement\u00a0:', '«\u00a0', '\u00a0»'])
      assert.match(all, printed)
    assert.match(all, separator)
    if (lang === 'fr-CA') assert.not.match(all, '\u00a0;')
  })

test.run()
