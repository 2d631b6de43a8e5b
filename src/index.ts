export * from './brief/index.js'
export * from './diagnostics/index.js'
