import { type Random, randomForInput } from './random.js'
import { randomBrief } from './random-brief.js'
import * as samples from './samples.js'
import { mutateBytes, mutateText, strangeText } from './strings.js'

/** A workspace, and a command that is run in it. */
export interface FuzzInput {
  readonly sort: string
  readonly files: Readonly<Record<string, string | Uint8Array>>
  readonly argv: readonly string[]
}

type Maker = (random: Random) => Omit<FuzzInput, 'sort'>

const { BRIEF, ARTICLE, PAGE, NOTE } = samples
const BRIEFS = [
  BRIEF,
  ...Object.values(samples.samplesIn('briefs/', '.yaml')).filter(text => /^title:/m.test(text)),
]
const LOCKS = Object.values(samples.samplesIn('briefs/', '.lock.yaml'))
const TEMPLATES = Object.values(samples.samplesIn('templates/', '.hbs'))
const PARTIALS = samples.samplesIn('templates/partials/', '.hbs')
const THEMES = samples.samplesIn('templates/themes/', '.yaml')
const LOCALES = samples.samplesIn('templates/locales/', '.yaml')
const SOURCES = ['courier.txt', 'entrevista.txt', 'order.txt', 'report.md'].map(name =>
  samples.readSample(`briefs/sources/${name}`),
)
const FONTS = samples.readSample('fonts/fonts.yaml')
const FONT = samples.readBytes('fonts/source-sans-3/SourceSans3-Regular.ttf')
const ALL_TEXTS = [
  ...BRIEFS,
  ...LOCKS,
  ...TEMPLATES,
  ...Object.values(PARTIALS),
  ...Object.values(THEMES),
  ...SOURCES,
  ARTICLE,
  PAGE,
]

const B = 'briefs/dam.yaml'
const T = 'templates/note.hbs'
const BASE = { [B]: BRIEF, 'briefs/article.txt': ARTICLE, [T]: NOTE }
const BUILD = ['build', '-a', 'note', '-j', '1']
const BLOCKS = ['inspect', B, '-a', 'note', '--stage', 'blocks']

/** Most inputs are mutated samples; some of them are no text any more. */
function mutated(text: string, random: Random): string | Uint8Array {
  if (random.chance(0.03)) return strangeText(random)
  const changed = mutateText(text, random, ALL_TEXTS)
  if (random.chance(0.02)) return Buffer.from(changed, 'utf16le')
  return random.chance(0.08) ? mutateBytes(Buffer.from(changed), random) : changed
}

