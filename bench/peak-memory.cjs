/** The most memory that this process had, in megabytes. What `resourceUsage` says of a child is at least what its parent had, so Linux is asked itself. */
function peakMemory() {
  try {
    const [, kilobytes] = /^VmHWM:\s*(\d+) kB$/m.exec(
      require('node:fs').readFileSync('/proc/self/status', 'utf8'),
    )
    return Number(kilobytes) / 1024
  } catch {
    return process.resourceUsage().maxRSS / 1024
  }
}

module.exports = { peakMemory }
