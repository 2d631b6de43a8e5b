export * from './brief/index.js'
export * from './diagnostics/index.js'
export * from './evidence/index.js'
