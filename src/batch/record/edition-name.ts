import type { EditionFormat } from '../../edition/index.js'

/** Which edition: together the place of its files in the output folder. */
export interface EditionName {
  readonly brief: string
  readonly audience: string
  /** In a mail merge, whom this copy is for. */
  readonly recipient: string | null
  /** The language (BCP 47) where it was asked for: a part of the names of its files. */
  readonly lang?: string | null
}

/** Which file of which edition. */
export interface OutputName extends EditionName {
  readonly format: EditionFormat
  /** The page that a PNG shows, from 1. */
  readonly page?: number
}

/** What each format's files end in, in the order in which an edition has them. */
const ENDINGS: Readonly<Record<EditionFormat, string>> = {
  pdf: '.pdf',
  html: '.html',
  docx: '.docx',
  md: '.md',
  txt: '.txt',
  png: '.png',
}

export const OUTPUT_FORMATS = Object.keys(ENDINGS) as EditionFormat[]

/** Where a file of an edition is printed to, relative to the output folder; of PNGs, the first page if none is named. */
export function outputFile({ page = 1, format, ...name }: OutputName): string {
  return `${editionPath(name)}${format === 'png' ? `-${page}` : ''}${ENDINGS[format]}`
}

/** What the paths of all files of an edition begin with. */
export function editionPath(name: EditionName): string {
  const { brief, audience, recipient } = name
  return recipient === null ? `${brief}/${nameInLanguage(name)}` : `${brief}/${audience}/${recipient}`
}

/** How many editions some files are of. */
export function countEditions(files: readonly EditionName[]): number {
  return new Set(files.map(editionPath)).size
}

/** The audience of an edition, with the language where that was asked for: `press.fr`. */
export function nameInLanguage({ audience, lang }: Pick<EditionName, 'audience' | 'lang'>): string {
  return lang ? `${audience}.${lang}` : audience
}

/** Which file of which edition is printed to a path: the inverse of `outputFile`. */
export function parseOutputFile(file: string): OutputName {
  const format = OUTPUT_FORMATS.find(each => file.endsWith(ENDINGS[each])) ?? 'pdf'
  const path = file.slice(0, -ENDINGS[format].length)
  const [, numbered = path, page] = (format === 'png' && /^(.*)-(\d+)$/s.exec(path)) || []
  const made = { format, ...(page !== undefined && { page: Number(page) }) }
  const [brief = '', name = '', recipient] = numbered.split('/')
  if (recipient !== undefined) return { brief, audience: name, recipient, ...made }
  const [, audience = name, lang] = /^(.+)\.([a-z]{2,3}(?:-[A-Za-z0-9]{2,8})*)$/.exec(name) ?? []
  return { brief, audience, recipient: null, ...(lang !== undefined && { lang }), ...made }
}

/** The first file of the edition in the same format: what stands for all PNGs of an edition. */
export function firstFileOf(file: string): string {
  if (!file.endsWith(ENDINGS.png)) return file
  const { page: _, ...name } = parseOutputFile(file)
  return outputFile(name)
}

/** The name of a file that a manifest lists: its `lang` is that of the words, and the file tells whether it was asked for. */
export function nameOfEntry({
  brief,
  audience,
  recipient,
  file,
}: EditionName & { readonly file: string }): OutputName {
  const { format, page, lang } = parseOutputFile(`${brief}/${file.slice(file.lastIndexOf('/') + 1)}`)
  const made = { format, ...(page !== undefined && { page }) }
  const inLanguage = { brief, audience, recipient, ...(lang !== undefined && { lang }), ...made }
  const isAsked =
    recipient === null && lang && file.endsWith(`/${outputFile(inLanguage).slice(brief.length + 1)}`)
  return isAsked ? inLanguage : { brief, audience, recipient, ...made }
}
