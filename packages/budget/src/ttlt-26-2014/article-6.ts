import { cite } from '@khuyencong/domain'
import { percent } from '@khuyencong/rules'
import { level, million, type Source } from '../level.js'

const source: Source = { cites: [cite('TTLT 26/2014/TTLT-BTC-BCT', { article: '6', clause: '2' })], trust: 'text' }

/** Levels of the national fund from 8 April 2014 to 10 May 2018. Pilots of cleaner production had theirs in another circular. */
export const article6 = {
  period: { from: '2014-04-08', to: '2018-05-10' },
  levels: {
    MACH: level(source, 200n * million, percent(50n)),
    'DEMO-NEW': level(source, 500n * million, percent(30n)),
    'DEMO-REPL': level(source, 100n * million),
    BRAND: level(source, 35n * million, percent(50n)),
    CONSULT: level(source, 35n * million, percent(50n)),
    'ENV-EST': level(source, 300n * million, percent(30n)),
  },
} as const
