import { provincialTitleReads, provincialTitles, titleReads, titleSubjects, withProvince } from '@khuyencong/artisan'
import { definePack, extend, national, withAreas } from '@khuyencong/programme'
import type { Text } from '@khuyencong/rules'
import { haiDuongRules } from './eligibility.js'
import { unread } from './unread.js'
import { haiDuongProgramme } from './programme/index.js'
import { haiDuongPriorities, haiDuongSelection } from './selection.js'

const { title, period } = haiDuongProgramme
const version = '0.2.0'
/** The title of an area's national law, said of the province. */
const ofHaiDuong = ({ vi, en }: Text): Text => ({ vi: `${vi}, tỉnh Hải Dương`, en: `${en}, Hải Dương province` })

const support = extend(
  national,
  { id: 'hai-duong-2023', version, title, period },
  { replace: { parameters: unread(national.law.parameters, period) } },
  { rules: haiDuongRules },
)

const { money: nationalMoney } = national.areas
const money = extend(
  nationalMoney,
  { id: 'hai-duong-2023.money', version, title: ofHaiDuong(nationalMoney.title), period },
  { replace: { parameters: unread(nationalMoney.law.parameters, period) } },
)

const selection = extend(
  national.areas.selection,
  {
    id: 'hai-duong-2023.selection',
    version,
    title: ofHaiDuong(national.areas.selection.title),
    period,
    subjects: Object.fromEntries(Object.values(haiDuongPriorities).map(({ id, title }) => [id, title])),
  },
  { replace: { parameters: haiDuongSelection } },
  { rules: haiDuongPriorities },
)

const ownTitles = provincialTitles['hai-duong']
const { facts, rules, parameters, amounts } = withProvince(ownTitles)
const titles = definePack(
  {
    id: 'hai-duong-2023.titles',
    version,
    title: ofHaiDuong(national.areas.titles.title),
    period,
    subjects: titleSubjects,
    ...(national.areas.titles.amountsAre && { amountsAre: national.areas.titles.amountsAre }),
    readByFunctions: [...titleReads, ...provincialTitleReads(ownTitles)],
  },
  facts,
  {
    rules,
    parameters,
    amounts,
  },
)

/** Hải Dương's programme 2023-2025 on top of national law. Answers for days from 1 January 2023 to 31 December 2025. */
export const haiDuong = withAreas(support, { money, selection, titles })
