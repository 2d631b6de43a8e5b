import * as v from 'valibot'
import { checkSettings, type Fault, readSettings } from '../../brief/index.js'
import type { Place, Report, SourceFile } from '../../diagnostics/index.js'
import { PDFDocument } from '../layout/pdfmake.js'
import type { EmbeddedFont, FontkitFont } from '../pdfmake-classes.js'

export const FACES = ['normal', 'italics', 'bold', 'bolditalics'] as const
export type FaceName = (typeof FACES)[number]

/** Words remembered for a face, so that a long run of documents does not fill the memory. */
const SHAPED_WORDS = 20_000

/** An opened font file. It may serve any number of documents: a document's own are only the glyphs it embeds. */
export interface Face {
  readonly font: FontkitFont
  /** Opens the face for a document, in which it is called `id`. Words that were shaped before are not shaped again. */
  embedIn(document: unknown, id: string): EmbeddedFont
}
export type Family = Readonly<Record<FaceName, Face>>
export type Fonts = ReadonlyMap<string, Family>

/**
 * Opens the families that the manifests declare, a later manifest overriding an earlier one family by family.
 * `read` gives the bytes of a file by its path relative to the fonts folder; what cannot be opened is `font-invalid`.
 */
export function openFonts(
  manifests: readonly SourceFile[],
  read: (path: string) => Uint8Array | undefined,
  report: Report,
): Fonts {
  const fonts = new Map<string, Family>()
  for (const manifest of manifests)
    for (const [name, files] of declaredFamilies(manifest, report)) {
      const faces = FACES.map(face => [face, openFace(files[face], read, report)] as const)
      const family = Object.fromEntries(faces.filter(([, face]) => face))
      if (Object.keys(family).length === FACES.length) fonts.set(name, family as Family)
    }
  return fonts
}

interface Declared {
  readonly path: string
  readonly place: Place
}

const manifestSchema = v.record(
  v.string(),
  v.object({ normal: v.string(), italics: v.string(), bold: v.string(), bolditalics: v.string() }),
)

function declaredFamilies(manifest: SourceFile, report: Report): [string, Record<FaceName, Declared>][] {
  const fault: Fault = (place, ...finding) => report('font-invalid', place, ...finding)
  const settings = readSettings(manifest, fault)
  const families = settings && checkSettings(manifestSchema, settings, fault)
  if (!families) return []
  return Object.entries(families).map(([name, paths]) => {
    const at = (face: FaceName) => ({ path: paths[face], place: settings.place([name, face]) })
    return [
      name,
      { normal: at('normal'), italics: at('italics'), bold: at('bold'), bolditalics: at('bolditalics') },
    ]
  })
}

function openFace(
  { path, place }: Declared,
  read: (path: string) => Uint8Array | undefined,
  report: Report,
): Face | undefined {
  const bytes = read(path)
  if (!bytes) {
    report('font-invalid', place, `font file \`${path}\` is missing`)
    return undefined
  }
  try {
    return faceOf(new PDFDocument({}, {}, {}, {}, { autoFirstPage: false, font: null }).font(bytes)._font)
  } catch {
    report('font-invalid', place, `\`${path}\` is not a font that can be read`, 'give a TTF or OTF file')
    return undefined
  }
}

/** pdfkit keeps the class of embedded fonts to itself; every font that it opens is one. */
function faceOf(opened: EmbeddedFont): Face {
  const Embedded = opened.constructor as new (
    document: unknown,
    font: FontkitFont,
    id: string,
  ) => EmbeddedFont
  let shaped: Record<string, unknown> = Object.create(null)
  return {
    font: opened.font,
    embedIn: (document, id) => {
      if (Object.keys(shaped).length > SHAPED_WORDS) shaped = Object.create(null)
      return Object.assign(new Embedded(document, opened.font, id), { layoutCache: shaped })
    },
  }
}
