import type { Report } from '../../diagnostics/index.js'
import { type Banner, type HouseIdentity, nameOfHouse, type Pack, pageSize } from '../../edition/index.js'
import {
  type Document,
  findNodes,
  type PackFront,
  packContents,
  packContentsTitle,
  packCover,
  tabLetter,
} from '../../markup/index.js'
import { type DocumentStyle, type ImageAssets, type LaidOutDocument, layOut } from '../../typeset/index.js'
import { asOfDate } from '../plan/source-date.js'
import { readDocumentImages } from '../print/document-images.js'
import type { Resources } from '../print/resources.js'
import type { AudienceStore } from '../workspace/audience-store.js'
import type { PackedEdition } from './pack-editions.js'

/** Points. */
const MARGINS = { top: 68, right: 68, bottom: 68, left: 68 }
const TYPE_SIZE = 10.5
/** Share of the page above the words of a cover. */
const COVER_DROP = 0.26

/** What stands before the documents of a pack, in pages. */
export interface FrontPart {
  readonly document: Document
  readonly laidOut: LaidOutDocument
  readonly assets: ImageAssets
  readonly style: DocumentStyle
  readonly bookmark: string
}

/** Lays out the cover and the contents of a pack, as far as it has them; undefined, and reported, if they cannot be. */
export async function layOutFront(
  pack: Pack,
  editions: readonly PackedEdition[],
  banners: readonly Banner[],
  { store, resources }: { readonly store: AudienceStore; readonly resources: Resources },
  report: Report,
): Promise<{ readonly parts: readonly FrontPart[]; readonly front: PackFront } | undefined> {
  const library = resources.library([pack.lang], report)
  const theme = resources.theme(pack.theme ?? store.house.theme ?? 'default', pack.place(['title']), report)
  if (!theme) return undefined
  const front = frontOf(pack, editions, banners, store)
  const size = pageSize({ size: pack.paper ?? store.house.paper ?? 'a4', orientation: 'portrait' })
  const style = (top: number): DocumentStyle => ({
    ...{ theme, fonts: resources.fonts, typeSize: TYPE_SIZE, created: asOfDate(pack.asOf) },
    page: { ...size, margins: { ...MARGINS, top } },
  })
  const parts: FrontPart[] = []
  const add = async (document: Document, top: number, bookmark: string): Promise<boolean> => {
    const pictures = findNodes(document.blocks, 'figure')
    const assets = await readDocumentImages(pictures, pack, store.workspace, resources.pictures, report)
    const laidOut = assets.isComplete ? layOut(document, style(top), assets, report) : undefined
    if (laidOut) parts.push({ document, laidOut, assets, style: style(top), bookmark })
    return laidOut !== undefined
  }
  if (pack.cover && !(await add(packCover(front, library), size.height * COVER_DROP, pack.title)))
    return undefined
  const contents = packContentsTitle(pack.lang, library)
  if (pack.contents && !(await add(packContents(front, !pack.cover, library), MARGINS.top, contents)))
    return undefined
  return { parts, front }
}

function houseName(identity: HouseIdentity, lang: string): string | undefined {
  const name = nameOfHouse(identity, '', lang)
  return name === undefined ? undefined : String(name)
}

function frontOf(
  pack: Pack,
  editions: readonly PackedEdition[],
  banners: readonly Banner[],
  { house: { identity } }: AudienceStore,
): PackFront {
  const { title, subtitle, asOf, lang, distribution } = pack
  const logo = identity?.logo
  const documents = editions.map(({ set }) => set.fitted.variant.document)
  return {
    ...{ title, subtitle, asOf, lang, distribution, banners },
    organisation: pack.organisation ?? (identity && houseName(identity, lang)),
    logo: logo && { path: logo.text, place: logo.place },
    place: pack.place(['title']),
    overlay: [...new Set(documents.flatMap(({ overlay }) => overlay))],
    parts: editions.map(({ request, set, held }, index) => {
      const { document } = set.fitted.variant
      return {
        brief: request.source.file.name,
        title: document.title,
        audience: document.running.audience,
        lang: document.lang,
        banners: held,
        tab: pack.tabs ? tabLetter(index) : undefined,
      }
    }),
  }
}
