import { present } from '../../diagnostics/index.js'
import { type EditionFormat, editionLanguages } from '../../edition/index.js'
import { partialNamesOf, recipientFieldsOf } from '../../markup/index.js'
import type { SelectedEdition } from '../plan/brief-cache.js'
import type { EditionRequest } from '../plan/edition-request.js'
import { type EditionInput, EditionKeys } from '../record/edition-key.js'
import { InputHashes } from '../record/input-hashes.js'
import { twinVariant } from '../record/twin-variant.js'
import type { WholeEdition } from './fit-edition.js'
import type { TwinMeans } from './print-format.js'
import type { Resources } from './resources.js'

/** What an edition is made from, once it is set: what its template read, and what it is set with; `families` are its fonts. */
export function inputsOfEdition(
  made: WholeEdition,
  request: EditionRequest,
  families: readonly string[],
  resources: Resources,
): EditionInput[] {
  const { library, whole, images, read } = made
  const { audience } = request
  const files = resources.inputs({
    partials: partialNamesOf(audience, library),
    theme: audience.theme,
    families,
    languages: editionLanguages(whole.edition),
  })
  return [
    ...[...read].sort().map((field): EditionInput => `brief:${field}`),
    ...recipientInputs(made, request),
    ...files,
    ...images.files.map((path): EditionInput => `file:${path}`),
  ]
}

/** What an edition is made from in a format. */
export function inputsOfFormat(
  format: EditionFormat,
  inputs: readonly EditionInput[],
  { wordStyles }: TwinMeans,
): readonly EditionInput[] {
  return format === 'docx' && wordStyles ? [...inputs, `file:${wordStyles.shown}`] : inputs
}

/** Computes the key of each file of an edition. */
export function editionKeyOf(
  { request, selected, resources, whole }: EditionSources,
  { workspace, embedFonts, wordStyles }: TwinMeans,
): (format: EditionFormat, inputs: readonly EditionInput[]) => string {
  const keys = new EditionKeys(new InputHashes(workspace, resources.hashes))
  const selection = present(selected.hashes, 'hashes of an edition that was printed')
  const house = { embedFonts, wordStyles: wordStyles?.written }
  const row = request.reader.recipient?.fields
  return (format, inputs) => keys.keyOf(selection, inputs, row, twinVariant(format, whole, house))
}

interface EditionSources {
  readonly request: EditionRequest
  readonly selected: SelectedEdition
  readonly resources: Resources
  readonly whole: boolean
}

function recipientInputs({ whole, library }: WholeEdition, { audience }: EditionRequest): EditionInput[] {
  const { fields } = recipientFieldsOf(audience, library)
  if (fields === 'all') return ['recipient:*']
  return [...new Set([...fields, ...whole.edition.recipientFields])]
    .sort()
    .map((field): EditionInput => `recipient:${field}`)
}
