import * as v from 'valibot'
import { checkSettings, readSettings, type SettingsReport } from '../../brief/index.js'
import type { Place, Report, SourceFile } from '../../diagnostics/index.js'
import { Face } from './face.js'
import type { FaceRole } from './variable-font.js'

export const FACE_STYLES = ['normal', 'italics', 'bold', 'bolditalics'] as const
export type FaceStyle = (typeof FACE_STYLES)[number]
export type FontFamily = Readonly<Record<FaceStyle, Face>>
export type Fonts = ReadonlyMap<string, FontFamily>

/**
 * Opens the families that the manifests declare, a later manifest overriding an earlier one family by family.
 * `read` gives the bytes of a file by its path relative to the fonts folder; what cannot be opened is `font-invalid`.
 */
export function openFonts(
  manifests: readonly SourceFile[],
  read: (path: string) => Uint8Array | undefined,
  report: Report,
): Fonts {
  const fonts = new Map<string, FontFamily>()
  const opened = new Map<string, Face>()
  for (const manifest of manifests)
    for (const [name, files] of declaredFamilies(manifest, report)) {
      const faces = FACE_STYLES.map(
        face => [face, openFace(files[face], roleOf(face), opened, read, report)] as const,
      )
      const family = Object.fromEntries(faces.filter(([, face]) => face))
      if (Object.keys(family).length === FACE_STYLES.length) fonts.set(name, family as FontFamily)
    }
  return fonts
}

/** The face of a family for text that is bold or italic or neither; undefined if the family was not opened. */
export function faceFor(
  fonts: Fonts,
  { family, bold, italics }: { family: string; bold: boolean; italics: boolean },
): Face | undefined {
  return fonts.get(family)?.[bold ? (italics ? 'bolditalics' : 'bold') : italics ? 'italics' : 'normal']
}

/** The font files of families, relative to the folder of fonts; families that were not opened have none. */
export function fontFilesOf(fonts: Fonts, families: Iterable<string>): string[] {
  const faces = [...families].flatMap(family => Object.values(fonts.get(family) ?? {}))
  return [...new Set(faces.map(face => face.path))]
}

interface DeclaredFace {
  readonly path: string
  readonly place: () => Place
}

const manifestSchema = v.record(
  v.string(),
  v.object({ normal: v.string(), italics: v.string(), bold: v.string(), bolditalics: v.string() }),
)

function declaredFamilies(manifest: SourceFile, report: Report): [string, Record<FaceStyle, DeclaredFace>][] {
  const reportInvalid: SettingsReport = (place, ...finding) => report('font-invalid', place, ...finding)
  const settings = readSettings(manifest, reportInvalid)
  const families = settings && checkSettings(manifestSchema, settings, reportInvalid)
  if (!families) return []
  return Object.entries(families).map(([name, paths]) => {
    const at = (face: FaceStyle) => ({ path: paths[face], place: () => settings.place([name, face]) })
    return [
      name,
      { normal: at('normal'), italics: at('italics'), bold: at('bold'), bolditalics: at('bolditalics') },
    ]
  })
}

const roleOf = (face: FaceStyle): FaceRole => ({
  bold: face === 'bold' || face === 'bolditalics',
  italics: face === 'italics' || face === 'bolditalics',
})

/** Opens a font file once, however many faces it is used for; a variable one once for each role. */
function openFace(
  { path, place }: DeclaredFace,
  role: FaceRole,
  opened: Map<string, Face>,
  read: (path: string) => Uint8Array | undefined,
  report: Report,
): Face | undefined {
  const key = `${path} ${role.bold} ${role.italics}`
  const known = opened.get(path) ?? opened.get(key)
  if (known) return known
  const bytes = read(path)
  const face = bytes && Face.open(bytes, path, role)
  if (face instanceof Face) {
    opened.set(face.bytes === bytes ? path : key, face)
    return face
  }
  if (face === undefined) report('font-invalid', place(), `font file \`${path}\` is missing`)
  else report('font-invalid', place(), `\`${path}\` is ${face}`, cureOf(face))
  return undefined
}

const cureOf = (what: string) =>
  what.includes('variable')
    ? 'give static files, one for each face'
    : 'give a TTF or OTF file that may be embedded'
