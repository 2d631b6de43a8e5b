import { connect } from 'node:net'
import type { HostileRequest } from './hostile-request.js'

/** What came back over a connection. */
export interface Exchanged {
  readonly text: string
  /** Of each answer, without `100 Continue`. */
  readonly statuses: readonly number[]
  readonly ended: 'answered' | 'closed' | 'late'
}

/** Milliseconds after which the service is said not to answer: what it waits for slow clients is less. */
const PATIENCE = 150_000

/** Sends a request over a connection of its own, and waits until that is closed, or for its answer. */
export function exchange(url: string, { parts, end }: HostileRequest): Promise<Exchanged> {
  const { hostname, port } = new URL(url)
  return new Promise(resolve => {
    const chunks: Buffer[] = []
    const socket = connect({ port: Number(port), host: hostname, allowHalfOpen: true })
    const text = () => Buffer.concat(chunks).toString('latin1')
    let idle: NodeJS.Timeout | undefined
    const finish = (ended: Exchanged['ended']) => {
      clearTimeout(idle)
      clearTimeout(late)
      socket.removeAllListeners()
      socket.on('error', () => {})
      socket.destroy()
      const statuses = [...text().matchAll(/(?:^|\n)HTTP\/1\.1 (\d{3}) /g)].map(([, status]) =>
        Number(status),
      )
      resolve({ text: text(), statuses: statuses.filter(status => status !== 100), ended })
    }
    const late = setTimeout(() => finish('late'), PATIENCE)
    socket.on('error', () => finish('closed'))
    socket.on('close', () => finish('closed'))
    socket.on('end', () => finish('closed'))
    socket.on('data', data => {
      chunks.push(data)
      clearTimeout(idle)
      idle = setTimeout(() => isWhole(text()) && finish('answered'), 150)
    })
    void send()
    async function send() {
      for (const part of parts) {
        if (socket.destroyed) return
        if (typeof part === 'number') await new Promise(next => setTimeout(next, part).unref())
        else if (!socket.write(part))
          await new Promise<void>(next => {
            socket.once('drain', next)
            socket.once('close', next)
          })
      }
      if (end === 'half-close') socket.end()
      if (end === 'reset') socket.resetAndDestroy()
    }
  })
}

/** Whether the last answer has all of its body. */
function isWhole(text: string): boolean {
  const at = text.lastIndexOf('HTTP/1.1 ')
  const [head = '', ...rest] = text.slice(at).split('\r\n\r\n')
  if (/^HTTP\/1\.1 100/.test(head) || rest.length === 0) return false
  const [, length] = /^content-length: (\d+)/im.exec(head) ?? []
  if (length !== undefined) return rest.join('\r\n\r\n').length >= Number(length)
  return /^transfer-encoding: chunked/im.test(head) ? text.endsWith('0\r\n\r\n') : true
}
