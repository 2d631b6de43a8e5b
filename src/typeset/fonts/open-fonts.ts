import { posix } from 'node:path'
import * as v from 'valibot'
import { checkSettings, readSettings, type SettingsReport } from '../../brief/index.js'
import type { Place, Report, SourceFile } from '../../diagnostics/index.js'
import { Face } from './face.js'
import type { FaceRole } from './variable-font.js'

export const FACE_STYLES = ['normal', 'italics', 'bold', 'bolditalics'] as const
export type FaceStyle = (typeof FACE_STYLES)[number]
/** The faces of a family; where it declares fewer than four, the nearest stands for one that it lacks. */
export type FontFamily = Readonly<Record<FaceStyle, Face>>

/** A face that a family does not declare, what stands for it, and where the family is declared. */
export interface MissingFace {
  readonly style: FaceStyle
  readonly instead: FaceStyle
  readonly place: () => Place
}
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
      const faces = FACE_STYLES.map(style => {
        const face = openFace(
          files.faces[nearestStyle(style, files.faces)],
          roleOf(style),
          opened,
          read,
          report,
        )
        return [style, face] as const
      })
      const family = Object.fromEntries(faces.filter(([, face]) => face))
      if (Object.keys(family).length !== FACE_STYLES.length) continue
      fonts.set(name, family as FontFamily)
      missingFaces.set(
        family as FontFamily,
        FACE_STYLES.flatMap(style => {
          const instead = nearestStyle(style, files.faces)
          // Of a variable font there is an instance of its own.
          return instead === style || family[style] !== family[instead]
            ? []
            : [{ style, instead, place: files.place }]
        }),
      )
    }
  return fonts
}

/** What a family was opened without: no part of what it is. */
const missingFaces = new WeakMap<FontFamily, readonly MissingFace[]>()

/** The face that text in a style would need and its family does not have; undefined where it has. */
export function missingFace(
  fonts: Fonts,
  { family, bold, italics }: { family: string; bold: boolean; italics: boolean },
): MissingFace | undefined {
  const faces = fonts.get(family)
  const wanted = styleOf(bold, italics)
  return faces && missingFaces.get(faces)?.find(({ style }) => style === wanted)
}

/** The face itself, else the one with the same weight, else the one as upright, else the regular one. */
function nearestStyle(style: FaceStyle, faces: DeclaredFaces): FaceStyle & 'normal' {
  const { bold, italics } = roleOf(style)
  const order = [style, styleOf(bold, false), styleOf(false, italics), 'normal' as const]
  return order.find(each => faces[each] !== undefined) as FaceStyle & 'normal'
}

const styleOf = (bold: boolean, italics: boolean): FaceStyle =>
  bold ? (italics ? 'bolditalics' : 'bold') : italics ? 'italics' : 'normal'

/** The face of a family for text that is bold or italic or neither; undefined if the family was not opened. */
export function faceFor(
  fonts: Fonts,
  { family, bold, italics }: { family: string; bold: boolean; italics: boolean },
): Face | undefined {
  return fonts.get(family)?.[styleOf(bold, italics)]
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
  v.object({
    normal: v.string(),
    italics: v.optional(v.string()),
    bold: v.optional(v.string()),
    bolditalics: v.optional(v.string()),
  }),
)

/** Only the regular face must be there. */
type DeclaredFaces = Readonly<Partial<Record<FaceStyle, DeclaredFace>>> & { readonly normal: DeclaredFace }

interface DeclaredFamily {
  readonly faces: DeclaredFaces
  readonly place: () => Place
}

function declaredFamilies(manifest: SourceFile, report: Report): [string, DeclaredFamily][] {
  const reportInvalid: SettingsReport = (place, ...finding) => report('font-invalid', place, ...finding)
  const settings = readSettings(manifest, reportInvalid)
  const families = settings && checkSettings(manifestSchema, settings, reportInvalid)
  if (!families) return []
  return Object.entries(families).map(([name, paths]) => {
    const at = (face: FaceStyle, path = '') => ({ path, place: () => settings.place([name, face]) })
    const own = FACE_STYLES.flatMap(face =>
      paths[face] === undefined ? [] : [[face, at(face, paths[face])]],
    )
    const faces = { ...Object.fromEntries(own), normal: at('normal', paths.normal) }
    return [name, { faces, place: () => settings.place([name], 'key') }]
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
  if (face === undefined) report('font-invalid', place(), ...missingFile(path))
  else report('font-invalid', place(), `\`${path}\` is ${face}`, cureOf(face))
  return undefined
}

/** What is said of a file that the folders of fonts do not have. */
function missingFile(path: string): [message: string, hint: string] {
  const way = posix.normalize(path.replaceAll('\\', '/'))
  if (posix.isAbsolute(way) || way.startsWith('../'))
    return [
      `font file \`${path}\` is not in the folder \`fonts\``,
      'copy it there, and give its path from there',
    ]
  return [
    `font file \`${path}\` is missing: looked for \`fonts/${way}\` in the workspace and in the package`,
    'put it there, or correct its path',
  ]
}

const cureOf = (what: string) =>
  what.includes('variable')
    ? 'give static files, one for each face'
    : 'give a TTF or OTF file that may be embedded'
