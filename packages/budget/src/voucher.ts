import type { Problem } from '@khuyencong/rules'
import { refuse } from './refuse.js'
import { nameProblems, textKey } from './text-key.js'
import { dongProblems } from './whole-dong.js'

/** A voucher (chứng từ) of a project, whoever paid it. */
export interface Voucher {
  /** Number of the voucher; one voucher is settled once, however its number is written: `HĐ 1` is `hđ  1`. */
  readonly id: string
  /** The expense item that it pays, e.g. `máy CNC, hóa đơn 0012`. */
  readonly item: string
  /** In đồng, as the voucher states it. */
  readonly amount: bigint
  /** Whether it pays for a cost item that support counts; others are own money through and through. */
  readonly counts: boolean
}

/** Where a voucher is listed. */
interface Listed {
  /** Whose numbers they are: a number of one owner is one voucher. */
  readonly owner: string
  /** The part of the project. A voucher that covers several pays for another item in each. */
  readonly part: number
}

/**
 * Refuses vouchers that cannot be settled.
 * @throws InputError naming every number and item that is empty, every amount that is not whole đồng, every voucher of which
 *   is not said whether it counts, and every one that is listed twice
 */
export const checkVouchers = (vouchers: readonly Voucher[]): void => refuse(voucherProblems(vouchers))

/**
 * What is wrong with vouchers, each by its place in the whole list.
 * @param listed where a voucher is listed, in a project of several parts
 */
export function voucherProblems<V extends Voucher>(
  vouchers: readonly V[],
  listed: (voucher: V) => Listed = () => ({ owner: '', part: 0 }),
): Problem[] {
  const seen = new Map<string, { readonly index: number; readonly part: number; readonly item: string }[]>()
  return vouchers.flatMap((voucher, index): Problem[] => {
    const { id, item, amount, counts } = voucher
    const at = `vouchers[${index}]`
    const unnamed = [...nameProblems(`${at}.id`, id), ...nameProblems(`${at}.item`, item)]
    const problems = [...unnamed, ...dongProblems(`${at}.amount`, amount), ...flagProblems(`${at}.counts`, counts)]
    if (unnamed.length > 0) return problems
    const { owner, part } = listed(voucher)
    const here = { index, part, item: textKey(item) }
    const place = JSON.stringify([owner, textKey(id)])
    const before = seen.get(place) ?? []
    seen.set(place, [...before, here])
    const same = before.find((other) => other.part === part || other.item === here.item)
    return same ? [...problems, twice(voucher, index, same, part)] : problems
  })
}

const twice = (
  { id }: Voucher,
  index: number,
  before: { readonly index: number; readonly part: number },
  part: number,
): Problem => ({
  code: 'voucher-twice',
  field: `vouchers[${index}].id`,
  message: `the voucher '${id}' already stands at vouchers[${before.index}].`,
  expected: before.part === part ? 'each voucher once' : 'another item where a voucher covers several contents',
})

const flagProblems = (field: string, value: unknown): Problem[] =>
  typeof value === 'boolean'
    ? []
    : [{ code: 'flag', field, message: `${String(value)} says neither yes nor no.`, expected: 'true or false' }]
