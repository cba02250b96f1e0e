import { all, atLeast, byId, endOfYear, param, parameter, sum } from '@khuyencong/rules'
import { fact, is } from '../vocabulary.js'
import { circular, fromTheStart } from './sources.js'

/** The mean that an entry must reach, inclusive. */
export const threshold = parameter({
  id: 'CONTEST.threshold',
  title: { vi: 'Điểm bình quân tối thiểu để được công nhận', en: 'Lowest mean for recognition' },
  unit: 'points',
  timeline: fromTheStart([circular('17', '1')], 'unchanged').map((source) => ({ ...source, value: 70 })),
})

/** Years added to the year of issue; the certificate ends on 31 December of that year. */
export const certificateYears = parameter({
  id: 'CONTEST.certificate.years',
  title: {
    vi: 'Số năm giấy chứng nhận còn giá trị sau năm cấp',
    en: 'Years for which a certificate lasts after the year of issue',
  },
  unit: 'years',
  timeline: fromTheStart([circular('17', '3')], 'unchanged').map((source) => ({
    ...source,
    value: 2,
    title: { vi: 'năm thứ hai sau năm cấp', en: 'the second year after the year of issue' },
    trust: 'inferred',
    note: {
      vi: 'Có giá trị đến 31/12 năm thứ ba; hiểu năm cấp là năm thứ nhất.',
      en: 'Valid to 31 December of the third year; the year of issue is read as the first.',
    },
    readings: [{ value: 3, title: { vi: 'năm thứ ba sau năm cấp', en: 'the third year after the year of issue' } }],
  })),
})

/** The product holds the certificate of the level below, and it is still valid on the day of filing. */
export const validCertificate = all(
  is('lowerCertificate'),
  atLeast(endOfYear(sum([fact('lowerCertificateYear'), param(certificateYears)])), fact('entryDate')),
)

export const article17Parameters = byId([threshold, certificateYears])
