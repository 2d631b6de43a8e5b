import { countEditions, nameOfEntry } from '../../batch/record/edition-name.js'
import { command } from '../command.js'
import { showFindings } from '../display/show-findings.js'

/** Joins the manifests of the shards of a build. */
export const manifestCommand = command({
  name: 'manifest',
  arguments: '<action> <manifests..>',
  needs: '`merge`, and the manifests to merge',
  describe: 'join the manifests of the shards of a build, and say what is missing',
  positionals: {
    action: { choices: ['merge'] as const, demandOption: true, describe: 'what to do with them' },
    manifests: {
      type: 'string',
      array: true,
      demandOption: true,
      describe: 'the `manifest.json` of each shard',
    },
  },
  options: {
    out: {
      alias: 'o',
      type: 'string',
      requiresArg: true,
      default: 'out/manifest.json',
      describe: 'file to write',
    },
    json: { type: 'boolean', describe: 'print findings and editions as one JSON document' },
  },
  examples: [['merge shards/*/out/manifest.json', 'write out/manifest.json']],
  async run(args, io) {
    const { mergeManifests } = await import('../../batch/record/merge-manifests.js')
    const options = { cwd: io.cwd, manifests: args.manifests, out: args.out }
    const { diagnostics, editions, missing } = await mergeManifests(options)
    const json = args.json === true
    const status = showFindings(diagnostics, json, { editions, missing }, io)
    if (!json)
      io.stdout.write(
        `${countEditions(editions.map(nameOfEntry))} editions, ${countEditions(missing)} missing\n`,
      )
    return status
  },
})
