import { contentCodes, isContentCode, type ContentCode } from '@khuyencong/domain'
import { InputError } from '@khuyencong/rules'

/**
 * Reads a content code.
 * @throws InputError naming the codes that there are
 */
export function contentCode(code: string): ContentCode {
  if (isContentCode(code)) return code
  const expected = `one of ${contentCodes.join(', ')}`
  throw new InputError([
    { code: 'content-unknown', field: 'content', message: `'${code}' is not a content code.`, expected },
  ])
}
