import { spawnSync } from 'node:child_process'
import { cpSync, mkdirSync, mkdtempSync, readFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { basename, join, relative, resolve } from 'node:path'
import { type Copy, DockerfileParser, type Instruction, type JSONInstruction } from 'dockerfile-ast'

/** A stage of an image, as a folder in the place of the root of its file system. */
export interface Stage {
  readonly name: string
  readonly root: string
  readonly instructions: readonly Instruction[]
  folder: string
  readonly env: Record<string, string>
}

/** The stages of a Dockerfile, none of whose instructions has been followed yet. */
export function stagesOf(dockerfile: string): Stage[] {
  const stages: { name: string; instructions: Instruction[] }[] = []
  for (const instruction of DockerfileParser.parse(readFileSync(dockerfile, 'utf8')).getInstructions()) {
    if (instruction.getKeyword() === 'FROM') {
      const [, name = ''] = / AS (\S+)$/i.exec(instruction.getArgumentsContent() ?? '') ?? []
      stages.push({ name, instructions: [] })
    } else stages.at(-1)?.instructions.push(instruction)
  }
  return stages.map(stage => {
    const root = mkdtempSync(join(tmpdir(), 'briefwright-image-'))
    return { ...stage, root, folder: root, env: {} }
  })
}

/** Follows an instruction in the folder of its stage, where one is there to be followed. */
export function follow(
  instruction: Instruction,
  stage: Stage,
  others: readonly Stage[],
  context: string,
): void {
  const keyword = instruction.getKeyword()
  const flags = keyword === 'COPY' ? (instruction as Copy).getFlags().map(flag => `${flag} `) : []
  const text = flags.join('') + instruction.getArgumentsContent()
  const act = ACTS[keyword]
  if (!act) throw new Error(`nobody follows ${keyword}`)
  act(text, stage, others, context)
}

type Act = (text: string, stage: Stage, others: readonly Stage[], context: string) => void
const nothing: Act = () => {}

const ACTS: Readonly<Record<string, Act>> = {
  WORKDIR: (text, stage) => {
    stage.folder = inStage(text, stage)
    mkdirSync(stage.folder, { recursive: true })
  },
  ENV: (text, stage) => {
    for (const [, name = '', value = ''] of text.matchAll(/(\w+)=(\S+)/g))
      stage.env[name] = inStage(value, stage)
  },
  COPY: (text, stage, others, context) => {
    const words = text.split(' ')
    const source = words[0]?.startsWith('--from=') ? words.shift()?.slice('--from='.length) : undefined
    const from = source === undefined ? context : others.find(({ name }) => name === source)?.root
    const to = words.pop()
    if (from === undefined || to === undefined) throw new Error(`COPY ${text}`)
    for (const word of words) {
      const path = join(from, word)
      const isWhole = word === '.' || word.endsWith('/')
      const target = resolve(stage.folder, inStage(to, stage))
      const isIgnored = source === undefined ? ignoredIn(context) : () => false
      cpSync(path, isWhole ? target : join(target, basename(word)), {
        recursive: true,
        filter: each => !isIgnored(relative(context, each)),
      })
    }
  },
  RUN: (text, stage) => {
    const { status, stdout, stderr } = spawnSync('sh', ['-ec', inStage(text, stage)], {
      cwd: stage.folder,
      env: environmentOf(stage),
      encoding: 'utf8',
    })
    if (status !== 0) throw new Error(`RUN ${text}\n${stdout}${stderr}`)
  },
  USER: nothing,
  EXPOSE: nothing,
  HEALTHCHECK: nothing,
  ENTRYPOINT: nothing,
  CMD: nothing,
}

/** Absolute paths of the image, below the folder of its stage. */
export function inStage(text: string, { root }: Stage): string {
  return text.replace(/(^|[\s=:])\/(source|package|app|work|run)\b/g, `$1${root}/$2`)
}

/** What a command of the image sees: packages are taken from the cache of npm, where they are there. */
export function environmentOf({ env }: Stage): Record<string, string> {
  const path = env.PATH?.replace('$PATH', process.env.PATH ?? '') ?? process.env.PATH ?? ''
  const { HOME = '', npm_config_cache: cache, npm_config_registry: registry } = process.env
  return {
    HOME,
    npm_config_prefer_offline: 'true',
    ...(cache && { npm_config_cache: cache }),
    ...(registry && { npm_config_registry: registry }),
    ...env,
    PATH: path,
  }
}

/** What `Dockerfile.dockerignore` keeps out. */
function ignoredIn(context: string): (path: string) => boolean {
  const lines = readFileSync(join(context, 'deploy/Dockerfile.dockerignore'), 'utf8').trim().split('\n')
  const names = lines.filter(line => line.startsWith('**/')).map(line => line.slice(3))
  return path => lines.includes(path) || path.split('/').some(part => names.includes(part))
}

/** The words of an instruction in the form of JSON, such as `CMD`. */
export function wordsOfInstruction(stage: Stage, keyword: string): string[] {
  const found = stage.instructions.find(each => each.getKeyword() === keyword)
  return (found as JSONInstruction).getJSONStrings().map(each => JSON.parse(each.getValue()) as string)
}
