import type { ArticleMetadata } from '../article.js'

/** What one of several places may say of an article. */
export type PartialMetadata = { readonly [Key in keyof ArticleMetadata]?: ArticleMetadata[Key] | undefined }

/** Puts together what several places say of an article: of each thing, what is said first. */
export function mergeMetadata(...places: readonly PartialMetadata[]): ArticleMetadata {
  const title = places.find(place => place.title)?.title
  const author = places.find(place => place.author?.length)?.author
  const publisher = places.find(place => place.publisher)?.publisher
  const issued = places.find(place => place.issued)?.issued
  const url = places.find(place => place.url)?.url
  return {
    ...(title && { title }),
    ...(author && { author }),
    ...(publisher && { publisher }),
    ...(issued && { issued }),
    ...(url && { url }),
  }
}

/** A web address as it is written, if it is one; anything else that stands in its place says nothing. */
export function webAddress(text: string | undefined): string | undefined {
  const address = text?.trim() ?? ''
  return /^https?:\/\/[^\s<>"]+$/i.test(address) && URL.canParse(address) ? address : undefined
}

/** A text on one line; undefined where there is none, or too much of it to be a name or a title. */
export function singleLine(text: unknown): string | undefined {
  if (typeof text !== 'string' || text.length > 2000) return undefined
  const line = text.replace(/\s+/g, ' ').trim()
  return line !== '' && line.length <= 500 ? line : undefined
}
