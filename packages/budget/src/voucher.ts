import { InputError, type Problem } from '@khuyencong/rules'
import { dongProblems } from './whole-dong.js'

/** A voucher (chứng từ) of a project, whoever paid it. */
export interface Voucher {
  /** Number of the voucher; one voucher is settled once. */
  readonly id: string
  /** The expense item that it pays, e.g. `máy CNC, hóa đơn 0012`. */
  readonly item: string
  /** In đồng, as the voucher states it. */
  readonly amount: bigint
  /** Whether it pays for a cost item that support counts; others are own money through and through. */
  readonly counts: boolean
}

/**
 * Refuses vouchers that cannot be settled.
 * @throws InputError naming every amount that is not whole đồng and every voucher that is listed twice
 */
export function checkVouchers(vouchers: readonly Voucher[]): void {
  const [first, ...rest] = voucherProblems(vouchers)
  if (first) throw new InputError([first, ...rest])
}

/**
 * What is wrong with vouchers, each by its place in the whole list.
 * @param listOf the list that a voucher is numbered in, where there are several: a number stands once in each
 */
export function voucherProblems<V extends Voucher>(
  vouchers: readonly V[],
  listOf: (voucher: V) => number = () => 0,
): Problem[] {
  const seen = new Map<string, number>()
  return vouchers.flatMap((voucher, index): Problem[] => {
    const { id, amount } = voucher
    const key = `${listOf(voucher)}/${id}`
    const before = seen.get(key)
    seen.set(key, before ?? index)
    const twice: Problem[] =
      before === undefined
        ? []
        : [
            {
              code: 'voucher-twice',
              field: `vouchers[${index}].id`,
              message: `the voucher '${id}' already stands at vouchers[${before}].`,
              expected: 'each voucher once',
            },
          ]
    return [...dongProblems(`vouchers[${index}].amount`, amount), ...twice]
  })
}
