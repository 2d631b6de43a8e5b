export { audienceInTheme } from './audience-in-theme.js'
export {
  type EditionInPack,
  type EditionInputs,
  type EditionVariant,
  isVariantMade,
  makeVariant,
} from './edition-variant.js'
export { type FitOptions, type FitResult, type FitTrial, type FittedEdition, fit } from './fit.js'
export { type LayoutSetting, settingRange } from './layout-setting.js'
