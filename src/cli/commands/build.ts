import type { BuildResult } from '../../build/build-briefs.js'
import type { ManifestEntry } from '../../build/manifest.js'
import { countFindings, hasErrors } from '../../diagnostics/index.js'
import { command } from '../command.js'
import { refuseUnknownAudiences } from '../known-audiences.js'
import { progressOn } from '../progress.js'
import { showFindings } from '../show-findings.js'
import { table } from '../table.js'

/** Prints briefs as PDFs. */
export const build = command({
  name: 'build',
  arguments: '[briefs..]',
  describe: 'print briefs as PDFs, one for each audience',
  positionals: {
    briefs: { type: 'string', array: true, describe: 'YAML files; briefs/*.yaml if none is named' },
  },
  options: {
    audience: {
      alias: 'a',
      type: 'string',
      array: true,
      nargs: 1,
      describe: 'print only this audience; may be given again',
    },
    out: { alias: 'o', type: 'string', requiresArg: true, default: 'out', describe: 'folder to print to' },
    paper: {
      choices: ['a4', 'letter'] as const,
      requiresArg: true,
      describe: "paper, where it is not to be the template's",
    },
    'allow-unverified': {
      type: 'boolean',
      describe: 'print quotations that are not proved, marked "not verified"',
    },
    json: { type: 'boolean', describe: 'print findings and editions as one JSON document' },
  },
  examples: [
    ['', 'print all briefs of briefs/ to out/'],
    ['briefs/dam.yaml -a press -a public', 'print two editions of one brief'],
    ['--paper letter -o print', 'print on US Letter to print/'],
  ],
  async run(args, io) {
    const audiences = [...new Set(args.audience ?? [])]
    await refuseUnknownAudiences(audiences, io.cwd)
    const { buildBriefs } = await import('../../build/build-briefs.js')
    const progress = progressOn(io)
    const result = await buildBriefs({
      cwd: io.cwd,
      briefs: args.briefs ?? [],
      audiences,
      out: args.out,
      paper: args.paper,
      allowUnverified: args['allow-unverified'] === true,
      sourceDateEpoch: io.env.SOURCE_DATE_EPOCH,
      onProgress: ({ done, total, brief, audience }) =>
        progress.show(`printing ${done + 1} of ${total}: ${brief}, ${audience}`),
    }).finally(progress.end)
    const status = showFindings(result.diagnostics, args.json === true, { editions: result.editions }, io)
    if (!args.json) io.stdout.write(summary(result))
    return status
  },
})

function summary({ editions, failed, ms, diagnostics }: BuildResult): string {
  const isFitted = editions.some(entry => fitting(entry) !== '')
  const rows = editions.map(entry => {
    const { brief, audience, pages, limit, file } = entry
    return [brief, audience, `${pages}/${limit}`, file, ...(isFitted ? [fitting(entry)] : [])]
  })
  const count = (number: number) => `${number} ${number === 1 ? 'edition' : 'editions'}`
  const seconds = `${(ms / 1000).toFixed(1)} s`
  const failure = failed > 0 ? `, ${count(failed)} failed` : ''
  const found = hasErrors(diagnostics) ? ` (${countFindings(diagnostics)})` : ''
  const headings = ['brief', 'edition', 'pages', 'file', ...(isFitted ? ['fitted with'] : [])]
  const heading = editions.length > 0 ? [headings] : []
  return `${table([...heading, ...rows], [2])}${count(editions.length)} printed${failure} in ${seconds}${found}\n`
}

/** What keeping the page limit, or filling the page, took. */
function fitting({ left_out, figures_left_out, type_scale, spacing_scale }: ManifestEntry): string {
  const percent = (scale: number) => `${Math.round(scale * 100)} %`
  const left = ({ length }: readonly string[], what: string) =>
    length === 0 ? '' : `${length} ${what}${length === 1 ? '' : 's'} left out`
  return [
    spacing_scale === 1 ? '' : `spacing ${percent(spacing_scale)}`,
    type_scale === 1 ? '' : `type ${percent(type_scale)}`,
    left(figures_left_out, 'figure'),
    left(left_out, 'item'),
  ]
    .filter(part => part !== '')
    .join(', ')
}
