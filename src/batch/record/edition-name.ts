/** Which edition: together the place of its PDF in the output folder. */
export interface EditionName {
  readonly brief: string
  readonly audience: string
  /** In a mail merge, whom this copy is for. */
  readonly recipient: string | null
  /** The language (BCP 47) where it was asked for: a part of the name of its file. */
  readonly lang?: string | null
}

/** Where an edition is printed to, relative to the output folder. */
export function outputFile(name: EditionName): string {
  const { brief, audience, recipient } = name
  return recipient === null ? `${brief}/${nameInLanguage(name)}.pdf` : `${brief}/${audience}/${recipient}.pdf`
}

/** The audience of an edition, with the language where that was asked for: `press.fr`. */
export function nameInLanguage({ audience, lang }: Pick<EditionName, 'audience' | 'lang'>): string {
  return lang ? `${audience}.${lang}` : audience
}

/** Which edition is printed to a path: the inverse of `outputFile`. */
export function parseOutputFile(file: string): EditionName {
  const [brief = '', name = '', recipient] = file.slice(0, -'.pdf'.length).split('/')
  if (recipient !== undefined) return { brief, audience: name, recipient }
  const [, audience = name, lang] = /^(.+)\.([a-z]{2,3}(?:-[A-Za-z0-9]{2,8})*)$/.exec(name) ?? []
  return { brief, audience, recipient: null, ...(lang !== undefined && { lang }) }
}

/** The name of an edition that a manifest lists: its `lang` is that of the words, and the file tells whether it was asked for. */
export function nameOfEntry({
  brief,
  audience,
  recipient,
  file,
}: EditionName & { readonly file: string }): EditionName {
  const { lang } = parseOutputFile(`${brief}/${file.slice(file.lastIndexOf('/') + 1)}`)
  const isAsked = recipient === null && lang && file.endsWith(`/${audience}.${lang}.pdf`)
  return { brief, audience, recipient, ...(isAsked && { lang }) }
}
