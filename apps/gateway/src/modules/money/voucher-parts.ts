import { textKey, type GroupVoucher, type Voucher } from '@khuyencong/budget'
import type { Text } from '@khuyencong/rules'
import { problem, type InputProblem } from '../../graphql/problem.js'
import { Refusal } from '../../graphql/refusal.js'

/** Of a proposal of several parts, which of them: an establishment, and where it has several contents the content. */
export interface PartSaid {
  readonly establishmentId?: string | null | undefined
  readonly contentCode?: string | null | undefined
}

/** A voucher, and in a proposal of several parts whose it is. */
export type VoucherSaid = Voucher & PartSaid

/** One part of a proposal. */
export interface PartKey {
  readonly establishmentId: string
  readonly contentCode: string
}

/**
 * The vouchers of a proposal of several parts, each with the part that it belongs to.
 *
 * @throws Refusal `voucher-blank`, `part-missing`, `part-unknown`, `part-content`, `voucher-twice` for each voucher
 */
export function ofParts(vouchers: readonly VoucherSaid[], parts: readonly PartKey[]): GroupVoucher[] {
  const found = vouchers.map((said, index) => ({
    voucher: written(said),
    part: partOf(said, parts, `vouchers.${String(index)}`),
  }))
  refuse([
    ...found.flatMap(({ part }) => ('code' in part ? [part] : [])),
    ...unnamed(found.map(({ voucher }) => voucher)),
    // Whose it is not known of, is like no other.
    ...twice(
      found.map(({ voucher, part }, index) => ({
        voucher,
        part: 'code' in part ? { establishmentId: String(index), contentCode: '' } : part,
      })),
    ),
  ])
  return found.flatMap(({ voucher, part }) =>
    'code' in part ? [] : [{ ...voucher, establishment: part.establishmentId, content: part.contentCode }],
  )
}

/** What has no parts: an establishment's own proposal, or an activity, which has none. */
interface Whole {
  readonly proposal: object | null
}

/**
 * The vouchers of what has no parts.
 *
 * @throws Refusal `no-parts` for each voucher that names one, `voucher-blank`, `voucher-twice`
 */
export function ofNobody(vouchers: readonly VoucherSaid[], whole: Whole): Voucher[] {
  const found = vouchers.map(written)
  refuse([
    ...vouchers.flatMap(({ establishmentId, contentCode }, index) =>
      establishmentId == null && contentCode == null
        ? []
        : [problem('no-parts', `vouchers.${String(index)}.establishment`, noParts(whole), noEstablishment)],
    ),
    ...unnamed(found),
    ...twice(found.map((voucher) => ({ voucher, part: undefined }))),
  ])
  return found
}

function refuse(problems: readonly InputProblem[]): void {
  if (problems.length > 0) throw new Refusal(problems)
}

/** As it is kept: one number is one text, but for its letters' case, which stays as it was written. */
const written = ({ id, item, amount, counts }: VoucherSaid): Voucher => ({
  ...{ id: plain(id), item: plain(item), amount, counts },
})

const plain = (text: string): string => text.normalize('NFC').trim().replace(/\s+/g, ' ')

/** The part that is meant, or what is wrong with what was said. */
export function partOf(
  { establishmentId, contentCode }: PartSaid,
  parts: readonly PartKey[],
  path: string,
): PartKey | InputProblem {
  if (establishmentId == null) return missing(`${path}.establishment`)
  const own = parts.filter((part) => part.establishmentId === establishmentId)
  if (own.length === 0) return unknown(`${path}.establishment`)
  const [meant, another] = own.filter((part) => contentCode == null || part.contentCode === contentCode)
  if (meant !== undefined && another === undefined) return meant
  const contents = own.map((part) => part.contentCode).join(', ')
  return problem('part-content', `${path}.contentCode`, meant === undefined ? otherContent : whichContent, {
    vi: `một trong: ${contents}`,
    en: `one of ${contents}`,
  })
}

const missing = (field: string) =>
  problem(
    'part-missing',
    field,
    {
      vi: 'Đề án có nhiều cơ sở được quyết toán theo từng cơ sở: chưa ghi chứng từ của cơ sở nào.',
      en: 'A proposal of several is settled establishment by establishment: it is not said whose this is.',
    },
    { vi: 'một cơ sở của đề án', en: 'an establishment of the proposal' },
  )

const unknown = (field: string) =>
  problem(
    'part-unknown',
    field,
    { vi: 'Cơ sở này không thuộc đề án.', en: 'This establishment is not of the proposal.' },
    { vi: 'một cơ sở của đề án', en: 'an establishment of the proposal' },
  )

const whichContent: Text = {
  vi: 'Chưa rõ thuộc nội dung nào của cơ sở này.',
  en: 'It is not clear to which content of this establishment it belongs.',
}

const otherContent: Text = {
  vi: 'Cơ sở này không có nội dung đó trong đề án.',
  en: 'This establishment does not have that content in the proposal.',
}

/** Why there are no parts. */
export const noParts = ({ proposal }: Whole): Text =>
  proposal === null
    ? { vi: 'Đây là nhiệm vụ không có đề án.', en: 'This is an activity without a proposal.' }
    : { vi: 'Đề án này chỉ có một cơ sở.', en: 'This is not a proposal of several.' }

const noEstablishment: Text = { vi: 'không ghi cơ sở', en: 'no establishment' }

/** A problem for each voucher without a number, and for each without its item. */
const unnamed = (vouchers: readonly Voucher[]): readonly InputProblem[] =>
  vouchers.flatMap(({ id, item }, index) => [
    ...(id === '' ? [voucherBlank(index, 'number')] : []),
    ...(item === '' ? [voucherBlank(index, 'item')] : []),
  ])

const voucherBlank = (index: number, field: 'number' | 'item'): InputProblem =>
  problem(
    'voucher-blank',
    `vouchers.${String(index)}.${field}`,
    field === 'number'
      ? { vi: 'Chứng từ chưa ghi số.', en: 'The voucher has no number.' }
      : { vi: 'Chứng từ chưa ghi nội dung chi.', en: 'It is not said what the voucher pays.' },
    field === 'number'
      ? { vi: 'số chứng từ', en: 'the number of the voucher' }
      : { vi: 'nội dung chi', en: 'the expense item' },
  )

/**
 * A problem for each voucher that stands there already. A voucher that covers several contents of its establishment stands in
 * each with another item.
 */
const twice = (listed: readonly Listed[]): readonly InputProblem[] =>
  listed.flatMap((one, index) => {
    const before = listed.findIndex((other) => isSame(other, one))
    return before === index ? [] : [voucherTwice(index, before)]
  })

interface Listed {
  readonly voucher: Voucher
  readonly part: PartKey | undefined
}

const isSame = (one: Listed, other: Listed): boolean =>
  one.part?.establishmentId === other.part?.establishmentId &&
  textKey(one.voucher.id) === textKey(other.voucher.id) &&
  (one.part?.contentCode === other.part?.contentCode || textKey(one.voucher.item) === textKey(other.voucher.item))

const voucherTwice = (index: number, before: number): InputProblem =>
  problem(
    'voucher-twice',
    `vouchers.${String(index)}.number`,
    {
      vi: `Chứng từ này trùng số với chứng từ thứ ${String(before + 1)}.`,
      en: `The voucher has the number of voucher ${String(before + 1)}.`,
    },
    {
      vi: 'mỗi chứng từ của một cơ sở ghi một lần; chứng từ dùng cho nhiều nội dung thì ghi khoản chi khác nhau',
      en: 'each voucher of an establishment once; one for several contents with another item in each',
    },
  )
