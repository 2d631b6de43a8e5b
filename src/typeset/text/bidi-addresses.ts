/** Left-to-right isolate and its end, and the invisible letter from left to right (UAX 9, 2.4 and 2.6). */
const [LRI, PDI, LRM] = ['\u2066', '\u2069', '\u200E'] as const

/**
 * Marks that keep addresses, file paths, numbers of telephones and of books, and dates with a month in Latin letters from
 * left to right in a text of any direction, by the offset of the unit after them. The parts of an address follow one
 * another from left to right, whatever they are written in (UAX 9, HL4).
 */
export function addressMarks(text: string): ReadonlyMap<number, string> {
  const marks = new Map<number, string>()
  const add = (offset: number, mark: string) => marks.set(offset, (marks.get(offset) ?? '') + mark)
  for (const { 0: found, index } of text.matchAll(leftToRightPattern())) {
    add(index, LRI)
    if (HAS_OTHER_DIRECTION.test(found))
      for (const { 0: separator, index: at } of found.matchAll(SEPARATORS)) {
        add(index + at, LRM)
        add(index + at + separator.length, LRM)
      }
    add(index + found.length, PDI)
  }
  return marks
}

/** Letters and digits whose order within a text from left to right is not that of Latin letters. */
const HAS_OTHER_DIRECTION = /[\u0590-\u08FF\uFB1D-\uFDFF\uFE70-\uFEFE\u{10800}-\u{10FFF}\u{1E800}-\u{1EFFF}]/u
const SEPARATORS = /[^\p{L}\p{M}\p{N}\u200B]+/gu

/** Where a long address may be broken. */
const BREAK = '\u200B?'
/** Of an address there is no more where such a character comes. */
const ANY = String.raw`[^\s\u2060<>"“”„«»،؛؟۔]`
/** An address ends with such a character, or with a bracket that it opens: the mark that ends a sentence is not of it. */
const END = String.raw`[\p{L}\p{M}\p{N}/=&#~%_\-](?:(?<=\([\p{L}\p{M}\p{N}_\-]+)\))?`
const LABEL = String.raw`[A-Za-z0-9][A-Za-z0-9\-\u200B]{0,90}`
const NAME = String.raw`[\w.%+\-\u200B]`
const FILE_NAME = String.raw`[\w.\-\u200B]`
const DIGIT = '[0-9٠-٩۰-۹]'
/** Between groups of digits; layout forbids a break at some of them. */
const GAP = String.raw`[\s()\u200B\u2060\-]`
const SEVEN_DIGITS = `(?=(?:${GAP}{0,3}${DIGIT}){7})`

const PATTERNS: readonly string[] = [
  // Web addresses with a scheme or `www.`, and without.
  String.raw`(?:\b[a-z][a-z+]{1,9}:\/\/|\bwww\.|\bmailto:)${ANY}*${END}`,
  String.raw`(?<![A-Za-z0-9@]|[A-Za-z0-9][.\-]${BREAK})(?:${LABEL}\.${BREAK}){1,9}[A-Za-z]{2,}(?::${BREAK}\d+)?(?:\/(?:${ANY}*${END})?)?(?![\p{L}\p{N}@])`,
  // Mail addresses, and names in networks.
  String.raw`(?<![\w.%+]|\w-)[A-Za-z0-9_+]${NAME}{0,80}@${BREAK}[\p{L}\p{N}\-\u200B]+(?:\.${BREAK}[\p{L}\p{N}\-\u200B]+)+`,
  String.raw`(?<![A-Za-z0-9])[@#][A-Za-z0-9_](?:${FILE_NAME}|@)*(?<=\w)`,
  // File paths: from a drive, a server, a root, a folder, and those that end in the name of a file.
  String.raw`(?<![\p{L}\p{N}])(?:[A-Za-z]:|\\)\\${ANY}*${END}`,
  String.raw`(?<![\p{L}\p{N}/])\/${BREAK}[A-Za-z0-9_.]${ANY}*\/${ANY}*${END}`,
  String.raw`(?<![\p{L}\p{N}/])(?:~|\.{1,2})\/${BREAK}${ANY}*${END}`,
  String.raw`(?<![\p{L}\p{N}_./\-\u200B])\w${FILE_NAME}{0,100}\/${ANY}{0,200}\.${BREAK}[A-Za-z][A-Za-z0-9]{1,4}(?![\p{L}\p{N}])`,
  // Identifiers of documents, and numbers of books.
  String.raw`(?:doi:[\s\u200B]?)?(?<![\d.])10\.${BREAK}\d{4,9}\/${ANY}*${END}`,
  String.raw`(?:ISBN:?\s)?(?<![\d\-])97[89][\s\-]\d[\d\s\-]{8,11}\d(?![\d\-])`,
  // Telephone numbers: international, or with the 0 before an area; a date is none.
  String.raw`\+${DIGIT}(?:${DIGIT}|${GAP}|[./]){4,}${DIGIT}`,
  String.raw`(?<![\p{N}.,/]|\p{N}-)(?!\d{1,2}-\d{1,2}-\d{4})${SEVEN_DIGITS}\(?[0٠۰]${DIGIT}{1,5}(?:${GAP}{1,3}${DIGIT}{2,8}){1,5}(?![.,/\-]?${DIGIT})`,
  String.raw`(?<!\d[.]?)0\d(?:\.\d\d){4}(?!\.?\d)`,
  // Dates; one that follows other Latin words is in order with them.
  String.raw`(?<!\p{Script=Latin}\s)\b\d{1,2}\s\p{Script=Latin}+\.?\s\d{4}\b`,
]
let leftToRight: RegExp | undefined
/** Made when the first text from right to left is set, as it takes milliseconds. */
function leftToRightPattern(): RegExp {
  leftToRight ??= new RegExp(PATTERNS.join('|'), 'gu')
  return leftToRight
}
