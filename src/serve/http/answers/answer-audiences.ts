import { listAudiencesInMemory } from '../../../batch/index.js'
import { isLanguageTag } from '../../../brief/index.js'
import { diagnosticToJson, hasErrors, sortDiagnostics } from '../../../diagnostics/index.js'
import { HttpProblem } from '../protocol/http-problem.js'
import type { ServiceContext } from '../tools/service-tools.js'

/** `GET /v1/audiences`: what `audiences --json` says in the workspace of the client. */
export async function answerAudiences(c: ServiceContext): Promise<Response> {
  const { theme, lang } = c.req.query()
  if (lang !== undefined && !isLanguageTag(lang))
    throw new HttpProblem(400, 'fields', '`lang` is not a language tag (BCP 47)', {
      errors: [{ field: 'lang', message: 'not a language tag', hint: 'write a code such as `en`' }],
    })
  const files = await c.get('client').workspace.read()
  const { diagnostics, audiences } = await listAudiencesInMemory({ files }, theme, lang)
  const ok = !hasErrors(diagnostics)
  const found = sortDiagnostics(diagnostics).map(diagnosticToJson)
  return Response.json({ ok, diagnostics: found, audiences }, { headers: { 'Cache-Control': 'no-store' } })
}
