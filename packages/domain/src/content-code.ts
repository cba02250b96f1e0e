import { contentCodes, isContentCode, type ContentCode } from './contents.js'
import { InputError, type Problem } from '@khuyencong/rules'

/**
 * Reads a content code.
 * @throws InputError naming the codes that there are
 */
export function toContentCode(code: string): ContentCode {
  if (isContentCode(code)) return code
  throw new InputError([contentUnknown('content', code)])
}

/** The problem with a value that should be a content code; an empty list when all is well. */
export const contentProblems = (field: string, code: string): Problem[] =>
  isContentCode(code) ? [] : [contentUnknown(field, code)]

const contentUnknown = (field: string, code: string): Problem => ({
  code: 'content-unknown',
  field,
  message: `'${code}' is not a content code.`,
  expected: `one of ${contentCodes.join(', ')}`,
})
