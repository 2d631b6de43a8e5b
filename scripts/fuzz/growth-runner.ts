import { type GrowthJob, runGrowthJob } from './growth-jobs.js'

process.on('message', async (job: GrowthJob) => {
  const before = process.cpuUsage()
  let fault: string | undefined
  try {
    await runGrowthJob(job)
  } catch (thrown) {
    fault = thrown instanceof Error ? (thrown.stack ?? thrown.message) : String(thrown)
  }
  const { user, system } = process.cpuUsage(before)
  process.send?.({ ms: (user + system) / 1000, fault })
})
