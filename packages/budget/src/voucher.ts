import { InputError, type Problem } from '@khuyencong/rules'
import { dongProblems } from './whole-dong.js'

/** A voucher (chứng từ) of a project, whoever paid it. */
export interface Voucher {
  /** Number of the voucher; one voucher is settled once. */
  readonly id: string
  /** The expense item that it pays, e.g. `máy CNC, hoá đơn 0012`. */
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
  const seen = new Map<string, number>()
  const problems = vouchers.flatMap(({ id, amount }, index): Problem[] => {
    const before = seen.get(id)
    seen.set(id, before ?? index)
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
  const [first, ...rest] = problems
  if (first) throw new InputError([first, ...rest])
}
