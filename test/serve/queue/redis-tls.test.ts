import { spawn, spawnSync } from 'node:child_process'
import { once } from 'node:events'
import { mkdtempSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { fileURLToPath } from 'node:url'
import { test } from 'uvu'
import * as assert from 'uvu/assert'
import { openQueue } from '../../../src/serve/queue/open-queue.js'
import { freePort, startRedis } from '../../support/redis.js'
import { skip } from '../../support/skip.js'
import { jobOf } from './contract.js'

const HOLDER = fileURLToPath(import.meta.resolve('../../support/queue-holder.js'))
const folder = mkdtempSync(join(tmpdir(), 'briefwright-tls-'))
test.after(() => rmSync(folder, { recursive: true, force: true }))

test('a queue is reached by TLS where the machine trusts its certificate, and nowhere else', async () => {
  const [key, certificate] = [join(folder, 'key.pem'), join(folder, 'certificate.pem')]
  const made = ['req', '-x509', '-newkey', 'rsa:2048', '-nodes', '-keyout', key, '-out', certificate]
  const subject = ['-subj', '/CN=localhost', '-addext', 'subjectAltName=DNS:localhost']
  if (spawnSync('openssl', [...made, ...subject]).status !== 0) skip('no openssl')
  const port = await freePort()
  const files = ['--tls-cert-file', certificate, '--tls-key-file', key, '--tls-ca-cert-file', certificate]
  const redis = await startRedis('--tls-port', String(port), '--tls-auth-clients', 'no', ...files)
  const url = `rediss://localhost:${port}`
  const queue = await openQueue(redis.url, { version: '1.0.0' })
  try {
    await queue.enqueue([jobOf('a')])
    const holder = spawn(process.execPath, [HOLDER, url, 'briefwright', '1.0.0', '5000'], {
      stdio: ['ignore', 'pipe', 'inherit'],
      env: { ...process.env, NODE_EXTRA_CA_CERTS: certificate },
    })
    const [said] = await once(holder.stdout, 'data')
    assert.is(String(said), 'a\n')
    holder.kill('SIGKILL')
    await once(holder, 'exit')

    const refused = await openQueue(url, { version: '1.0.0' }).catch(error => error)
    assert.is(refused.name, 'SetupError')
    assert.match(refused.message, /self.signed certificate/)
  } finally {
    await queue.close()
    await redis.stop()
  }
})

test.run()
