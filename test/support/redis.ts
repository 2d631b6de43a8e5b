import { type ChildProcess, spawn, spawnSync } from 'node:child_process'
import { once } from 'node:events'
import { mkdtempSync, rmSync } from 'node:fs'
import { createServer } from 'node:net'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { skip } from './skip.js'

/** A Redis server of a test's own: on a free port, with a folder of its own, and everything written to disk. */
export interface TestRedis {
  readonly url: string
  readonly port: number
  /** As `kill -9` does. */
  kill(): Promise<void>
  /** On the same port, with what was written to disk. */
  start(): Promise<void>
  stop(): Promise<void>
}

const running = new Set<ChildProcess>()
const folders: string[] = []
process.on('exit', () => {
  for (const server of running) server.kill('SIGKILL')
  for (const folder of folders) rmSync(folder, { recursive: true, force: true })
})

/** Starts one; where the machine has none, leaves out the test that calls it. */
export async function startRedis(...options: string[]): Promise<TestRedis> {
  if (spawnSync('redis-server', ['--version']).status !== 0) skip('no redis-server')
  const port = await freePort()
  const folder = mkdtempSync(join(tmpdir(), 'briefwright-redis-'))
  folders.push(folder)
  let server: ChildProcess | undefined
  const start = async () => {
    server = spawn(
      'redis-server',
      [
        '--port',
        String(port),
        '--bind',
        '127.0.0.1',
        '--dir',
        folder,
        '--appendonly',
        'yes',
        '--save',
        '',
        ...options,
      ],
      { stdio: ['ignore', 'pipe', 'inherit'] },
    )
    running.add(server)
    await readyToAccept(server)
  }
  const end = async (signal: 'SIGTERM' | 'SIGKILL') => {
    if (server === undefined || server.exitCode !== null || server.signalCode !== null) return
    const exit = once(server, 'exit')
    server.kill(signal)
    await exit
    running.delete(server)
  }
  await start()
  return {
    url: `redis://127.0.0.1:${port}`,
    port,
    start,
    kill: () => end('SIGKILL'),
    async stop() {
      await end('SIGTERM')
      rmSync(folder, { recursive: true, force: true })
    },
  }
}

function readyToAccept(server: ChildProcess): Promise<void> {
  return new Promise((resolve, reject) => {
    let said = ''
    server.stdout?.on('data', (chunk: Buffer) => {
      said += chunk
      if (said.includes('Ready to accept connections')) resolve()
    })
    server.once('exit', code => reject(new Error(`redis-server ended with ${code}:\n${said}`)))
  })
}

/** A port that nobody listens on. */
export async function freePort(): Promise<number> {
  const server = createServer().listen(0, '127.0.0.1')
  await once(server, 'listening')
  const address = server.address()
  const port = typeof address === 'object' && address !== null ? address.port : 0
  server.close()
  await once(server, 'close')
  return port
}
