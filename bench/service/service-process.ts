import { type ChildProcess, spawn } from 'node:child_process'
import { mkdtempSync, readFileSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { fileURLToPath } from 'node:url'

/** What a process holds and has taken. */
export interface ProcessState {
  /** Megabytes. */
  readonly resident: number
  /** Seconds of all its threads. */
  readonly cpu: number
}

/** The bundled service in a folder of its own. */
export class ServiceProcess {
  private constructor(
    private readonly child: ChildProcess,
    private readonly folder: string,
    readonly url: string,
  ) {}

  static async start(): Promise<ServiceProcess> {
    const folder = mkdtempSync(join(tmpdir(), 'briefwright-bench-'))
    const program = fileURLToPath(new URL('../../dist/cli.js', import.meta.url))
    const child = spawn(process.execPath, [program, 'serve', '--port', '0'], {
      cwd: folder,
      stdio: ['ignore', 'pipe', 'ignore'],
    })
    const url = await new Promise<string>((resolve, reject) => {
      let said = ''
      child.stdout.on('data', data => {
        said += data
        const [, found] = /(http:\S+)\n/.exec(said) ?? []
        if (found) resolve(found)
      })
      child.on('exit', code => reject(new Error(`the service ended with ${code}`)))
    })
    return new ServiceProcess(child, folder, url)
  }

  async state(): Promise<ProcessState> {
    const { pid } = this.child
    const [, kilobytes] = /VmRSS:\s+(\d+)/.exec(readFileSync(`/proc/${pid}/status`, 'utf8')) ?? []
    const fields = readFileSync(`/proc/${pid}/stat`, 'utf8').split(') ')[1]?.split(' ') ?? []
    return { resident: Number(kilobytes) / 1024, cpu: (Number(fields[11]) + Number(fields[12])) / 100 }
  }

  async stop(): Promise<number | null> {
    this.child.removeAllListeners('exit')
    const ended = new Promise<number | null>(resolve => this.child.once('exit', resolve))
    this.child.kill('SIGTERM')
    const status = await ended
    rmSync(this.folder, { recursive: true, force: true })
    return status
  }
}
