/**
 * What in some texts may be the path of a picture, or of the Word file whose styles a house takes; what is none costs nothing but a look at the
 * disk. The time that it takes grows with the length of the texts, whatever is in them.
 */
export function pictureNames(texts: Iterable<string>): string[] {
  const found = new Set<string>()
  for (const text of texts)
    for (const [name] of text.matchAll(PICTURE)) {
      if (found.size >= MOST_NAMES) return [...found]
      found.add(name)
    }
  return [...found]
}

/** From the beginning of what has no blanks, quotes or brackets in it, and no longer than paths are. */
const PICTURE = /(?<![^\s"'`()[\]{}<>|,:;=])[^\s"'`()[\]{}<>|,:;=]{1,200}\.(?:png|jpe?g|svg|docx)\b/gi
const MOST_NAMES = 500
