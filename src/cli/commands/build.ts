import { availableParallelism } from 'node:os'
import type { BuildOptions } from '../../batch/plan/build-options.js'
import { type EditionName, nameInLanguage, OUTPUT_FORMATS } from '../../batch/record/edition-name.js'
import { isFlowing } from '../../batch/record/twin-variant.js'
import type { FitTrial } from '../../fit/index.js'
import { command } from '../command.js'
import { buildSummary, previewSummary } from '../display/build-summary.js'
import { fitTrace } from '../display/fit-trace.js'
import { openProgress } from '../display/progress.js'
import { showFindings } from '../display/show-findings.js'
import type { Io } from '../io.js'
import { knownAudiences, knownFormats, knownLanguages, knownTheme } from '../known-names-asked.js'
import { openPrinters } from '../open-printers.js'
import { type QueueAndStoreAddresses, queueAndStoreAsked } from '../open-queue-and-store.js'
import { UsageError } from '../usage-error.js'

/** Prints briefs as PDFs, and as twins of these. */
export const buildCommand = command({
  name: 'build',
  arguments: '[briefs..]',
  describe: 'print briefs as PDFs, one for each audience',
  positionals: {
    briefs: {
      type: 'string',
      array: true,
      describe: 'YAML files, folders or patterns; all of briefs/ if none is named',
    },
  },
  options: {
    audience: {
      alias: 'a',
      type: 'string',
      array: true,
      nargs: 1,
      describe: 'print only this audience, or these: press,public',
    },
    format: {
      type: 'string',
      array: true,
      nargs: 1,
      describe: `print as this, or these: ${OUTPUT_FORMATS.join(',')}; pdf if left out, or what house and template say`,
    },
    whole: {
      type: 'boolean',
      describe: 'print twins that flow with all that their audience may see, whatever pages have room for',
    },
    out: { alias: 'o', type: 'string', requiresArg: true, default: 'out', describe: 'folder to print to' },
    data: {
      type: 'string',
      requiresArg: true,
      describe: 'recipients, .csv or .jsonl: an edition for each',
    },
    jobs: {
      alias: 'j',
      type: 'string',
      requiresArg: true,
      describe: 'threads that print; as many as there are cores if left out',
    },
    queue: {
      type: 'string',
      requiresArg: true,
      describe: 'have the workers of a queue print, on any machine: redis://HOST:6379',
    },
    store: {
      type: 'string',
      requiresArg: true,
      describe: 'with --queue: a folder that all machines have, or s3://BUCKET/PREFIX',
    },
    shard: { type: 'string', requiresArg: true, describe: 'print only the Ith of N parts of the plan: I/N' },
    force: { type: 'boolean', describe: 'print what has not changed, too' },
    watch: { alias: 'w', type: 'boolean', describe: 'go on, and print what changes as it is saved' },
    'dry-run': { type: 'boolean', describe: 'show the plan, and print nothing' },
    prune: { type: 'boolean', describe: 'remove files of earlier builds that are no longer in the plan' },
    'keep-outdated': {
      type: 'boolean',
      describe: 'keep the older files of an edition that fails, instead of removing them',
    },
    paper: {
      choices: ['a4', 'letter'] as const,
      requiresArg: true,
      describe: "paper, where it is not to be the template's",
    },
    theme: {
      type: 'string',
      requiresArg: true,
      describe: 'theme of all editions, where it is not to be their own',
    },
    lang: {
      type: 'string',
      array: true,
      nargs: 1,
      describe: 'print every edition in this language, or these: en,fr',
    },
    'allow-unverified': {
      type: 'boolean',
      describe: 'print quotations that are not proved, marked "not verified"',
    },
    report: {
      type: 'string',
      requiresArg: true,
      describe: 'write what came of the build, for those who were not there: FILE.html',
    },
    'trace-fit': { type: 'boolean', describe: 'list the layouts that are tried to keep page limits' },
    json: { type: 'boolean', describe: 'print findings and editions as one JSON document' },
  },
  examples: [
    ['', 'print all briefs of briefs/ to out/'],
    ['briefs/dam.yaml -a press -a public', 'print two editions of one brief'],
    ['--paper letter -o print', 'print on US Letter to print/'],
    ['-a public --theme large-print', 'print for those who need large type'],
    ['-a press --lang en,fr', 'print press.en.pdf and press.fr.pdf'],
    ['-a press --format pdf,html', 'print press.pdf, and press.html beside it'],
    ['briefs/dam.yaml -a press --data press.csv', 'print the press lines for each row of press.csv'],
    ['--report out/report.html', 'say in one file what needs a person'],
    ['--queue redis://valkey:6379 --store s3://briefs/prints', 'print by workers on many machines'],
    ['--watch', 'print again what changes'],
  ],
  async run(args, io) {
    const audiences = await knownAudiences(args.audience ?? [], io.cwd)
    const theme = await knownTheme(args.theme, io.cwd)
    const languages = await knownLanguages(args.lang ?? [], io.cwd)
    const formats = knownFormats(args.format ?? [])
    const whole = args.whole === true
    if (whole && formats.length > 0 && !formats.some(isFlowing))
      throw new UsageError(
        '`--whole` is for twins that flow, and none is asked for',
        `ask for one: \`--format ${OUTPUT_FORMATS.find(isFlowing)}\``,
      )
    if (languages.length > 0 && args.data !== undefined)
      throw new UsageError(
        '`--lang` does not go with `--data`',
        'give each row its language in a column `lang`',
      )
    const options = {
      cwd: io.cwd,
      briefs: args.briefs ?? [],
      audiences,
      out: args.out,
      data: args.data,
      paper: args.paper,
      theme,
      languages,
      formats,
      whole,
      allowUnverified: args['allow-unverified'] === true,
      jobs: jobsOf(args.jobs),
      shard: shardOf(args.shard),
      force: args.force === true,
      prune: args.prune === true,
      keepOutdated: args['keep-outdated'] === true,
      report: reportFile(args.report),
      sourceDateEpoch: io.env.SOURCE_DATE_EPOCH,
    }
    const json = args.json === true
    if (args.watch && (json || args['dry-run']))
      throw new UsageError(`\`--watch\` does not go with \`--${json ? 'json' : 'dry-run'}\``)
    if (args.report !== undefined && args['dry-run'])
      throw new UsageError('`--report` does not go with `--dry-run`', 'build, and report what came of it')
    if (args['dry-run'] && args.queue !== undefined)
      throw new UsageError('`--queue` does not go with `--dry-run`', 'leave it out: nothing is printed')
    if (args['dry-run']) return preview(options, json, io)
    const over = await queueAsked(args, io)
    if (args['trace-fit'] && args.watch) throw new UsageError('`--watch` does not go with `--trace-fit`')
    return args.watch
      ? watch(options, over, io)
      : buildOnce(options, over, args['trace-fit'] === true, json, io)
  },
})

