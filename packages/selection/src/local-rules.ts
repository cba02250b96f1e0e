import { cite } from '@khuyencong/domain'
import { byId, parameter, type Citations, type IsoDate, type Text } from '@khuyencong/rules'

interface Option {
  readonly value: string
  readonly title: Text
}

/**
 * A choice that a council or a managing body has to make because no text does. It is declared with the article that is
 * silent, is never law, and a province or a round's own regulation puts its own in its place.
 */
const choice = <const Id extends string>(
  id: Id,
  title: Text,
  from: IsoDate,
  cites: Citations,
  taken: Option,
  ...others: readonly Option[]
) =>
  parameter({
    id,
    title,
    unit: 'choice',
    values: Object.fromEntries([taken, ...others].map((option) => [option.value, option.title])),
    timeline: [
      {
        from,
        value: taken.value,
        cites,
        trust: 'assumed',
        note: {
          vi: `Không văn bản nào quy định; quy ước: ${taken.title.vi}.`,
          en: `No text says; the convention here: ${taken.title.en}.`,
        },
        readings: others,
      },
    ],
  })

const result: Citations = [cite('TT 26/2014/TT-BCT', { article: '17', clause: '1' })]
const panel: Citations = [cite('TT 26/2014/TT-BCT', { article: '11' }), ...result]
const plan: Citations = [cite('TT 46/2012/TT-BCT', { article: '6', clause: '3' })]

export const rounding = choice(
  'TALLY.rounding',
  { vi: 'Làm tròn điểm bình quân', en: 'Rounding of means' },
  '2014-10-21',
  result,
  { value: 'exact', title: { vi: 'không làm tròn', en: 'means are compared exactly' } },
  { value: 'two-decimals', title: { vi: 'làm tròn hai chữ số thập phân', en: 'rounded half up to two decimals' } },
)

export const tieAtCut = choice(
  'TALLY.tie',
  { vi: 'Bằng điểm ở vị trí cắt', en: 'Equal means at the cut' },
  '2014-10-21',
  result,
  { value: 'council-decides', title: { vi: 'Hội đồng quyết định', en: 'the council decides, with its reason' } },
  { value: 'all-in', title: { vi: 'lấy cả nhóm bằng điểm', en: 'all of them are in' } },
  { value: 'none-in', title: { vi: 'không lấy nhóm bằng điểm', en: 'none of them is in' } },
)

export const absentJudge = choice(
  'TALLY.absent-judge',
  { vi: 'Giám khảo vắng mặt', en: 'A judge who is absent' },
  '2014-10-21',
  panel,
  {
    value: 'mean-of-present',
    title: { vi: 'tính bình quân của giám khảo có phiếu', en: 'the mean of those who marked, the absence recorded' },
  },
  { value: 'refuse', title: { vi: 'không tính khi thiếu phiếu', en: 'no result without every sheet' } },
)

export const conflictOfInterest = choice(
  'TALLY.conflict-of-interest',
  { vi: 'Giám khảo có xung đột lợi ích', en: 'A judge with a conflict of interest' },
  '2014-10-21',
  panel,
  { value: 'leave-out', title: { vi: 'không tính phiếu đó', en: 'his sheet of that entry is left out' } },
  { value: 'count', title: { vi: 'vẫn tính phiếu đó', en: 'his sheet counts' } },
)

export const budgetStop = choice(
  'PLAN.budget-stop',
  { vi: 'Đề án vượt phần kinh phí còn lại', en: 'A proposal that no longer fits the budget' },
  '2013-02-10',
  plan,
  {
    value: 'strict',
    title: { vi: 'dừng tại đó, giữ đúng thứ tự', en: 'funding stops there, so that the order holds' },
  },
  { value: 'pass-over', title: { vi: 'bỏ qua, xét đề án sau', en: 'it is passed over for later ones that fit' } },
)

export const equalRank = choice(
  'PLAN.tie',
  { vi: 'Đề án cùng thứ tự ưu tiên', en: 'Proposals of equal priority' },
  '2013-02-10',
  plan,
  { value: 'filed-first', title: { vi: 'hồ sơ nộp trước xét trước', en: 'the one filed first goes first' } },
  { value: 'smaller-first', title: { vi: 'kinh phí nhỏ hơn xét trước', en: 'the smaller one goes first' } },
)

export const localRules = byId([rounding, tieAtCut, absentJudge, conflictOfInterest, budgetStop, equalRank])
