export {
  circular2018Amended,
  circular2018AsIssued,
  circular2018InForce,
  mayBeAmended,
  sinceCircular2018,
} from './circular-2018.js'
export { toContentCode, contentProblems } from './content-code.js'
export {
  type Beneficiary,
  type ContentCode,
  type SupportContent,
  contentCodes,
  contents,
  contentsFor,
  isContentCode,
} from './contents.js'
export { type DocumentNumber, type LegalDocument, cite, documents } from './documents.js'
export * from './facts.js'
export { type Locality, siteFacts } from './locality.js'
export { noteOn } from './note.js'
