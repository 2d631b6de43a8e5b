import { fileURLToPath } from 'node:url'
import { test } from 'uvu'
import * as assert from 'uvu/assert'
import { AudienceStore } from '../../src/batch/workspace/audience-store.js'
import { findBriefs } from '../../src/batch/workspace/find-briefs.js'
import { readBrief } from '../../src/batch/workspace/read-brief.js'
import { openWorkspace } from '../../src/batch/workspace/workspace.js'
import { type FieldPath, shapeAt } from '../../src/brief/index.js'
import { SourceFile } from '../../src/diagnostics/index.js'
import {
  dataTypeWith,
  type Edition,
  PlainValue,
  ProseText,
  SourceCitations,
  selectEdition,
  type TemplateType,
  templateDataType,
  Verbatim,
} from '../../src/edition/index.js'
import { HELPER_RULES } from '../../src/markup/check/helper-rules.js'
import { HELPERS } from '../../src/markup/index.js'
import { recipientOf } from '../support/recipients.js'

const ROOT = fileURLToPath(new URL('../../', import.meta.url))

const PLACE = { file: new SourceFile('briefwright.yaml', ''), range: { start: 0, end: 0 } }
const HOUSE = {
  organisation: [{ text: 'A house', place: PLACE, audience: undefined, lang: undefined }],
  logo: new Verbatim('logo.png', PLACE),
}

/** Every edition of every sample brief, in each of its languages. */
async function sampleEditions(): Promise<Edition[]> {
  const workspace = await openWorkspace(ROOT)
  const ignore = () => {}
  const store = await AudienceStore.open(workspace, ignore)
  const audiences = (await store.load()).map(audience => ({ ...audience, house: HOUSE }))
  const editions: Edition[] = []
  for (const file of await findBriefs(workspace, [], ignore)) {
    const source = await readBrief(file, store.known, workspace, ignore)
    if (!source) throw new Error(`${file.name} has errors`)
    for (const audience of audiences)
      for (const lang of ['en', 'es']) {
        const reader = { lang, recipient: recipientOf({ id: 'a', name: 'Ann' }) }
        const edition = selectEdition(source.brief, source.evidence, audience, ignore, new Set(), reader)
        if (edition) editions.push(edition)
      }
  }
  return editions
}

const editions = await sampleEditions()

/** The paths of all values in data, `[]` for any item of a list; those that a type does not know are put into `unknown`. */
function walk(
  value: unknown,
  type: TemplateType | undefined,
  path: string,
  seen: Set<string>,
  unknown: Set<string>,
) {
  if (value === undefined) return
  seen.add(path)
  if (type === undefined) unknown.add(path)
  const isText =
    typeof value !== 'object' ||
    value === null ||
    value instanceof PlainValue ||
    value instanceof ProseText ||
    value instanceof Verbatim ||
    value instanceof SourceCitations
  if (isText) {
    if (type && type.kind !== 'text' && type.kind !== 'unknown') unknown.add(`${path} is a text`)
  } else if (Array.isArray(value)) {
    const of = type?.kind === 'list' ? type.of : undefined
    for (const item of value) walk(item, of, `${path}[]`, seen, unknown)
  } else {
    const entries = type?.kind === 'fields' ? type.entries : undefined
    for (const [key, inner] of Object.entries(value))
      if (path !== 'recipient')
        walk(inner, entries?.get(key), path === '' ? key : `${path}.${key}`, seen, unknown)
  }
}

/** The paths of a type, down to what is seen twice. */
function pathsOf(type: TemplateType, path: string, found: string[] = []): string[] {
  if (path !== '') found.push(path)
  if (type.kind === 'list') pathsOf(type.of, `${path}[]`, found)
  if (type.kind === 'fields')
    for (const [key, inner] of type.entries) pathsOf(inner, path === '' ? key : `${path}.${key}`, found)
  return found
}

const typesOf = (fields: Edition['audience']['fields']) =>
  new Map([...fields].map(([name, { type }]) => [name, type]))

test('every value that a template is given is known before it is printed', () => {
  const unknown = new Set<string>()
  for (const { data, audience } of editions)
    walk(data, dataTypeWith(typesOf(audience.fields)), '', new Set(), unknown)
  assert.equal([...unknown], [])
})

test('what is known is given to some template, or may be left out of a brief', () => {
  const seen = new Set<string>()
  for (const { data } of editions) walk(data, templateDataType(), '', seen, new Set())
  const unseen = pathsOf(templateDataType(), '').filter(path => !seen.has(path))
  assert.equal(
    unseen.filter(
      path =>
        !isOptional(path) &&
        !unseen.some(outer => path.startsWith(`${outer}.`) || path.startsWith(`${outer}[`)),
    ),
    unseen.filter(path => /^quotes\[\](?:\.sources?(?:\[\])?)?\.proof\.place$/.test(path)),
    'the samples number nothing in their sources',
  )
})

/** Whether the schema lets a brief go without a field; actors and sources are the same wherever they stand. */
function isOptional(path: string): boolean {
  const own = path
    .replace(/^(?:quotes\[\]\.speakers?|stakes\[\]\.who)(?:\[\])?(?=\.|$)/, 'actors[]')
    .replace(/^quotes\[\]\.sources?(?:\[\])?(?=\.|$)/, 'sources[]')
  const steps: FieldPath = own
    .split('.')
    .flatMap(step => (step.endsWith('[]') ? [step.slice(0, -2), 0] : [step]))
  const parent = shapeAt(steps.slice(0, -1))
  return parent?.kind === 'fields' && parent.entries.get(String(steps.at(-1)))?.required === false
}

test('every helper says what it takes and what it returns', () => {
  assert.equal(
    HELPERS.map(({ name }) => name).filter(name => !Object.hasOwn(HELPER_RULES, name)),
    [],
  )
})

test.run()
