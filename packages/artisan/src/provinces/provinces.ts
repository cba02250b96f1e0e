import { bacNinhTitles } from './bac-ninh.js'
import { haNoiTitles } from './ha-noi.js'
import { haiDuongTitles } from './hai-duong.js'
import { hueTitles } from './hue.js'
import { lamDongTitles } from './lam-dong.js'
import type { ProvincialTitles } from './provincial.js'
import { quangNamTitles } from './quang-nam.js'

/** The provinces whose titles are known in part. None of them is whole: `partial` says what is missing. */
export const provincialTitles = {
  'hai-duong': haiDuongTitles,
  'ha-noi': haNoiTitles,
  'bac-ninh': bacNinhTitles,
  'lam-dong': lamDongTitles,
  hue: hueTitles,
  'quang-nam': quangNamTitles,
} as const satisfies Readonly<Record<string, ProvincialTitles>>
