import type { WordStyles } from './word-styles.js'
import { DECLARATION } from './document-properties.js'

const NAMESPACE = 'http://schemas.openxmlformats.org/wordprocessingml/2006/main'

/** The part of a file that has its styles: those that its text uses, and those of tables. */
export const stylePart = (styles: WordStyles): string =>
  `${DECLARATION}<w:styles xmlns:w="${NAMESPACE}">${styles.defaults}${styles.elements.join('')}${OTHER_STYLES.map(({ xml }) => xml).join('')}</w:styles>`

const PADDING = '<w:tblCellMar><w:top w:w="0" w:type="dxa"/><w:left w:w="0" w:type="dxa"/><w:bottom w:w="0" w:type="dxa"/><w:right w:w="0" w:type="dxa"/></w:tblCellMar>'

const edges = (value: string) =>
  ['top', 'left', 'bottom', 'right', 'insideH', 'insideV'].map(name => `<w:${name} ${value}/>`).join('')

/** Styles of Word that every document has, and the two of our tables. */
export const OTHER_STYLES: readonly { readonly name: string; readonly id: string; readonly xml: string }[] = [
  {
    name: 'Default Paragraph Font',
    id: 'DefaultParagraphFont',
    xml: '<w:style w:type="character" w:default="1" w:styleId="DefaultParagraphFont"><w:name w:val="Default Paragraph Font"/><w:uiPriority w:val="1"/><w:semiHidden/><w:unhideWhenUsed/></w:style>',
  },
  {
    name: 'Normal Table',
    id: 'TableNormal',
    xml: `<w:style w:type="table" w:default="1" w:styleId="TableNormal"><w:name w:val="Normal Table"/><w:uiPriority w:val="99"/><w:semiHidden/><w:unhideWhenUsed/><w:tblPr><w:tblInd w:w="0" w:type="dxa"/>${PADDING}</w:tblPr></w:style>`,
  },
  {
    name: 'No List',
    id: 'NoList',
    xml: '<w:style w:type="numbering" w:default="1" w:styleId="NoList"><w:name w:val="No List"/><w:uiPriority w:val="99"/><w:semiHidden/><w:unhideWhenUsed/></w:style>',
  },
  {
    name: 'Table Grid',
    id: 'TableGrid',
    xml: `<w:style w:type="table" w:styleId="TableGrid"><w:name w:val="Table Grid"/><w:basedOn w:val="TableNormal"/><w:uiPriority w:val="39"/><w:tblPr><w:tblBorders>${edges('w:val="single" w:sz="4" w:space="0" w:color="auto"')}</w:tblBorders></w:tblPr></w:style>`,
  },
  {
    name: 'Layout Table',
    id: 'LayoutTable',
    xml: `<w:style w:type="table" w:customStyle="1" w:styleId="LayoutTable"><w:name w:val="Layout Table"/><w:basedOn w:val="TableNormal"/><w:uiPriority w:val="99"/><w:tblPr><w:tblBorders>${edges('w:val="nil"')}</w:tblBorders>${PADDING}</w:tblPr></w:style>`,
  },
]
