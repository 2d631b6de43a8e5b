import type { Brief } from '../../brief/index.js'
import { Findings, type Report, UniqueFindings } from '../../diagnostics/index.js'
import { briefLanguages, selectEdition } from '../../edition/index.js'
import { findNodes, render } from '../../markup/index.js'
import { checkPictures, type NamedPicture } from '../../typeset/index.js'
import type { EditionRequest } from '../plan/edition-request.js'
import type { ProvedBrief } from '../workspace/read-brief.js'
import type { TemplateFiles } from '../workspace/template-files.js'
import type { Workspace } from '../workspace/workspace.js'
import { readDocumentImages } from './document-images.js'
import type { RecentPictures } from './recent-pictures.js'

/** What the pictures of briefs are looked for and kept with. */
export interface PictureSurroundings {
  readonly workspace: Workspace
  readonly files: TemplateFiles
  readonly recent: RecentPictures
}

/**
 * Finds what printing would find wrong with pictures, without laying pages out: with those that any edition shows, in any of its
 * languages, and with those that a brief names and none shows.
 */
export async function checkBriefPictures(
  source: ProvedBrief,
  requests: readonly EditionRequest[],
  { workspace, files, recent }: PictureSurroundings,
  report: Report,
): Promise<void> {
  const { brief } = source
  const found = new Findings()
  for (const named of [...shownPictures(source, requests, files), picturesOf(brief)]) {
    const images = await readDocumentImages(named, brief, workspace, recent, found.report)
    await checkPictures(images.pictures, images, found.report)
  }
  for (const { code, place, message, hints } of new UniqueFindings(found.all).all)
    report(code, place, message, ...hints)
}

/** Those of each edition in each language of its brief. */
function* shownPictures(
  { brief, evidence }: ProvedBrief,
  requests: readonly EditionRequest[],
  files: TemplateFiles,
): Generator<readonly NamedPicture[]> {
  for (const lang of briefLanguages(brief)) {
    const library = files.library(lang, () => {})
    for (const { audience } of requests) {
      const edition = selectEdition(brief, evidence, audience, () => {}, new Set(), { lang })
      const document = edition && render(edition, library, () => {})
      yield findNodes(document?.blocks ?? [], 'figure')
    }
  }
}

function picturesOf({ data, place }: Brief): readonly NamedPicture[] {
  return (data.images ?? []).map(({ file }, index) => ({
    source: file,
    folder: undefined,
    place: place(['images', index, 'file']),
  }))
}
