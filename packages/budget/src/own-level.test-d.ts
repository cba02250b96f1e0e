import { percent, type Parameter, type Ratio } from '@khuyencong/rules'
import { ownLevel } from './own-level.js'

const source = { cites: [{ document: 'NQ 1/2023', article: '4' }], trust: 'text' } as const
const first = { ...source, from: '2024-01-01', to: '2024-12-31' } as const
const second = { ...source, from: '2025-01-01', to: '2025-12-31' } as const

interface Rate {
  readonly 'SHOWROOM.rate.local': Parameter<Ratio>
}
interface Cap {
  readonly 'SHOWROOM.cap.local': Parameter<bigint>
}

const rateAlone = ownLevel('SHOWROOM', [{ ...first, rate: percent(40n) }]).parameters
export const rate1: Rate = rateAlone
// @ts-expect-error there is no cap
export const rate2: Cap = rateAlone

const capAlone = ownLevel('SHOWROOM', [{ ...first, cap: 1n }]).parameters
export const cap1: Cap = capAlone
// @ts-expect-error there is no rate
export const cap2: Rate = capAlone

// Each figure that some period has.
export const mixed: Rate & Cap = ownLevel('SHOWROOM', [
  { ...first, rate: percent(40n) },
  { ...second, cap: 1n },
]).parameters
