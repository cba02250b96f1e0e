import { extend, national } from '@khuyencong/programme'
import { haiDuongRules } from './eligibility.js'
import { unreadLevels } from './levels.js'
import { haiDuongProgramme } from './programme/index.js'

const { title, period } = haiDuongProgramme

/** Hải Dương's programme 2023-2025 on top of national law. Answers for days from 1 January 2023 to 31 December 2025. */
export const haiDuong = extend(
  national,
  { id: 'hai-duong-2023', version: '0.1.0', title, period },
  { replace: { parameters: unreadLevels(period) } },
  { rules: haiDuongRules, parameters: {}, amounts: {} },
)
