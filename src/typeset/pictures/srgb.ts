/** Light of which a linear scale has so many steps, that sums of it are whole numbers and the same on all machines. */
const FULL_LIGHT = 0xffffff
/** Steps of the table that leads back: finer than the first step of eight bits is wide. */
const BACK_STEPS = 1 << 16

/** The light of an eight-bit sample of sRGB (IEC 61966-2-1), which is what samples without a profile are taken for in print. */
export const LIGHT_OF_SAMPLE: Float64Array = Float64Array.from({ length: 256 }, (_, sample) =>
  Math.round(lightOf(sample / 255) * FULL_LIGHT),
)

/** The sample of sRGB that is nearest to a light, to a twentieth of a step. */
export function sampleOfLight(light: number): number {
  return SAMPLES[Math.round((light / FULL_LIGHT) * BACK_STEPS)] as number
}

const SAMPLES = samplesByLight()

function samplesByLight(): Uint8Array {
  const samples = new Uint8Array(BACK_STEPS + 1)
  for (let sample = 1; sample <= 255; sample++)
    samples.fill(sample, Math.round(lightOf((sample - 0.5) / 255) * BACK_STEPS))
  return samples
}

function lightOf(value: number): number {
  return value <= 0.04045 ? value / 12.92 : ((value + 0.055) / 1.055) ** 2.4
}
