import { present } from '../../diagnostics/index.js'
import type { EditionFormat } from '../../edition/index.js'
import { partialNamesOf, recipientFieldsOf } from '../../markup/index.js'
import { familiesForTheme } from '../../typeset/index.js'
import type { SelectedEdition } from '../plan/brief-cache.js'
import type { EditionRequest } from '../plan/edition-request.js'
import { type EditionInput, EditionKeys } from '../record/edition-key.js'
import { InputHashes } from '../record/input-hashes.js'
import { twinVariant } from '../record/twin-variant.js'
import type { WholeEdition } from './fit-edition.js'
import type { TwinMeans } from './print-format.js'
import type { Resources } from './resources.js'

/** What an edition is made from. */
interface EditionSources {
  readonly made: WholeEdition
  readonly request: EditionRequest
  readonly selected: SelectedEdition
  readonly resources: Resources
  readonly means: TwinMeans
  readonly whole: boolean
}

/** Lists what the files of an edition are made from once it is set, and computes the key of each. */
export function inputsOfFormats({ made, request, selected, resources, means, whole }: EditionSources): (
  format: EditionFormat,
) => {
  readonly inputs: readonly EditionInput[]
  readonly key: string
} {
  const { workspace, embedFonts, wordStyles } = means
  const keys = new EditionKeys(new InputHashes(workspace, resources.hashes))
  const selection = present(selected.hashes, 'hashes of an edition that was printed')
  const common = commonInputs(made, request, resources)
  const house = { embedFonts, wordStyles: wordStyles?.written }
  return format => {
    const styles: EditionInput[] = format === 'docx' && wordStyles ? [`file:${wordStyles.shown}`] : []
    const inputs = styles.length > 0 ? [...common, ...styles] : common
    const variant = twinVariant(format, whole, house)
    return { inputs, key: keys.keyOf(selection, inputs, request.reader.recipient?.fields, variant) }
  }
}

function commonInputs(made: WholeEdition, request: EditionRequest, resources: Resources): EditionInput[] {
  const { library, theme, whole, images, read } = made
  const files = resources.inputs({
    partials: partialNamesOf(request.audience, library),
    theme: request.audience.theme,
    families: familiesForTheme(theme),
    language: whole.edition.lang,
  })
  return [
    ...[...read].sort().map((field): EditionInput => `brief:${field}`),
    ...recipientInputs(made, request),
    ...files,
    ...images.files.map((path): EditionInput => `file:${path}`),
  ]
}

function recipientInputs({ whole, library }: WholeEdition, { audience }: EditionRequest): EditionInput[] {
  const { fields } = recipientFieldsOf(audience, library)
  if (fields === 'all') return ['recipient:*']
  return [...new Set([...fields, ...whole.edition.recipientFields])]
    .sort()
    .map((field): EditionInput => `recipient:${field}`)
}
