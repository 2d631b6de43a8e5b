const NO_BREAK_SPACE = '\u00a0'

/**
 * Keeps the spaces of French from breaking that stand before `:`, `;`, `!`, `?` and `»` and after `«` (Lexique des règles
 * typographiques en usage à l’Imprimerie nationale). Where an author writes none, as in Canada before `;`, there is none.
 */
export function withFrenchSpaces(text: string, lang: string): string {
  if (!/^fr\b/i.test(lang)) return text
  return text
    .replace(/ +(?=[:;!?»](?![\p{L}\p{N}/]))/gu, NO_BREAK_SPACE)
    .replace(/(?<=«) +/gu, NO_BREAK_SPACE)
}
