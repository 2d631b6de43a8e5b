/** Loaded before a program: says at its end, to file 3, what it cost, which no function of Node tells of a child. */
const { writeSync } = require('node:fs')
const { isMainThread } = require('node:worker_threads')
const { peakMemory } = require('./peak-memory.cjs')

if (isMainThread)
  process.on('exit', () => {
    const { user, system } = process.cpuUsage()
    writeSync(3, JSON.stringify({ cpu: (user + system) / 1000, peakMemory: peakMemory() }))
  })
