/**
 * A profile of sRGB (IEC 61966-2-1) in the form of ISO 15076-1, which PDF/A asks for as the meaning of a file's colours: its
 * primaries as seen in the light of D50, and its curve.
 */
export function srgbProfile(): Uint8Array {
  const curve = parametricCurve(2.4, 1 / 1.055, 0.055 / 1.055, 1 / 12.92, 0.04045)
  const tags: readonly ProfileTag[] = [
    ['desc', localisedText('sRGB IEC61966-2.1')],
    ['cprt', localisedText('Public domain')],
    ['wtpt', colourValue(...D50)],
    ['chad', adaptation(FROM_D65_TO_D50)],
    ['rXYZ', colourValue(0.436066, 0.222488, 0.013916)],
    ['gXYZ', colourValue(0.385147, 0.716873, 0.097076)],
    ['bXYZ', colourValue(0.143066, 0.060608, 0.714096)],
    ['rTRC', curve],
    ['gTRC', curve],
    ['bTRC', curve],
  ]
  return profileOf(tags)
}

/** The components of the profile's colours. */
export const SRGB_COMPONENTS = 3

type ProfileTag = readonly [signature: string, data: Buffer]

/** The light in which profiles are connected, as X, Y and Z. */
const D50 = [0.9642, 1, 0.8249] as const
/** By the Bradford transformation; rows of three. */
const FROM_D65_TO_D50 = [
  ...[1.047882, 0.022919, -0.050217],
  ...[0.029587, 0.990479, -0.017059],
  ...[-0.009232, 0.015076, 0.751678],
]

/** A header, a table of the tags, and their data, each once (7.2 to 7.4). */
function profileOf(tags: readonly ProfileTag[]): Uint8Array {
  const places = new Map<Buffer, number>()
  let length = HEADER_BYTES + 4 + tags.length * 12
  for (const [, data] of tags) {
    if (places.has(data)) continue
    places.set(data, length)
    length += data.length
  }
  const profile = Buffer.alloc(length)
  profile.writeUInt32BE(length, 0)
  profile.writeUInt32BE(VERSION_4_2, 8)
  profile.write('mntrRGB XYZ ', 12, 'latin1')
  for (const [index, part] of CREATED.entries()) profile.writeUInt16BE(part, 24 + index * 2)
  profile.write('acsp', 36, 'latin1')
  fixedNumbers(D50).copy(profile, 68)
  profile.writeUInt32BE(tags.length, HEADER_BYTES)
  for (const [index, [signature, data]] of tags.entries()) {
    const at = HEADER_BYTES + 4 + index * 12
    const place = places.get(data) ?? 0
    profile.write(signature, at, 'latin1')
    profile.writeUInt32BE(place, at + 4)
    profile.writeUInt32BE(data.length, at + 8)
    data.copy(profile, place)
  }
  return profile
}

const HEADER_BYTES = 128
const VERSION_4_2 = 0x04200000
/** Year, month, day, hour, minute and second. */
const CREATED = [2025, 1, 1, 0, 0, 0]

/** Tag types begin with their signature and four bytes of zeros (10.1). */
const typed = (signature: string, ...parts: readonly Buffer[]): Buffer =>
  Buffer.concat([Buffer.from(`${signature}\0\0\0\0`, 'latin1'), ...parts])

/** 10.15: one text, in English; padded to four bytes, at which data begin. */
function localisedText(text: string): Buffer {
  const utf16 = Buffer.from(text, 'utf16le').swap16()
  const record = Buffer.alloc(20)
  record.writeUInt32BE(1, 0)
  record.writeUInt32BE(12, 4)
  record.write('enUS', 8, 'latin1')
  record.writeUInt32BE(utf16.length, 12)
  record.writeUInt32BE(28, 16)
  return typed('mluc', record, utf16, Buffer.alloc(-utf16.length & 3))
}

/** 10.31. */
const colourValue = (...xyz: readonly number[]): Buffer => typed('XYZ ', fixedNumbers(xyz))

/** 10.22. */
const adaptation = (matrix: readonly number[]): Buffer => typed('sf32', fixedNumbers(matrix))

/** 10.18, type 3: a power of a line above the last number, and below it another line. */
const parametricCurve = (...parameters: readonly number[]): Buffer =>
  typed('para', Buffer.from([0, 3, 0, 0]), fixedNumbers(parameters))

/** Numbers in 65536ths (4.6). */
function fixedNumbers(values: readonly number[]): Buffer {
  const bytes = Buffer.alloc(values.length * 4)
  for (const [index, value] of values.entries()) bytes.writeInt32BE(Math.round(value * 65536), index * 4)
  return bytes
}
