export { type Fitted, fit, type Setup } from './fit.js'
export { type Setting, settingsOf } from './setting.js'
export { isMade, type Material, makeVersion, type Version } from './version.js'
