export { printPagePictures, printTwin, type TwinOptions } from './print-twin.js'
export type { TwinContent, TwinFormat } from './twin.js'
