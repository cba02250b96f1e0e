import { cite } from '@khuyencong/domain'
import type { Citations, Text, Trust } from '@khuyencong/rules'
import type { EstablishmentForm, Fund, ProposalKind } from '../../generated/prisma/enums.js'

/** What of a proposal decides which papers its file needs. */
export interface FileCase {
  readonly kind: ProposalKind
  readonly fund: Fund
  /** The office that put it forward. */
  readonly createdAs: string
  readonly form: EstablishmentForm
}

/** A paper of the file that goes with a proposal when it is submitted. */
interface Paper {
  readonly title: Text
  /** Asked for of this proposal; absent: of each. */
  readonly when?: (proposal: FileCase) => boolean
  /** May be attached, and is not asked for before submission. */
  readonly optional?: true
  readonly cites: Citations
  /** How it is known for the national fund. */
  readonly trust: Trust
  readonly note?: Text
}

const declare = <const P extends Readonly<Record<string, Paper>>>(papers: P): Readonly<Record<keyof P, Paper>> => papers

const file2018 = cite('TT 17/2018/TT-BCT', { article: '1', clause: '9' })
const file2013 = cite('TT 36/2013/TT-BCT', { article: '10' })
const keptAtUnit = cite('TT 36/2013/TT-BCT', { article: '21', clause: '2', point: 'a' })

/**
 * The papers of the file. Those of the national fund stand in where a province has not said which it wants: then they are
 * `assumed`.
 */
export const filePapers = declare({
  letter: {
    title: { vi: 'Công văn đề nghị kèm danh mục đề án', en: 'Letter with the list of projects' },
    when: ({ createdAs }) => createdAs !== 'ESTABLISHMENT',
    cites: [file2018, file2013],
    trust: 'secondary',
  },
  project: {
    title: { vi: 'Đề án (thuyết minh theo 8 phần)', en: 'The project, in eight parts' },
    cites: [cite('TT 36/2013/TT-BCT', { article: '5' }), file2018],
    trust: 'text',
  },
  request: {
    title: { vi: 'Văn bản đề nghị hỗ trợ của cơ sở thụ hưởng', en: 'Request of the beneficiary' },
    cites: [file2018, file2013],
    trust: 'secondary',
  },
  pledge: {
    title: {
      vi: 'Cam kết vốn đối ứng và chưa được ngân sách hỗ trợ cho cùng nội dung chi',
      en: 'Pledge of own money, and of no other state money for the same item',
    },
    cites: [cite('TTLT 26/2014/TTLT-BTC-BCT', { article: '7' })],
    trust: 'text',
  },
  registration: {
    title: { vi: 'Giấy chứng nhận đăng ký của cơ sở', en: 'Registration of the establishment' },
    cites: [keptAtUnit],
    trust: 'text',
  },
  'balance-sheet': {
    title: { vi: 'Bảng cân đối kế toán năm trước', en: 'Balance sheet of the year before' },
    when: ({ form }) => form === 'ENTERPRISE' || form === 'COOPERATIVE',
    cites: [keptAtUnit],
    trust: 'inferred',
    note: {
      vi: 'Hộ kinh doanh, tổ hợp tác không lập bảng cân đối kế toán nên không yêu cầu.',
      en: 'Business households and cooperative groups keep no balance sheet: not asked of them.',
    },
  },
  'type-papers': {
    title: { vi: 'Tài liệu theo loại đề án (Phụ lục 2)', en: 'Papers by type of project (annex 2)' },
    optional: true,
    cites: [file2013],
    trust: 'assumed',
    note: {
      vi: 'Chưa đọc được Phụ lục 2: chưa biết từng nội dung cần tài liệu gì, nên không bắt buộc.',
      en: 'Annex 2 could not be read: what each content needs is not known, hence not required.',
    },
  },
  'group-papers': {
    title: { vi: 'Tài liệu khác của đề án nhóm do Sở Công Thương quy định', en: 'Further papers of a group' },
    when: ({ kind }) => kind === 'GROUP',
    optional: true,
    cites: [file2013],
    trust: 'text',
  },
})

export type FilePaper = keyof typeof filePapers

export const filePaperNames = Object.keys(filePapers).filter((name): name is FilePaper =>
  Object.hasOwn(filePapers, name),
)

/** Whether a proposal's file has to have a paper, may have it, or has no place for it. */
export function needOf(paper: FilePaper, proposal: FileCase): 'required' | 'optional' | 'not-needed' {
  const { when, optional } = filePapers[paper]
  if (when !== undefined && !when(proposal)) return 'not-needed'
  return optional === true ? 'optional' : 'required'
}

/** How the list is known for a fund: a province sets its own procedure (TT 46/2012 Điều 8), and Hải Dương's could not be read. */
export const trustOf = (paper: FilePaper, fund: Fund): Trust =>
  fund === 'NATIONAL' ? filePapers[paper].trust : 'assumed'

/** Papers that prove what was done, beside those of the file: `acceptance.contract`. */
export const acceptancePrefix = 'acceptance.'

/** A paper that no list asks for. */
export const otherPaper = 'other'
