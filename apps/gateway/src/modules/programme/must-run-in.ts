import type { Programme } from '../../generated/prisma/client.js'
import { refusal } from '../../graphql/refusal.js'

/** @throws Refusal `year-outside-programme` */
export function mustRunIn({ periodFrom, periodTo }: Pick<Programme, 'periodFrom' | 'periodTo'>, year: number): void {
  const [first, last] = [periodFrom.getUTCFullYear(), periodTo.getUTCFullYear()]
  if (first <= year && year <= last) return
  throw refusal(
    'year-outside-programme',
    'year',
    { vi: 'Năm này không thuộc thời gian của chương trình.', en: 'The programme does not run in that year.' },
    { vi: `${String(first)} đến ${String(last)}`, en: `${String(first)} to ${String(last)}` },
  )
}
