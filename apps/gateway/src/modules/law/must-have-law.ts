import { refusal } from '../../graphql/refusal.js'
import { lawOfProvince, type ServedLaw } from './packs.js'

/**
 * The law of a province on a plan date.
 *
 * @param planDate ISO day
 * @throws Refusal `no-law` where no pack answers for the day
 */
export function mustHaveLaw(provinceName: string, planDate: string): ServedLaw {
  const law = lawOfProvince(provinceName, planDate)
  if (law !== undefined) return law
  throw refusal(
    'no-law',
    'planDate',
    { vi: `Không có quy định nào được mã hóa cho ngày ${planDate}.`, en: `No law is encoded for ${planDate}.` },
    { vi: 'một ngày trong thời gian của chương trình', en: 'a day within the period of the programme' },
  )
}
