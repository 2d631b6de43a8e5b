import { readFileSync } from 'node:fs'
import * as fc from 'fast-check'
import { test } from 'uvu'
import * as assert from 'uvu/assert'
import { loadBrief } from '../../src/brief/index.js'
import { Findings, present, SourceFile } from '../../src/diagnostics/index.js'
import { parseAudience, selectEdition } from '../../src/edition/index.js'
import {
  type Block,
  findNodes,
  type Inline,
  renderEdition,
  textOfInlines,
  visitNodes,
} from '../../src/markup/index.js'
import { NO_EVIDENCE } from '../edition/support.js'
import { packagedPartials } from '../support/briefs.js'
import { libraryOf } from '../support/edition.js'
import { TLP } from '../support/markings.js'

const NAMES = ['decision', 'one-page', 'press', 'analyst', 'legislator', 'public']
const LIBRARY = libraryOf(packagedPartials())
const AUDIENCES = NAMES.map(name => {
  const text = readFileSync(new URL(`../../templates/${name}.hbs`, import.meta.url), 'utf8')
  const file = new SourceFile(`templates/${name}.hbs`, text)
  return present(
    parseAudience(file, name, () => {}, TLP),
    name,
  )
})

const LISTS = { sections: 'sec', boxes: 'box', images: 'fig', annexes: 'annex' } as const
type List = keyof typeof LISTS
const KINDS = Object.keys(LISTS) as List[]
const COUNT = 4

/** References are numbers: the list, and the item in it. */
interface Content {
  readonly refersTo: readonly (readonly [number, number])[]
  readonly audiences?: readonly string[]
  readonly classification?: string
  readonly after?: string
}

const references = fc.array(fc.tuple(fc.nat(KINDS.length - 1), fc.nat(COUNT - 1)), { maxLength: 3 })
const item: fc.Arbitrary<Content> = fc.record(
  {
    refersTo: references,
    audiences: fc.subarray(NAMES, { minLength: 3 }),
    classification: fc.constantFrom('TLP:GREEN', 'TLP:AMBER', 'TLP:RED'),
    after: fc.constantFrom('background', 'stakes', 'sections0', 'sections1', 'nowhere'),
  },
  { requiredKeys: ['refersTo'] },
)
const brief = fc.record({
  background: fc.array(references, { maxLength: 3 }),
  key_facts: fc.array(references, { maxLength: 3 }),
  stakes: fc.array(references, { maxLength: 2 }),
  content: fc.array(fc.array(item, { minLength: COUNT, maxLength: COUNT }), {
    minLength: KINDS.length,
    maxLength: KINDS.length,
  }),
  left_out: fc.subarray(KINDS.flatMap(list => [0, 1, 2, 3].map(index => `${list}[${index}]`))),
})
type Model = typeof brief extends fc.Arbitrary<infer Value> ? Value : never

const words = (refersTo: Content['refersTo']) =>
  `It is so${refersTo.map(([list, index]) => `, as @${nameOf(present(KINDS[list], 'list'), index)}`).join('')}.`
const nameOf = (list: List, index: number) => `${LISTS[list]}:${list}${index}`

function yamlOf({ background, key_facts, stakes, content }: Model): string {
  const lists = KINDS.map((list, at) => [
    list,
    content[at]?.map(({ refersTo, after, ...selection }, index) => ({
      ...selection,
      id: `${list}${index}`,
      ...(list === 'images'
        ? { file: 'a.png', alt: 'A picture', caption: `${list} ${index} Zq${index}. ${words(refersTo)}` }
        : { title: `${list} ${index}`, body: `${words(refersTo)}\n\nMore.` }),
      ...(list === 'sections' && { after }),
    })),
  ])
  return JSON.stringify({
    title: 'A matter',
    as_of: '2025-01-20',
    bottom_line: 'Wait.',
    background: background.map(words).join('\n\n') || undefined,
    key_facts: key_facts.map(words),
    stakes: stakes.map(refersTo => ({ stake: 'Trade', description: words(refersTo) })),
    ...Object.fromEntries(lists),
  })
}

const numberOf = (letter: string) =>
  /^\d+$/.test(letter) ? Number(letter) : letter.charCodeAt(0) - 'A'.charCodeAt(0) + 1

/** How references name what has a label: by itself, and among others of its kind, the first of them and those after it. */
const namesOf = (label: string): string[] => {
  const [kind = '', number = ''] = label.split(' ')
  return [label, number, `${kind}${/x$/.test(kind) ? 'es' : 's'} ${number}`]
}

/** The targets that a document prints, by id, with the label that stands before the title of each. */
function labelsIn(blocks: readonly Block[]): Map<string, string> {
  const labels = new Map<string, string>()
  const labelOf = (inlines: readonly Inline[] = []) =>
    inlines[0]?.kind === 'span' && /^(?:number|annex)$/.test(inlines[0].style ?? '')
      ? textOfInlines([inlines[0]]).replace(/\.$/, '')
      : ''
  visitNodes(blocks, node => {
    if (node.kind === 'figure' && node.id) labels.set(node.id, labelOf(node.caption))
    else if (node.kind === 'heading' && /^(?:box|annex|sec):/.test(node.id))
      labels.set(node.id, labelOf(node.children))
  })
  return labels
}

test('for every audience and clearance, numbers run without gaps and references lead to what bears them', () => {
  fc.assert(
    fc.property(brief, fc.constantFrom(...AUDIENCES), (model, audience) => {
      const findings = new Findings()
      const file = new SourceFile('briefs/matter.yaml', yamlOf(model))
      const loaded = loadBrief(file, { audiences: NAMES, markings: TLP }, findings.report)
      const left = new Set(model.left_out)
      const edition = loaded && selectEdition(loaded, NO_EVIDENCE, audience, findings.report, left)
      const rendered = edition && renderEdition(edition, LIBRARY, findings.report)
      if (!rendered) throw new Error(findings.all.map(({ message }) => message).join('\n'))
      const { blocks } = rendered.document
      const labels = labelsIn(blocks)
      for (const kind of ['Figure', 'Box', 'Annex']) {
        const numbers = [...labels.values()].flatMap(label =>
          label.startsWith(`${kind} `) ? [numberOf(label.slice(kind.length + 1))] : [],
        )
        assert.equal(
          numbers,
          [...numbers.keys()].map(index => index + 1),
          kind,
        )
      }
      const shown = (list: List, index: number) =>
        edition.items.some(({ path }) => path === `${list}[${index}]`)
      const expected = KINDS.flatMap(list =>
        [...Array(COUNT).keys()].filter(index => shown(list, index)).map(index => nameOf(list, index)),
      )
      assert.equal([...labels.keys()].sort(), expected.sort(), 'what is shown is printed, once')
      for (const link of findNodes(blocks, 'link')) {
        const label = present(labels.get(link.href.slice(1)), `target ${link.href}`)
        const said = textOfInlines(link.children)
        if (label === '') assert.match(said, /^(?:sections? )?“sections \d”$/)
        else assert.ok(namesOf(label).includes(said), `${said} for ${label}`)
      }
      const text = findNodes(blocks, 'text')
        .map(each => each.text)
        .join('')
      assert.not.match(text, /@(?:sec|box|fig|annex):/)
    }),
    { numRuns: 200 },
  )
})

test.run()
