import { spawnSync } from 'node:child_process'

/** Machines that one machine plays: network namespaces, each with an address of its own, on one bridge. */
export interface Namespaces {
  /** Where all of them reach this machine. */
  readonly host: string
  /** What comes before a command that is to run in one of them. */
  prefix(index: number): string[]
  /** Takes the cable out of one of them, or puts it in again. */
  connect(index: number, connected: boolean): void
  remove(): void
}

/** Makes some of them; undefined where the machine does not allow it, which asks for Linux, `ip` and root. */
export function makeNamespaces(count: number): Namespaces | undefined {
  const bridge = `bw${process.pid % 100_000}`
  const net = `10.${100 + (process.pid % 100)}.0`
  const names = Array.from({ length: count }, (_, index) => `${bridge}n${index}`)
  const remove = () => {
    for (const name of names) ip(`netns del ${name}`)
    ip(`link del ${bridge}`)
  }
  const made = [
    `link add ${bridge} type bridge`,
    `addr add ${net}.1/24 dev ${bridge}`,
    `link set ${bridge} up`,
    ...names.flatMap((name, index) => [
      `netns add ${name}`,
      `link add ${bridge}v${index} type veth peer name eth0 netns ${name}`,
      `link set ${bridge}v${index} master ${bridge} up`,
      `-n ${name} addr add ${net}.${10 + index}/24 dev eth0`,
      `-n ${name} link set eth0 up`,
      `-n ${name} link set lo up`,
    ]),
  ].every(ip)
  if (!made) {
    remove()
    return undefined
  }
  return {
    host: `${net}.1`,
    prefix: index => ['ip', 'netns', 'exec', names[index] ?? ''],
    connect: (index, connected) => {
      ip(`link set ${bridge}v${index} ${connected ? 'up' : 'down'}`)
    },
    remove,
  }
}

const ip = (line: string) => spawnSync('ip', line.split(' '), { stdio: 'ignore' }).status === 0