const MAKERS: Readonly<Record<string, Maker>> = {
  'brief, mutated': random => ({
    files: { ...BASE, [B]: mutated(random.pick(BRIEFS), random) },
    argv: random.chance(0.85) ? ['check'] : random.pick([BLOCKS, [...BUILD, '--allow-unverified']]),
  }),
  'brief, by the schema': random => ({
    files: { ...BASE, [B]: randomBrief(random) },
    argv: random.chance(0.7) ? ['check'] : random.pick([BLOCKS, [...BUILD, '--allow-unverified']]),
  }),
  source: random => {
    const name = random.pick(['article.txt', 'article.md', 'article.html'])
    const text = name.endsWith('html') ? PAGE : random.pick([ARTICLE, ...SOURCES])
    return {
      files: { ...BASE, [B]: BRIEF.replace('article.txt', name), [`briefs/${name}`]: mutated(text, random) },
      argv: random.pick([['check'], ['check', '--update-lock'], ['check', '--report', 'report.html']]),
    }
  },
  lock: random => ({
    files: {
      ...BASE,
      'briefs/dam.lock.yaml': mutated(random.pick(LOCKS), random),
      ...(random.chance(0.5) && { 'briefs/article.txt': '' }),
    },
    argv: random.pick([['check'], ['check', '--frozen'], ['check', '--update-lock']]),
  }),
  template: random => ({
    files: { ...BASE, [T]: mutated(random.pick([NOTE, NOTE, ...TEMPLATES]), random) },
    argv: random.chance(0.8) ? BLOCKS : BUILD,
  }),
  partial: random => {
    const name = random.pick(Object.keys(PARTIALS))
    return {
      files: { ...BASE, [`templates/partials/${name}`]: mutated(PARTIALS[name] ?? '', random) },
      argv: random.chance(0.5)
        ? BLOCKS
        : ['inspect', B, '-a', random.pick(['analyst', 'decision', 'public']), '--stage', 'html'],
    }
  },
  theme: random => ({
    files: { ...BASE, 'templates/themes/default.yaml': mutated(random.pick(Object.values(THEMES)), random) },
    argv: BUILD,
  }),
  locale: random => ({
    files: {
      ...BASE,
      [B]: `lang: xx\n${BRIEF}`,
      'templates/locales/xx.yaml': mutated(random.pick(Object.values(LOCALES)), random),
    },
    argv: random.chance(0.7) ? BLOCKS : BUILD,
  }),
  recipients: random => {
    const lines = random.chance(0.4)
    return {
      files: {
        ...BASE,
        [`briefs/people.${lines ? 'jsonl' : 'csv'}`]: mutated(
          lines ? samples.RECIPIENT_LINES : samples.RECIPIENTS,
          random,
        ),
      },
      argv: [
        ...BUILD,
        '--data',
        `briefs/people.${lines ? 'jsonl' : 'csv'}`,
        ...(random.chance(0.9) ? ['--dry-run'] : []),
      ],
    }
  },
  'table of fonts': random => ({
    files: { ...BASE, 'fonts/fonts.yaml': mutated(FONTS, random) },
    argv: BUILD,
  }),
  font: random => ({
    files: {
      ...BASE,
      'fonts/house.ttf': random.chance(0.1)
        ? mutateBytes(random.pick([FONT.subarray(0, 3000), Buffer.from(ARTICLE)]), random)
        : mutateBytes(FONT, random),
      'fonts/fonts.yaml':
        'Source Sans 3:\n  {normal: house.ttf, italics: house.ttf, bold: house.ttf, bolditalics: house.ttf}\n',
    },
    argv: BUILD,
  }),
  picture: random => {
    const whole = samples.randomPicture(random)
    const bytes = random.chance(0.4) ? whole : mutateBytes(whole, random)
    return {
      files: {
        ...BASE,
        [T]: samples.PICTURE_NOTE,
        'briefs/picture.png': bytes,
        'templates/picture.png': bytes,
      },
      argv: BUILD,
    }
  },
  'article, text': random => ({
    files: { 'article.txt': mutated(random.pick([ARTICLE, ARTICLE, ...SOURCES]), random) },
    argv: ['draft', 'article.txt', '--lang', 'en'],
  }),
  'article, Markdown': random => ({
    files: {
      'article.md': mutated(
        `---\ntitle: The dam\nauthor: Otto Brahm\n---\n# The dam\n\n${ARTICLE}\n> quoted\n\n- a\n- b\n`,
        random,
      ),
    },
    argv: ['draft', 'article.md', ...(random.chance(0.8) ? ['--lang', 'en'] : [])],
  }),
  'article, page': random => ({
    files: { 'article.html': mutated(PAGE, random) },
    argv: [
      'draft',
      'article.html',
      ...(random.chance(0.8) ? ['--lang', 'en'] : []),
      ...(random.chance(0.2) ? ['--json'] : []),
    ],
  }),
  'house style': random => ({
    files: {
      ...BASE,
      'briefwright.yaml': mutated(
        'markings: [tlp, uk]\nclearances: {note: [TLP:AMBER, OFFICIAL], public: [TLP:CLEAR]}\n',
        random,
      ),
    },
    argv: random.pick([['check'], BLOCKS]),
  }),
  manifest: random => ({
    files: {
      'one/manifest.json': mutated(MANIFEST, random),
      'two/manifest.json': random.chance(0.5) ? MANIFEST : mutated(MANIFEST, random),
    },
    argv: ['manifest', 'merge', 'one/manifest.json', 'two/manifest.json'],
  }),
}

const MANIFEST = `{"editions":[
{"brief":"dam","audience":"note","recipient":null,"lang":"en","file":"out/dam/note.pdf","pages":1,"limit":1,"fill":0.5,"left_out":[],"quotes":{"verified":1,"abridged":0,"locked":0,"unverified":0},"sha256":"${'a'.repeat(64)}","inputs_sha256":"${'b'.repeat(64)}","cached":false,"ms":12}
],"missing":[
{"brief":"dam","audience":"public","recipient":null}
]}
`

export const SORTS = Object.keys(MAKERS)

/** The input of a number in a run, which the seed of the run determines. */
export function makeInput(seed: number, index: number, sorts: readonly string[] = SORTS): FuzzInput {
  const sort = sorts[index % sorts.length] ?? ''
  const random = randomForInput(seed, index)
  const make = MAKERS[sort]
  if (!make) throw new Error(`no sort ${sort}: ${SORTS.join(', ')}`)
  return { sort, ...make(random) }
}
