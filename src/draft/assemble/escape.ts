import { unprintableIn } from '../../brief/index.js'

/** Writes words of an article so that inline Markdown, citations and placeholders leave them as they are. */
export function escapeMarkdown(words: string): string {
  return words.replace(/[\\`*_[\]<>]|\{(?=\{)/g, String.raw`\$&`)
}

/** Writes a space for each character that no brief may hold. */
export function withoutUnprintable(words: string): string {
  let printable = ''
  let at = 0
  for (const { start, end } of unprintableIn(words)) {
    printable += `${words.slice(at, start)} `
    at = end
  }
  return printable + words.slice(at)
}
