import { stringify } from 'yaml'
import { briefJsonSchema } from '../../src/brief/schema/json-schema.js'
import type { Random } from './random.js'
import { strangeScalar, strangeText } from './strings.js'

interface Schema {
  readonly $ref?: string
  readonly $defs?: Readonly<Record<string, Schema>>
  readonly type?: string | readonly string[]
  readonly enum?: readonly unknown[]
  readonly const?: unknown
  readonly anyOf?: readonly Schema[]
  readonly oneOf?: readonly Schema[]
  readonly allOf?: readonly Schema[]
  readonly properties?: Readonly<Record<string, Schema>>
  readonly required?: readonly string[]
  readonly additionalProperties?: Schema | boolean
  readonly items?: Schema
  readonly pattern?: string
  readonly minimum?: number
  readonly maximum?: number
}

const ROOT = briefJsonSchema() as Schema
const KNOWN = {
  actors: ['moe', 'brahm', 'a'].map(id => ({ id, name: `Ann ${id}` })),
  sources: ['article', 'report'].map(id => ({
    id,
    title: 'Mayor speaks',
    text: 'article.txt',
    type: 'article',
  })),
}
const IDS = ['moe', 'brahm', 'article', 'report', 'a']

/** Fields whose parts must agree with one another, or with templates, which random ones seldom do. */
const AGREEING = ['tables', 'charts', 'images', 'sections', 'custom']

/** How often a value is none that its field asks for. */
let strangeShare = 0

/** A brief by the schema, with something here and there that the schema does not allow. */
export function randomBrief(random: Random): string {
  strangeShare = random.pick([0, 0, 0.002, 0.02])
  const value = randomValue(ROOT, random, 0) as Record<string, unknown>
  const known = { title: 'The dam', as_of: '2025-03-10', ...(random.chance(0.8) && KNOWN) }
  const left = random.chance(0.7) ? Object.fromEntries(AGREEING.map(field => [field, undefined])) : {}
  const brief = random.chance(0.95) ? { ...value, ...known, ...left } : value
  const text = random.chance(0.3) ? JSON.stringify(brief, null, random.pick([0, 2])) : stringify(brief)
  return `${text}\n`
}

function randomValue(schema: Schema, random: Random, depth: number, name = ''): unknown {
  if (random.chance(strangeShare)) return strangeScalar(random)
  if (schema.$ref) return randomValue(referenced(schema.$ref), random, depth, name)
  if ('const' in schema) return schema.const
  if (schema.enum) return random.pick(schema.enum)
  const choice = schema.anyOf ?? schema.oneOf
  if (choice) return randomValue(random.pick(choice), random, depth, name)
  if (schema.allOf) return randomValue(random.pick(schema.allOf), random, depth, name)
  const types = [schema.type ?? []].flat()
  const type =
    types.includes('string') && !random.chance(strangeShare * 5)
      ? 'string'
      : types.length > 0
        ? random.pick(types)
        : ''
  switch (type) {
    case 'object':
      return objectOf(schema, random, depth)
    case 'array':
      return Array.from({ length: depth > 6 ? 0 : random.size(8) }, () =>
        randomValue(schema.items ?? {}, random, depth + 1, name),
      )
    case 'integer':
    case 'number':
      return (schema.minimum ?? 0) + random.below((schema.maximum ?? 9) - (schema.minimum ?? 0) + 1)
    case 'boolean':
      return random.chance(0.5)
    default:
      return textOf(name, random)
  }
}

function objectOf(
  { properties = {}, required = [], additionalProperties }: Schema,
  random: Random,
  depth: number,
) {
  const share = random.pick([0.1, 0.3, 0.8])
  const fields: Record<string, unknown> = {}
  for (const [name, property] of Object.entries(properties))
    if (required.includes(name) ? !random.chance(strangeShare * 2) : depth < 6 && random.chance(share))
      fields[name] = randomValue(property, random, depth + 1, name)
  if (typeof additionalProperties === 'object')
    for (const key of [
      'default',
      ...(random.chance(0.3) ? [random.pick(['press', 'public', 'es', 'public.es'])] : []),
    ])
      fields[key] = randomValue(additionalProperties, random, depth + 1)
  if (random.chance(strangeShare * 2))
    fields[random.pick(['__proto__', 'x', 'titel', ''])] = strangeScalar(random)
  return fields
}

/** A text that fits a field as often as not. */
function textOf(name: string, random: Random): string {
  if (random.chance(strangeShare * 10)) return strangeText(random)
  if (/^(?:id|who|speaker|reported_by|source|by)$/.test(name)) return random.pick(IDS)
  if (/cite/.test(name)) return random.pick(['@article', '@report, p. 4', '@article; @report'])
  if (/date|issued|accessed|due|as_of|until/.test(name))
    return random.pick(['2025-01-20', '2025-02', '2024/2025', '2025~'])
  if (/url/.test(name)) return 'https://a.example/b'
  if (name === 'text')
    return random.pick([
      'article.txt',
      'We will raise the dam',
      'We will … the dam',
      'Who [they all] pays for it?',
    ])
  if (/lang/.test(name)) return random.pick(['en', 'es', 'de', 'fr', 'ar'])
  if (/audience/.test(name))
    return random.pick(['press', 'public', 'decision', 'analyst', 'one-page', 'note'])
  if (/class|marking|clear/.test(name)) return random.pick(['TLP:GREEN', 'TLP:CLEAR', 'TLP:RED'])
  return random.pick([
    'The dam is old.',
    'It said “we will raise the dam” [@article, para. 1].',
    'A *dam* with **water** and [a link](https://a.example).',
    'One.\n\nTwo.\n\n- a\n- b',
    '{{recipient.name}}',
  ])
}

function referenced(reference: string): Schema {
  const name = reference.split('/').at(-1) ?? ''
  return ROOT.$defs?.[name] ?? ROOT
}
