import type { Citation, Problem, Text } from '@khuyencong/rules'

/** One thing that is wrong with what was asked. */
export interface InputProblem extends Omit<Problem, 'message' | 'expected'> {
  /** In one language only where it is said to programmers: what is wrong with the form of an input. */
  readonly message: Text | string
  readonly expected: Text | string
  /** The article that says so, where one does. */
  readonly article?: Citation | undefined
}

/** One thing that is wrong, in both languages. */
export const problem = (
  code: string,
  field: string,
  message: Text,
  expected: Text,
  article?: Citation,
): InputProblem => ({ code, field, message, expected, article })

export const inLanguage = (text: Text | string, lang: keyof Text): string =>
  typeof text === 'string' ? text : text[lang]
