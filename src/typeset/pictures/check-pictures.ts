import type { Report } from '../../diagnostics/index.js'
import type { Fonts } from '../fonts/open-fonts.js'
import {
  type ImageAssets,
  loadReaders,
  type NamedPicture,
  openImages,
  reportPictureFault,
} from './open-images.js'
import { isPictureFault } from './picture.js'

/**
 * Reads pictures to their last pixel, for what printing them would find wrong; nothing is laid out. Text of drawings may be set in
 * `families`.
 */
export async function checkPictures(
  pictures: readonly NamedPicture[],
  assets: ImageAssets,
  fonts: Fonts,
  report: Report,
  families: readonly string[] = [...fonts.keys()],
): Promise<void> {
  await loadReaders(pictures, assets)
  for (const { picture, figure } of openImages(pictures, assets, { fonts, families }, report).values()) {
    const encoded = await picture.encode()
    if (isPictureFault(encoded)) reportPictureFault(encoded, figure, report)
  }
}
