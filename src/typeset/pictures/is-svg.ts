const SVG =
  /^(?:\ufeff)?\s*(?:<\?xml[^>]*>\s*)?(?:<!--[\s\S]*?-->\s*|<!DOCTYPE[^>[]*(?:\[[\s\S]*?\]\s*)?>\s*)*<(?:svg:)?svg[\s>]/

/** Whether a file begins as an SVG does. */
export const isSvg = (bytes: Uint8Array): boolean =>
  SVG.test(Buffer.from(bytes.subarray(0, 4096)).toString('utf8'))
