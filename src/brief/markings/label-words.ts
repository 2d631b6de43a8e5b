/**
 * The words of a label, which tell it from others: whatever its case, the kind and the amount of its blanks, and the
 * punctuation between its words. `tlp: amber + strict` and `TLP:AMBER+STRICT` have the same.
 */
export function wordsOfLabel(label: string): string {
  return label
    .normalize('NFKC')
    .toUpperCase()
    .replace(/[\s:;,/_\p{Pd}\p{Cf}]+/gu, ' ')
    .replace(/ ?\+ ?/g, '+')
    .trim()
}

/** What follows some words in others: empty if they are the same, undefined if the others do not begin with them. */
export function wordsFollowing(words: string, beginning: string): string | undefined {
  if (words === beginning) return ''
  return words.startsWith(`${beginning} `) ? words.slice(beginning.length + 1) : undefined
}
