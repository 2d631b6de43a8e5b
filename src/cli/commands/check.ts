import { extname } from 'node:path'
import type { CheckResult } from '../../batch/check-briefs.js'
import { printable } from '../../diagnostics/index.js'
import { command } from '../command.js'
import { showFindings } from '../display/show-findings.js'
import { formatTable } from '../display/table.js'
import { UsageError } from '../usage-error.js'

/** Finds what is wrong with briefs, without printing. */
export const checkCommand = command({
  name: 'check',
  arguments: '[briefs..]',
  describe: 'find all that is wrong with briefs, and prove their quotations',
  positionals: {
    briefs: {
      type: 'string',
      array: true,
      describe: 'YAML files, folders or patterns; all of briefs/ if none is named',
    },
  },
  options: {
    'update-lock': {
      type: 'boolean',
      describe: 'record what is proved in the lock file beside each brief without errors',
    },
    frozen: {
      type: 'boolean',
      describe: 'for CI: a source or proof that is not as the lock file has it is an error',
    },
    report: {
      type: 'string',
      describe: 'write an evidence report for the editor who signs: FILE.html or FILE.md',
    },
    json: { type: 'boolean', describe: 'print findings as one JSON document' },
  },
  examples: [
    ['', 'check all briefs of briefs/'],
    ['briefs/dam.yaml --update-lock', 'prove the quotations and write briefs/dam.lock.yaml'],
    ['briefs/dam.yaml --report dam-evidence.html', 'show each quotation beside the passage of its source'],
    ['--frozen', 'fail where a lock file is missing, old or outdated'],
  ],
  async run(args, io) {
    if (args.frozen && args['update-lock'])
      throw new UsageError(
        '`--frozen` and `--update-lock` cannot be used together',
        'write the lock files first, and check them in CI',
      )
    const report = args.report === undefined ? undefined : reportTarget(args.report)
    const { checkBriefs } = await import('../../batch/check-briefs.js')
    const result = await checkBriefs({
      cwd: io.cwd,
      briefs: args.briefs ?? [],
      updateLock: args['update-lock'] === true,
      frozen: args.frozen === true,
      ...(report && { report }),
    })
    const results = { editions: [], briefs: result.briefs, proofs: result.proofs }
    const status = showFindings(result.diagnostics, args.json === true, results, io)
    if (!args.json) io.stdout.write(summary(result))
    return status
  },
})

/** The format follows from the extension. */
function reportTarget(path: string) {
  const extension = extname(path).slice(1).toLowerCase()
  const format = Object.entries(FORMATS).find(([known]) => known === extension)?.[1]
  if (format) return { path, format }
  throw new UsageError(`\`--report ${path}\` names no format`, 'give a file that ends in `.html` or `.md`')
}

const FORMATS = { html: 'html', htm: 'html', md: 'markdown', markdown: 'markdown' } as const

/** Words, speech and speaker: the three parts of a proof. */
const HEADING = [
  ...['brief', 'verified', 'abridged', 'locked', 'not verified'],
  ...['speech', 'not speech'],
  ...['speaker confirmed', 'declared', 'not confirmed'],
]

function summary({ briefs, report }: CheckResult): string {
  const heading = briefs.length > 0 ? [HEADING] : []
  const rows = briefs.map(({ file, quotes, speech, speaker }) => [
    file,
    ...[
      ...[quotes.verified, quotes.abridged, quotes.locked, quotes.unverified],
      ...[speech.quoted + speech.own, speech.reported + speech.disowned],
      ...[speaker.confirmed, speaker.declared, speaker.unknown + speaker.other],
    ].map(String),
  ])
  const written = report === undefined ? '' : `evidence report: ${printable(report)}\n`
  return formatTable([...heading, ...rows], [1, 2, 3, 4, 5, 6, 7, 8, 9]) + written
}
