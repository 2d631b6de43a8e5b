export { diagramPalette } from './compose/diagrams.js'
export {
  type DocumentIndex,
  headingDestination,
  indexDocument,
  mentionDestination,
  sourceDestination,
} from './compose/document-index.js'
export { drawToWidth } from './compose/draw-to-width.js'
export { fittedWidths } from './compose/fitted-widths.js'
export { columnWidths } from './compose/measure.js'
export { blocksByPages, type PagePart, tablesBetweenBlocks } from './compose/page-parts.js'
export { distributeWidth } from './compose/table-widths.js'
export {
  FACE_STYLES,
  type FaceStyle,
  type Fonts,
  faceFor,
  fontFilesOf,
  openFonts,
} from './fonts/open-fonts.js'
export { webFont } from './fonts/web-font.js'
export type { LaidOutDocument, PageNumbering } from './laid-out-document.js'
export { loadPartsFor } from './load-parts.js'
export { outlinePages } from './outline/page-outline.js'
export { type ReadStructure, readStructure } from './outline/read-structure.js'
export { outlineTags } from './outline/tag-outline.js'
export type { PageText, TextLine } from './pages/page-text.js'
export type {
  BlockData,
  LineData,
  NoteData,
  PageData,
  PagesData,
  PictureData,
  PlaceData,
  RectangleData,
  VectorData,
} from './pages/pages-as-data.js'
export { checkPictures } from './pictures/check-pictures.js'
export {
  type ImageAssets,
  imageSizes,
  type NamedPicture,
  type OpenedImage,
  openImages,
} from './pictures/open-images.js'
export { provideSvg } from './pictures/read-picture.js'
export { readSvg } from './pictures/svg/read-svg.js'
export { type FileInformation, type FilePart, printFile } from './print-file.js'
export { printableText, unformattedText, withAddressBreaks } from './text/characters.js'
export { directionOf } from './text/direction.js'
export { withFrenchSpaces } from './text/french-spaces.js'
export type { DocumentStyle } from './theme/document-style.js'
export { overlayColour } from './theme/overlay-colour.js'
export { type KnownToThemes, parseTheme, themeChain } from './theme/parse-theme.js'
export type * from './theme/style-settings.js'
export { StyleSheet, type TextStyle } from './theme/style-sheet.js'
export type { StyleName, Theme } from './theme/theme.js'
export { smallestType, spacingWithin } from './theme/theme-bounds.js'
export { familiesForTheme } from './theme/theme-families.js'
export {
  DocumentLayouts,
  layOut,
  type TypesetDocument,
  typeset,
} from './typeset.js'
