import { EventEmitter } from 'node:events'
import { constants } from 'node:os'
import { join } from 'node:path'
import { test } from 'uvu'
import * as assert from 'uvu/assert'
import { openWorkspace } from '../../src/batch/workspace/workspace.js'
import { writeAtomically } from '../../src/batch/workspace/write-file.js'
import { handleInterrupts } from '../../src/cli/process.js'
import { hasWorkingFolder } from '../../src/cli/working-folder.js'
import { workspace } from '../support/workspace.js'

/** A process that only notes how it is ended. */
class Process extends EventEmitter {
  readonly pid = 1
  readonly ended: unknown[] = []
  kill(_pid: number, signal: string): void {
    this.ended.push(signal)
  }
  exitCode = 1
  exit(status = this.exitCode): void {
    this.ended.push(status)
  }
  get listening(): number {
    return this.listenerCount('SIGINT') + this.listenerCount('SIGTERM') + this.listenerCount('SIGHUP')
  }
}

function handled() {
  const process = new Process()
  return { process, ...handleInterrupts(process as unknown as NodeJS.Process) }
}

test('signals are left to the system while there is nothing to put in order', () => {
  const { process, endIfInterrupted } = handled()
  assert.is(process.listening, 0, 'whatever is computed, the system ends the process')
  endIfInterrupted()
  assert.equal(process.ended, [])
})

test('they are heard while a file is half written, and not after', async () => {
  const space = workspace()
  const { process } = handled()
  let during = -1
  function* content(): Generator<string> {
    during = process.listening
    yield 'text'
  }
  const opened = await openWorkspace(space.root)
  assert.ok(await writeAtomically(opened, join(space.root, 'a.txt'), content(), () => {}))
  assert.equal([during, process.listening, space.read('a.txt')], [3, 0, 'text'])
})

for (const signal of ['SIGINT', 'SIGTERM', 'SIGHUP'])
  test(`a command that puts things in order is told of ${signal}, and a second ends it at once`, () => {
    const { process, interruptible, endIfInterrupted } = handled()
    const told = interruptible()
    assert.is(told.aborted, false)
    process.emit(signal)
    assert.equal([told.aborted, process.ended], [true, []])
    endIfInterrupted()
    assert.is(process.ended[0], signal)
    const again = handled()
    again.interruptible()
    again.process.emit(signal)
    again.process.emit(signal)
    assert.is(again.process.ended[0], signal)
  })

for (const signal of ['SIGINT', 'SIGTERM', 'SIGHUP'] as const)
  test(`a service that is told of ${signal} ends by itself, and a second ends it at once`, () => {
    const { process, stoppable, endIfInterrupted } = handled()
    const told = stoppable()
    process.emit(signal)
    assert.equal([told.aborted, process.ended], [true, []])
    process.exitCode = 0
    endIfInterrupted()
    assert.equal(process.ended, [0])
    process.emit(signal)
    assert.equal(process.ended, [0, signal, 128 + constants.signals[signal]])
  })

test('a folder that somebody has removed is an error in a line', () => {
  const written: string[] = []
  const stderr = { write: (text: string) => written.push(text) }
  const gone = { exitCode: 0, stderr, cwd: () => assert.unreachable() as never }
  assert.is(hasWorkingFolder(gone), false)
  assert.equal([gone.exitCode, written.length], [2, 1])
  assert.is(hasWorkingFolder({ exitCode: 0, stderr, cwd: () => '/' }), true)
})

test.run()
