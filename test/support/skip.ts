/** Leaves out the test that calls it, and says why: `if (!hasQpdf) skip('no qpdf')`. */
export function skip(reason: string): never {
  throw Object.assign(new Error(reason), { name: 'Skipped' })
}
