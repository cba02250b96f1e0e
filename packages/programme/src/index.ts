export { type Changes, extend } from './extend.js'
export { national } from './national.js'
export { type Pack, type PackDescription, type PackLaw, definePack } from './pack.js'
export { type BaselineFigure, type Programme, type ProgrammeItem, type ResponsibleBody, placesOf } from './programme.js'
