/** Which edition: together the place of its PDF in the output folder. */
export interface EditionName {
  readonly brief: string
  readonly audience: string
  /** In a mail merge, whom this copy is for. */
  readonly recipient: string | null
}

/** Where an edition is printed to, relative to the output folder. */
export function outputFile({ brief, audience, recipient }: EditionName): string {
  return recipient === null ? `${brief}/${audience}.pdf` : `${brief}/${audience}/${recipient}.pdf`
}

/** Which edition is printed to a path: the inverse of `outputFile`. */
export function parseOutputFile(file: string): EditionName {
  const [brief = '', audience = '', recipient] = file.slice(0, -'.pdf'.length).split('/')
  return { brief, audience, recipient: recipient ?? null }
}
