export { printPagePictures, printTwin, type TwinOptions } from './print-twin.js'
export { TWIN_FORMATS, type TwinContent, type TwinFormat } from './twin.js'
