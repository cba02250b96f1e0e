import type { GroupVoucher, Voucher } from '@khuyencong/budget'
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
 * @throws Refusal `part-missing`, `part-unknown`, `part-content` for each voucher
 */
export function ofParts(vouchers: readonly VoucherSaid[], parts: readonly PartKey[]): GroupVoucher[] {
  const found = vouchers.map((voucher, index) => ({
    voucher,
    part: partOf(voucher, parts, `vouchers.${String(index)}`),
  }))
  const problems = found.flatMap(({ part }) => ('code' in part ? [part] : []))
  if (problems.length > 0) throw new Refusal(problems)
  return found.flatMap(({ voucher: { id, item, amount, counts }, part }) =>
    'code' in part
      ? []
      : [{ id, item, amount, counts, establishment: part.establishmentId, content: part.contentCode }],
  )
}

/** The vouchers of a proposal without parts. @throws Refusal `no-parts` for each voucher that names one */
export function ofNobody(vouchers: readonly VoucherSaid[]): Voucher[] {
  const problems = vouchers.flatMap(({ establishmentId, contentCode }, index) =>
    establishmentId == null && contentCode == null ? [] : [noParts(`vouchers.${String(index)}.establishment`)],
  )
  if (problems.length > 0) throw new Refusal(problems)
  return vouchers.map(({ id, item, amount, counts }) => ({ id, item, amount, counts }))
}

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
  return meant === undefined || another !== undefined
    ? otherContent(
        `${path}.contentCode`,
        own.map((part) => part.contentCode),
      )
    : meant
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

function otherContent(field: string, contents: readonly string[]): InputProblem {
  const list = contents.join(', ')
  return problem(
    'part-content',
    field,
    {
      vi: 'Chưa rõ thuộc nội dung nào của cơ sở này.',
      en: 'It is not clear to which content of this establishment it belongs.',
    },
    { vi: `một trong: ${list}`, en: `one of ${list}` },
  )
}

const noParts = (field: string) =>
  problem(
    'no-parts',
    field,
    { vi: 'Đề án này chỉ có một cơ sở.', en: 'This is not a proposal of several.' },
    { vi: 'không ghi cơ sở', en: 'no establishment' },
  )
