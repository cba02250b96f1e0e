import type { Citation, Text } from '@khuyencong/rules'
import { cite } from './documents.js'

/** A kind of support (nội dung hoạt động khuyến công). */
export interface SupportContent {
  readonly title: Text
  /** Where the decree has it. */
  readonly cites: readonly [Citation, ...Citation[]]
}

const decree = (clause: string, point?: string) =>
  cite('NĐ 45/2012/NĐ-CP', { article: '4', clause, ...(point && { point }) })

const declare = <const C extends Readonly<Record<string, SupportContent>>>(contents: C): C => contents

/** The contents that are encoded, by code. */
export const contents = declare({
  MACH: {
    title: {
      vi: 'Ứng dụng máy móc thiết bị tiên tiến, chuyển giao công nghệ',
      en: 'Advanced machinery and technology transfer',
    },
    cites: [decree('3')],
  },
  LINE: { title: { vi: 'Ứng dụng dây chuyền công nghệ', en: 'Technology line' }, cites: [decree('3')] },
  'DEMO-NEW': {
    title: {
      vi: 'Mô hình trình diễn kỹ thuật: công nghệ mới, sản phẩm mới',
      en: 'Demonstration model of a new technology or product',
    },
    cites: [decree('3')],
  },
  'DEMO-REPL': {
    title: {
      vi: 'Mô hình của cơ sở đang hoạt động có hiệu quả cần nhân rộng',
      en: 'Model of a well-running establishment, for others to follow',
    },
    cites: [decree('3')],
  },
  'SXSH-PILOT': {
    title: { vi: 'Mô hình thí điểm áp dụng sản xuất sạch hơn', en: 'Pilot model of cleaner production' },
    cites: [decree('3')],
  },
  BRAND: {
    title: { vi: 'Xây dựng và đăng ký nhãn hiệu', en: 'Building and registering a mark' },
    cites: [decree('4')],
  },
  CONSULT: {
    title: { vi: 'Thuê tư vấn, thiết kế mẫu mã, bao bì', en: 'Hired advice, design and packaging' },
    cites: [decree('5')],
  },
  'ENV-EST': {
    title: {
      vi: 'Sửa chữa, nâng cấp hệ thống xử lý ô nhiễm môi trường tại cơ sở',
      en: 'Repair or upgrade of pollution treatment at an establishment',
    },
    cites: [decree('7', 'c')],
  },
})

export type ContentCode = keyof typeof contents

/** Every content code, in the order of the decree. */
export const contentCodes = Object.keys(contents) as readonly ContentCode[]

export const isContentCode = (code: string): code is ContentCode => Object.hasOwn(contents, code)
