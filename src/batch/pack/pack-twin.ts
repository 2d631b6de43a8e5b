import { present, type Report } from '../../diagnostics/index.js'
import type { EditionFormat } from '../../edition/index.js'
import { type Document, joinDocuments, packPartId, partOfPicture } from '../../markup/index.js'
import type { DocumentStyle, ImageAssets } from '../../typeset/index.js'
import { readWordStyles, wordStylesOf } from '../print/word-styles.js'
import type { AudienceStore } from '../workspace/audience-store.js'
import type { PackedEdition } from './pack-editions.js'
import type { FrontPart } from './pack-front.js'

/** A pack as one block tree, and what it is set with. */
interface JoinedPack {
  readonly document: Document
  readonly style: DocumentStyle
  readonly images: ImageAssets
}

/** Joins what stands before the editions and these; undefined where the pack has neither a cover nor contents to begin with. */
export function joinPack(
  front: readonly FrontPart[],
  editions: readonly PackedEdition[],
): JoinedPack | undefined {
  const [first] = front
  if (!first) return undefined
  // The title of the pack is the only heading of the first level.
  const blocks = front.flatMap(({ document }, index) =>
    document.blocks.map(block =>
      block.kind === 'heading' && index > 0 ? { ...block, level: 2 as const } : block,
    ),
  )
  const byId = new Map(editions.map((edition, index) => [packPartId(index), edition]))
  const parts = [...byId].map(([id, { set }]) => ({ id, document: set.fitted.laidOut.document }))
  return {
    document: joinDocuments({ ...first.document, blocks }, parts),
    style: present(front.at(-1), 'front of a pack').style,
    images: {
      read: name => {
        const { id, path } = partOfPicture(name)
        return byId.get(id)?.set.images.read(path) ?? first.assets.read(name)
      },
    },
  }
}

/** Prints a joined pack in a format without pages; undefined if it has errors. */
export async function printPackTwin(
  format: Exclude<EditionFormat, 'pdf' | 'png'>,
  pack: JoinedPack,
  { house, workspace }: AudienceStore,
  report: Report,
): Promise<Uint8Array | undefined> {
  const file = format === 'docx' ? wordStylesOf(house, workspace) : undefined
  const wordStyles = file && (await readWordStyles(file, workspace, report))
  const { printTwin } = await import('../../export/index.js')
  return printTwin(format, pack, { embedFonts: house.embedFonts === true, wordStyles }, report)
}
