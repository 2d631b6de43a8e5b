/** What a report begins with before its first sentence, up to a dash: `ELLBY, Norway, Feb. 3, 2025 (Post) — `. */
export function parseDateline(text: string): string | undefined {
  return DATELINE.exec(text)?.[0]
}

/** A place in capitals, then region or day, then agency. */
const DATELINE =
  /^\p{Lu}[\p{Lu}./’'-]+(?: \p{Lu}[\p{Lu}./’'-]*)*(?:, [\p{L}\p{N}., ]{2,40})?(?: ?[(/][^()/]{2,40}[)/])?\s?(?:[—–―]|--?\s)\s?(?=[\p{Lu}\p{N}])/u
