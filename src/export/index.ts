export { TWIN_FORMATS, type TwinContent, type TwinFormat } from './twin.js'
