import { builder } from './builder.js'
import '../modules/localities/schema.js'
import '../modules/programme/document.js'
import '../modules/programme/programme.js'
import '../modules/law/schema.js'
import '../modules/law/support-contents.js'
import '../modules/assessment/schema.js'
import '../modules/ceiling/schema.js'
import '../modules/establishments/schema.js'
import '../modules/grants/schema.js'
import '../modules/audit/schema.js'
import '../access/schema.js'
import '../modules/people/schema.js'
import '../modules/people/mutations.js'
import './refusal.js'

/** The schema of all modules, with fields in the order in which they are meant to be read. */
export const schema = builder.toSchema({ sortSchema: false })
