import { atMost, byId, exception, literal } from '@khuyencong/rules'
import { extend } from '../extend.js'
import { description, fact, is, packWith, rule, small, source } from './good.js'
import type { BadPack } from './bad-pack.js'

const larger = exception({
  ...rule('LARGER'),
  exceptionTo: ['SMALL'],
  applies: is('fund', 'local'),
  requires: atMost(fact('workers'), literal(300)),
})

/** A province that asks for no size any more, and has not seen that an exception goes on asking for another. */
export const exemptInPart: BadPack = {
  pack: extend(
    packWith({ rules: byId([small, larger]) }),
    { ...description, id: 'province' },
    { exempt: { SMALL: { from: '2024-01-01', ...source } } },
  ),
  expected: {
    code: 'exempt-in-part',
    severity: 'warning',
    place: { kind: 'rule', id: 'SMALL', from: '2024-01-01' },
    vi: "Đã miễn, nhưng ở đâu ngoại lệ 'LARGER' áp dụng thì ngoại lệ đó vẫn đặt điều kiện; nếu cũng miễn thì phải thay cả ngoại lệ đó.",
    en: "Is exempted, but where the exception 'LARGER' steps in, that goes on asking; replace it, too, if it is to be lifted.",
  },
}
