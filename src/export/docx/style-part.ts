import { DECLARATION } from './document-properties.js'
import type { HouseStyles } from './house-styles.js'
import type { WordStyles } from './word-styles.js'

const NAMESPACE = 'http://schemas.openxmlformats.org/wordprocessingml/2006/main'

/** The part of a file that has its styles: those that its text uses, and those of tables. */
export function stylePart(styles: WordStyles, house: HouseStyles | undefined): string {
  if (house) {
    const others = OTHER_STYLES.filter(({ name, type }) => house.idOf(name, type) === undefined)
    return house.withOthers([...styles.elements, ...others.map(({ xml }) => xml)].join(''))
  }
  return `${DECLARATION}<w:styles xmlns:w="${NAMESPACE}">${styles.defaults}${styles.elements.join('')}${OTHER_STYLES.map(({ xml }) => xml).join('')}</w:styles>`
}

const PADDING =
  '<w:tblCellMar><w:top w:w="0" w:type="dxa"/><w:left w:w="0" w:type="dxa"/><w:bottom w:w="0" w:type="dxa"/><w:right w:w="0" w:type="dxa"/></w:tblCellMar>'

const edges = (value: string) =>
  ['top', 'left', 'bottom', 'right', 'insideH', 'insideV'].map(name => `<w:${name} ${value}/>`).join('')

/** Styles of Word that every document has, and the two of our tables. */
const OTHER_STYLES: readonly {
  readonly name: string
  readonly type: 'paragraph' | 'character' | 'table'
  readonly xml: string
}[] = [
  {
    name: 'Default Paragraph Font',
    type: 'character',
    xml: '<w:style w:type="character" w:default="1" w:styleId="DefaultParagraphFont"><w:name w:val="Default Paragraph Font"/><w:uiPriority w:val="1"/><w:semiHidden/><w:unhideWhenUsed/></w:style>',
  },
  {
    name: 'Normal Table',
    type: 'table',
    xml: `<w:style w:type="table" w:default="1" w:styleId="TableNormal"><w:name w:val="Normal Table"/><w:uiPriority w:val="99"/><w:semiHidden/><w:unhideWhenUsed/><w:tblPr><w:tblInd w:w="0" w:type="dxa"/>${PADDING}</w:tblPr></w:style>`,
  },
  {
    name: 'No List',
    type: 'paragraph',
    xml: '<w:style w:type="numbering" w:default="1" w:styleId="NoList"><w:name w:val="No List"/><w:uiPriority w:val="99"/><w:semiHidden/><w:unhideWhenUsed/></w:style>',
  },
  {
    name: 'Table Grid',
    type: 'table',
    xml: `<w:style w:type="table" w:styleId="TableGrid"><w:name w:val="Table Grid"/><w:basedOn w:val="TableNormal"/><w:uiPriority w:val="39"/><w:tblPr><w:tblBorders>${edges('w:val="single" w:sz="4" w:space="0" w:color="auto"')}</w:tblBorders></w:tblPr></w:style>`,
  },
  {
    name: 'Layout Table',
    type: 'table',
    xml: `<w:style w:type="table" w:customStyle="1" w:styleId="LayoutTable"><w:name w:val="Layout Table"/><w:basedOn w:val="TableNormal"/><w:uiPriority w:val="99"/><w:tblPr><w:tblBorders>${edges('w:val="nil"')}</w:tblBorders>${PADDING}</w:tblPr></w:style>`,
  },
]
