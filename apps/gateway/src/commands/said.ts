import type { InputProblem } from '../graphql/problem.js'
import { today } from '../today.js'
import { said } from './words.js'

/** What is said with a command: the day on which it counts, why, and the document that says so. */
export interface Said {
  /** ISO day. */
  readonly on: string
  readonly reason?: string | null | undefined
  /** Number of the document. */
  readonly document?: string | null | undefined
}

interface Needed {
  readonly reason: boolean
  readonly document: boolean
  /** ISO day of the step before, where there is one. */
  readonly notBefore: string | undefined
}

/** Reason and document without blanks around them, and what is wrong with them or with the day. */
export function readSaid({ on, ...given }: Said, needed: Needed) {
  const reason = said(given.reason)
  const document = said(given.document)
  const problems: InputProblem[] = [
    ...notYet(on),
    ...(needed.notBefore !== undefined && on < needed.notBefore ? [beforeLastStep(needed.notBefore)] : []),
    ...(needed.reason && reason === null ? [reasonMissing] : []),
    ...(needed.document && document === null ? [documentMissing] : []),
  ]
  return { on, reason, document, problems }
}

/** What has not happened yet is no record. */
export const notYet = (day: string, field = 'on'): readonly InputProblem[] =>
  day <= today()
    ? []
    : [
        {
          code: 'on-in-future',
          field,
          message: { vi: `Ngày ${day} chưa tới.`, en: `${day} has not come yet.` },
          expected: { vi: 'hôm nay hoặc một ngày trước đó', en: 'today or a day before' },
        },
      ]

const beforeLastStep = (day: string): InputProblem => ({
  code: 'on-before-last-step',
  field: 'on',
  message: { vi: `Bước trước được thực hiện ngày ${day}.`, en: `The step before this one was taken on ${day}.` },
  expected: { vi: `ngày ${day} hoặc sau đó`, en: `${day} or a day after` },
})

export const reasonMissing: InputProblem = {
  code: 'reason-missing',
  field: 'reason',
  message: { vi: 'Phải nêu lý do.', en: 'This needs a reason.' },
  expected: { vi: 'lý do', en: 'a reason' },
}

const documentMissing: InputProblem = {
  code: 'document-missing',
  field: 'document',
  message: { vi: 'Phải có số, ký hiệu văn bản.', en: 'The number of the document is missing.' },
  expected: { vi: 'số, ký hiệu văn bản', en: 'the number of the document' },
}
