export { type Changes, extend } from './extend.js'
export { national } from './national.js'
export { type Pack, type PackDescription, type PackLaw, definePack } from './pack.js'
export { type Programme } from './programme.js'
