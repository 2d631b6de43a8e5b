import type { Brief } from '../../brief/index.js'
import { Findings, type Place, type Report, UniqueFindings } from '../../diagnostics/index.js'
import { briefLanguages, languagesOfEdition, selectEdition } from '../../edition/index.js'
import { findNodes, renderTemplate } from '../../markup/index.js'
import { checkPictures, familiesForTheme, type NamedPicture } from '../../typeset/index.js'
import type { EditionRequest } from '../plan/edition-request.js'
import type { ProvedBrief } from '../workspace/read-brief.js'
import type { TemplateFiles } from '../workspace/template-files.js'
import type { Workspace } from '../workspace/workspace.js'
import { readDocumentImages } from './document-images.js'
import type { Resources } from './resources.js'
import { settingPlace } from './setting-place.js'

/** What the pictures of briefs are looked for and kept with. */
export interface PictureSurroundings {
  readonly workspace: Workspace
  readonly files: TemplateFiles
  /** What pages are set with, once a brief may show a picture. */
  readonly resources: Resources
}

/**
 * Finds what printing would find wrong with pictures, without laying pages out: with those that any edition shows, in any of its
 * languages, and with those that a brief names and none shows.
 */
export async function checkBriefPictures(
  source: ProvedBrief,
  requests: readonly EditionRequest[],
  { workspace, files, resources }: PictureSurroundings,
  report: Report,
): Promise<void> {
  const { brief } = source
  const found = new Findings()
  const { fonts, pictures } = resources
  for (const { named, theme } of [...shownPictures(source, requests, files), picturesOf(brief)]) {
    const images = await readDocumentImages(named, brief, workspace, pictures, found.report)
    const known = theme && resources.theme(theme.name, theme.place, () => {})
    await checkPictures(images.pictures, images, fonts, found.report, known && familiesForTheme(known))
  }
  for (const { code, place, message, hints } of new UniqueFindings(found.all).all)
    report(code, place, message, ...hints)
}

interface PicturesInTheme {
  readonly named: readonly NamedPicture[]
  /** Undefined where none is known. */
  readonly theme?: { readonly name: string; readonly place: Place }
}

/** Those of each edition in each language of its brief. */
function* shownPictures(
  { brief, evidence }: ProvedBrief,
  requests: readonly EditionRequest[],
  files: TemplateFiles,
): Generator<PicturesInTheme> {
  for (const lang of briefLanguages(brief)) {
    for (const { audience } of requests) {
      const library = files.library(languagesOfEdition(brief, audience, lang), () => {})
      const edition = selectEdition(brief, evidence, audience, () => {}, new Set(), { lang })
      const document = edition && renderTemplate(edition, library, () => {})
      const place = settingPlace(brief, audience, 'theme')
      yield { named: findNodes(document?.blocks ?? [], 'figure'), theme: { name: audience.theme, place } }
    }
  }
}

function picturesOf({ data, place }: Brief): PicturesInTheme {
  const named = (data.images ?? []).map(({ file }, index) => ({
    source: file,
    folder: undefined,
    place: place(['images', index, 'file']),
  }))
  return { named }
}