async function buildOnce(
  options: BuildOptions,
  over: QueueAndStoreAddresses | undefined,
  traceFit: boolean,
  json: boolean,
  io: Io,
): Promise<number> {
  const { buildBriefs } = await import('../../batch/build-briefs.js')
  const progress = openProgress(io)
  const { show: onProgress, wait: onWait } = progress
  const printers = over && (await openPrinters(over, progress.note, io))
  const signal = io.interruptible?.()
  const traces: FitTrace[] = []
  const onTrials = traceFit
    ? (edition: EditionName, trials: readonly FitTrial[]) => void traces.push({ ...edition, trials })
    : undefined
  const result = await buildBriefs({ ...options, signal, onProgress, onWait, onTrials }, printers).finally(
    async () => {
      progress.end()
      await printers?.leave()
    },
  )
  const traced = traceFit ? { trials: traces } : {}
  const results = json ? { editions: [...result.editions], orphans: result.orphans, ...traced } : {}
  const status = showFindings(result.diagnostics, json, results, io)
  if (json) return status
  for (const { trials, ...name } of traces)
    io.stdout.write(
      fitTrace(
        `fitting of ${[name.brief, nameInLanguage(name), name.recipient].filter(Boolean).join(', ')}`,
        trials,
      ),
    )
  io.stdout.write(buildSummary(result, options))
  return status
}

