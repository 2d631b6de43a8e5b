/** What this stage uses of hyphen 1.14.1, which has no types of its own. */
declare module 'hyphen' {
  const createHyphenator: (
    patterns: unknown,
    options: { html: boolean; hyphenChar: string; minWordLength: number },
  ) => (text: string) => string
  export = createHyphenator
}
