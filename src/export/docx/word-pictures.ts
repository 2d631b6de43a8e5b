import { ImageRun } from 'docx'
import type { DocumentStyle } from '../../typeset/index.js'
import { rasterizedFigure } from './rasterize.js'
import { wordText } from './text-parts.js'
import type { WordPicture } from './word-context.js'
import { pixels } from './word-units.js'

/** A drawing, and beside it a picture of it for programs that show no drawings. */
export function svgPicture(
  svg: string,
  { width, height }: { readonly width: number; readonly height: number },
  style: DocumentStyle,
): WordPicture {
  return {
    ...{ width, height },
    run: (points, alt) =>
      new ImageRun({
        type: 'svg',
        data: new TextEncoder().encode(svg),
        fallback: { type: 'png', data: rasterizedFigure(svg, points.width, style) },
        transformation: { width: pixels(points.width), height: pixels(points.height) },
        altText: { name: '', description: wordText(alt), title: '' },
      }),
  }
}

/** A picture of pixels, as its file has them. */
export const pixelPicture = (
  type: 'png' | 'jpg',
  data: Uint8Array,
  size: { readonly width: number; readonly height: number },
): WordPicture => ({
  ...size,
  run: (points, alt) =>
    new ImageRun({
      ...{ type, data },
      transformation: { width: pixels(points.width), height: pixels(points.height) },
      altText: { name: '', description: wordText(alt), title: '' },
    }),
})
