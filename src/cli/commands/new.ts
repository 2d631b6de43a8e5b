import { command } from '../command.js'
import { showFindings } from '../display/show-findings.js'
import { UsageError } from '../usage-error.js'

/** Begins a brief. */
export const newCommand = command({
  name: 'new',
  arguments: '<name>',
  describe: 'write briefs/NAME.yaml, a commented brief to fill in',
  positionals: {
    name: {
      type: 'string',
      demandOption: true,
      describe: 'name of the brief, and of its folder in the output',
    },
  },
  options: {},
  examples: [['dam', 'write briefs/dam.yaml']],
  async run(args, io) {
    const name = args.name.replace(/\.ya?ml$/i, '')
    if (!/^[\p{L}\p{N}][\p{L}\p{N}\p{M}._-]*$/u.test(name) || /[.]$|\.lock$/u.test(name))
      throw new UsageError(
        `\`${args.name}\` cannot be the name of a brief`,
        'use letters, digits, hyphens and underscores: `briefwright new dam-safety`',
      )
    const { createBrief } = await import('../../batch/authoring/create-brief.js')
    const { diagnostics, file } = await createBrief({ cwd: io.cwd, name })
    const status = showFindings(diagnostics, false, {}, io)
    if (status === 0) io.stdout.write(`wrote ${file}: fill it in, then run \`briefwright check ${file}\`\n`)
    return status
  },
})