interface FitTrace extends EditionName {
  readonly trials: readonly FitTrial[]
}

async function watch(
  options: BuildOptions,
  over: QueueAndStoreAddresses | undefined,
  io: Io,
): Promise<number> {
  const { watchBriefs } = await import('../../batch/watch-briefs.js')
  let progress = openProgress(io)
  const onProgress: BuildOptions['onProgress'] = far => progress.show(far)
  const onWait: BuildOptions['onWait'] = holder => progress.wait(holder)
  const printers = over && (await openPrinters(over, message => progress.note(message), io))
  const signal = io.interruptible?.()
  await watchBriefs(
    { ...options, signal, onProgress, onWait },
    {
      onStart() {
        progress = openProgress(io)
      },
      onResult(result) {
        progress.end()
        showFindings(result.diagnostics, false, {}, io)
        io.stdout.write(`${buildSummary(result, options)}watching for changes; end with Ctrl-C\n`)
      },
    },
    printers,
  ).finally(() => printers?.leave())
  return 0
}

async function preview(options: BuildOptions, json: boolean, io: Io): Promise<number> {
  const { previewBuild } = await import('../../batch/preview-build.js')
  const planned = await previewBuild(options)
  const { diagnostics, editions, orphans } = planned
  const status = showFindings(diagnostics, json, { editions, orphans }, io)
  if (!json) io.stdout.write(previewSummary(planned, options))
  return status
}

/**
 * The queue and the store that a build is to print over: those of its options, or where it says nothing of how to print, those of its surroundings
 * if there are both.
 */
async function queueAsked(
  args: Readonly<Record<'queue' | 'store' | 'jobs', string | undefined>>,
  io: Io,
): Promise<QueueAndStoreAddresses | undefined> {
  const { BRIEFWRIGHT_QUEUE, BRIEFWRIGHT_QUEUE_FILE, BRIEFWRIGHT_STORE } = io.env
  const isTyped = args.queue !== undefined || args.store !== undefined
  const isAround = BRIEFWRIGHT_STORE && (BRIEFWRIGHT_QUEUE || BRIEFWRIGHT_QUEUE_FILE)
  if (!isTyped && (!isAround || args.jobs !== undefined)) return undefined
  if (args.jobs !== undefined)
    throw new UsageError('`--jobs` does not go with `--queue`', 'give it to `briefwright worker`')
  return queueAndStoreAsked(args, io)
}

function jobsOf(text: string | undefined): number {
  if (text === undefined) return availableParallelism()
  const jobs = Number(text)
  if (Number.isInteger(jobs) && jobs >= 1 && jobs <= MOST_JOBS) return jobs
  throw new UsageError(`\`--jobs\` is \`${text}\``, `write a number from 1 to ${MOST_JOBS}`)
}

const MOST_JOBS = 256

function reportFile(path: string | undefined): string | undefined {
  if (path === undefined || /[^/\\]\.html?$/i.test(path)) return path
  throw new UsageError(`\`--report ${path}\` is no HTML file`, 'give a file that ends in `.html`')
}

function shardOf(text: string | undefined): BuildOptions['shard'] {
  if (text === undefined) return undefined
  const [, index = 0, of = 0] = (/^(\d{1,6})\/(\d{1,6})$/.exec(text) ?? []).map(Number)
  if (index >= 1 && index <= of) return { index, of }
  throw new UsageError(`\`--shard\` is \`${text}\``, 'write which part of how many, such as `2/8`')
}
