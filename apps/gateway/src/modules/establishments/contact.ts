import { z } from 'zod'
import { said } from '../../commands/words.js'
import type { InputProblem } from '../../graphql/problem.js'
import { Refusal } from '../../graphql/refusal.js'

/** Whom to speak to. Personal data: shown only to those who need it. */
export interface Contact {
  readonly name?: string | null | undefined
  readonly phone?: string | null | undefined
  readonly email?: string | null | undefined
  /** Of the owner or of who stands for the establishment. */
  readonly identityNumber?: string | null | undefined
}

const forms = {
  phone: {
    schema: z.string().regex(/^\+?\d(?:[ .-]?\d){7,14}$/),
    message: { vi: 'Số điện thoại không hợp lệ.', en: 'This is not a telephone number.' },
    expected: { vi: '8 đến 15 chữ số', en: '8 to 15 digits' },
  },
  email: {
    schema: z.email(),
    message: { vi: 'Địa chỉ thư điện tử không hợp lệ.', en: 'This is not an e-mail address.' },
    expected: { vi: 'ví dụ ten@vidu.vn', en: 'e.g. name@example.vn' },
  },
  identityNumber: {
    schema: z.string().regex(/^(\d{9}|0\d{11})$/),
    message: { vi: 'Số giấy tờ tùy thân không hợp lệ.', en: 'This is not an identity number.' },
    expected: {
      vi: 'số định danh cá nhân (12 chữ số) hoặc số CMND (9 chữ số)',
      en: 'a personal identity number (12 digits) or that of an old identity card (9 digits)',
    },
  },
} as const

/**
 * @param field of the input that holds the contact
 * @returns the columns of a record
 * @throws Refusal naming every field that cannot be right
 */
export function readContact(contact: Contact | null | undefined, field: string) {
  const { name, phone, email, identityNumber } = contact ?? {}
  const given = { phone: said(phone), email: said(email), identityNumber: said(identityNumber) }
  const problems = (['phone', 'email', 'identityNumber'] as const).flatMap((key): InputProblem[] => {
    const { schema, message, expected } = forms[key]
    return given[key] === null || schema.safeParse(given[key]).success
      ? []
      : [{ code: 'contact-form', field: `${field}.${key}`, message, expected }]
  })
  if (problems.length > 0) throw new Refusal(problems)
  return { contactName: said(name), ...given }
}
