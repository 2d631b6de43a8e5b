import type { EditionRequest } from '../plan/edition-request.js'
import type { ProvedBrief } from '../workspace/read-brief.js'
import type { TemplateFiles } from '../workspace/template-files.js'

/** Whether any edition of a brief can show a picture. */
export function mayShowPictures(
  { brief }: ProvedBrief,
  requests: readonly EditionRequest[],
  partials: TemplateFiles['partials'],
): boolean {
  const texts = [...requests.map(({ audience }) => audience.template), ...partials.values()]
  return (
    (brief.data.images ?? []).length > 0 ||
    brief.file.text.includes('![') ||
    requests.some(({ audience }) => audience.house?.logo) ||
    texts.some(({ text }) => OWN_PICTURE.test(text))
  )
}

/** A picture that a template names itself, in the place of one that it is given. */
const OWN_PICTURE = /<img\b(?![^>]*\bsrc="\{\{(?:house\.logo|file)\}\}")/
