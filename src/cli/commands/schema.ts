import { command } from '../command.js'

/** Prints the JSON Schema of a brief, for editors. */
export const schemaCommand = command({
  name: 'schema',
  describe: 'print the JSON Schema of a brief, for completion in editors',
  positionals: {},
  options: {},
  examples: [['> briefs/brief.schema.json', 'write it where new briefs look for it']],
  async run(_args, io) {
    const { briefJsonSchema } = await import('../../brief/schema/json-schema.js')
    io.stdout.write(`${JSON.stringify(briefJsonSchema(), undefined, 2)}\n`)
    return 0
  },
})
