/** Parts that make four pages. */
const FOUR_PAGES = 9

/** A brief, in sentences of its own for each number and the same for the same; a tenth of its words are those of `vocabulary`. */
export function briefYaml(number: number, vocabulary = number): string {
  const parts = FOUR_PAGES
  const text = new Text(number, vocabulary)
  const prose = (length: number) =>
    `${text.words(length * 0.6)} **${text.words(length * 0.2)}** *${text.words(length * 0.2)}*`
  const items = (count: number, item: () => object) => Array.from({ length: Math.ceil(count) }, item)
  return JSON.stringify({
    title: text.words(7),
    as_of: '2025-03-01',
    bottom_line: prose(45),
    background: [prose(75), prose(75), prose(60)].join('\n\n'),
    key_facts: items(parts + 2, () => ({ fact: prose(18), cite: '@report' })),
    stakes: items(parts, () => ({
      stake: text.words(3),
      description: [prose(75), prose(60)].join('\n\n'),
    })),
    options: items(parts * 1.2, () => ({ name: text.words(2), summary: prose(12), risk: prose(12) })),
    sources: [{ id: 'report', title: text.words(5), issued: '2025' }],
  })
}

/** The same with what figures are drawn from: ten events, eight actors and the stakes, as many as briefs have. */
export function figuresYaml(number: number): string {
  const text = new Text(number, number)
  const brief = JSON.parse(briefYaml(number)) as { stakes: object[] }
  const among = <Item>(items: readonly Item[], index: number) => items[(index * 7 + number) % items.length]
  const numbered = <Item>(count: number, item: (index: number) => Item) =>
    Array.from({ length: count }, (_, index) => item(index))
  return JSON.stringify({
    ...brief,
    timeline: numbered(10, index => ({
      date: among(['2024-11-02', '2024-12/2025-02', '2025-01~', '2025-02-11', '2025-03-20'], index),
      event: text.words(12),
      label: text.words(4),
    })),
    actors: numbered(8, index => ({
      id: `a${index}`,
      name: text.words(3),
      side: among(['North', 'South', 'Port'], index),
      influence: among([1, 2, 3, 4, 5], index),
      support: among([-2, -1, 0, 1, 2], index),
    })),
    stakes: brief.stakes.map((stake, index) => ({
      ...stake,
      likelihood: among([1, 2, 3, 4, 5], index),
      impact: among([2, 3, 4, 5], index),
    })),
  })
}

/** The theme of `TEMPLATE`: text as wide as the peers set it. */
export const THEME = 'extends: default\nmeasure: 42\n'

/** How the briefs are printed. */
export const TEMPLATE = `---
title: Bench
description: For the benchmark.
page: { size: a4, margins: { top: 22.6, right: 24, bottom: 22.6, left: 24 } }
limit: 2000
type: { size: 10, floor: 9 }
theme: bench
clearance: TLP:CLEAR
sections: [bottom_line, background, key_facts, stakes, options, sources]
---
<header><h1>{{title}}</h1></header>
<aside class="bottom-line">{{paragraphs bottom_line}}</aside>
{{#section "background"}}{{paragraphs background}}{{/section}}
{{#section "key_facts"}}<ul>{{#each key_facts}}<li>{{fact}}</li>{{/each}}</ul>{{/section}}
{{#each stakes}}<section><h2>{{stake}}</h2>{{paragraphs description}}</section>
{{/each}}
{{#section "options"}}<table class="grid" widths="1 2 2"><thead><tr><th>Option</th><th>What</th><th>Risk</th></tr></thead>
<tbody>{{#each options}}<tr><th scope="row">{{name}}</th><td>{{summary}}</td><td>{{risk}}</td></tr>{{/each}}</tbody></table>{{/section}}
`

/** The same with the events and the actors in words, and with their figures or without. */
export const WITHOUT_FIGURES = withLists('', '', '')
export const WITH_FIGURES = withLists(
  '<timeline></timeline>',
  '<actor-map></actor-map>',
  '<stakes-matrix list="none"></stakes-matrix>',
)

function withLists(timeline: string, map: string, matrix: string): string {
  return `${TEMPLATE}{{#section "timeline"}}${timeline}{{> timeline}}{{/section}}
{{#section "actors"}}${map}<ul>{{#each actors}}<li>{{name}} {{side}}</li>{{/each}}</ul>{{/section}}
<section><h2>Matrix</h2>${matrix}<ul>{{#each stakes}}<li>{{stake}}</li>{{/each}}</ul></section>
`
}

const SYLLABLES =
  'ba ca de fo gu ha in jo ka le mi no or pe qua re si to un ve wa al en tion ment ing er ly'.split(' ')
/** Words that all briefs share, and the share of a brief's words that are among them. */
const COMMON = 500
const SHARED = 0.9

/** Words by a linear congruential generator, so that a number always gives the same. */
class Text {
  #state: number

  constructor(
    seed: number,
    private readonly vocabulary: number,
  ) {
    this.#state = seed * 2654435761 + 1
  }

  words(count: number): string {
    const words = Array.from({ length: Math.ceil(count) }, () => this.#word())
    const [first = '', ...others] = words
    return [first.charAt(0).toUpperCase() + first.slice(1), ...others].join(' ')
  }

  #word(): string {
    if (this.#next() < SHARED) return spelt(Math.floor(this.#next() * COMMON))
    return spelt(COMMON + Math.floor(this.#next() * 100) + 101 * this.vocabulary)
  }

  #next(): number {
    this.#state = (Math.imul(this.#state, 1664525) + 1013904223) >>> 0
    return this.#state / 2 ** 32
  }
}

function spelt(number: number): string {
  let word = ''
  for (let rest = number + SYLLABLES.length; rest > 0; rest = Math.floor(rest / SYLLABLES.length))
    word += SYLLABLES[rest % SYLLABLES.length]
  return word
}
