/**
 * Says why a text cannot name a file or a folder on every system, in words that follow "cannot name …: "; none if it
 * can. The rules are those of NTFS and of Windows ("Naming Files, Paths, and Namespaces"), the strictest in use.
 */
export function fileNameProblem(name: string): string | undefined {
  if (name === '') return 'it is empty'
  if (name.includes('\uFFFD')) return 'it holds U+FFFD, as names do that are not UTF-8'
  if (LONE_SURROGATE.test(name)) return 'it holds half of a character'
  const invisible = INVISIBLE.exec(name)?.[0]
  if (invisible !== undefined) return `it holds the invisible character ${codePoint(invisible)}`
  const reserved = RESERVED.exec(name)?.[0]
  if (reserved !== undefined) return `it holds \`${reserved}\``
  if (name.startsWith('.')) return 'it begins with a dot'
  if (name.endsWith('.')) return 'it ends with a dot'
  if (/^\s/u.test(name)) return 'it begins with a blank'
  if (/\s$/u.test(name)) return 'it ends with a blank'
  if (DEVICE.test(name)) return 'Windows has a device of that name'
  return lengthProblem(name)
}

/** What two names have in common that some file system takes for one: their letters, whatever the case and Unicode form. */
export function fileNameKey(name: string): string {
  return name.normalize('NFC').toLowerCase().toUpperCase().toLowerCase().normalize('NFC')
}

const LONE_SURROGATE = /\p{Cs}/u
/** Controls, line ends, marks of direction, and what else leaves no ink; and the code points that are no characters. */
const INVISIBLE = /[\p{Cc}\p{Cf}\p{Zl}\p{Zp}\p{Default_Ignorable_Code_Point}\p{Noncharacter_Code_Point}]/u
const RESERVED = /[/\\:*?"<>|]/
const DEVICE = /^(?:con|prn|aux|nul|conin\$|conout\$|(?:com|lpt)[0-9¹²³])\s*(?:\.|$)/i

/** Characters: what still shows whole in a list of files. */
const MAX_CHARACTERS = 120
/** Bytes of UTF-8: file systems allow 255, of which the extension and the name of a temporary file take some. */
const MAX_BYTES = 200

function lengthProblem(name: string): string | undefined {
  const characters = [...name].length
  if (characters > MAX_CHARACTERS) return `it has ${characters} characters, more than ${MAX_CHARACTERS}`
  const bytes = Buffer.byteLength(name)
  return bytes > MAX_BYTES ? `it has ${bytes} bytes of UTF-8, more than ${MAX_BYTES}` : undefined
}

function codePoint(character: string): string {
  return `U+${(character.codePointAt(0) ?? 0).toString(16).toUpperCase().padStart(4, '0')}`
}
