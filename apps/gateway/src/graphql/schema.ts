import { builder } from './builder.js'
import '../modules/localities/schema.js'
import '../modules/programmes/schema.js'
import '../modules/establishments/schema.js'
import '../modules/grants/schema.js'

/** The schema of all modules. */
export const schema = builder.toSchema()
