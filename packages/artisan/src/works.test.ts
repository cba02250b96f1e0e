import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import { isoDate } from '@khuyencong/rules'
import { newWorkFacts, type Work } from './index.js'

const merited = '2020-12-15'

describe('new works', () => {
  test('only those made after Merited Artisan count, from the day after', () => {
    const works: readonly Work[] = [
      { madeOn: '2018-05-01', shown: true, prized: true },
      { madeOn: '2020-12-15', shown: true, prized: true },
      { madeOn: '2020-12-16', shown: true, prized: false },
      { madeOn: '2023-01-01', shown: true, prized: true },
      { madeOn: '2023-02-01', shown: false, prized: false },
    ]
    expect(newWorkFacts(works, merited)).toEqual({ newWorks: 3, newWorksShown: 2, newWorksPrized: 1 })
  })

  test('a work without a date leaves open every count that it could change, and no other', () => {
    const works: readonly Work[] = [
      { shown: true, prized: false },
      { madeOn: '2023-01-01', shown: true, prized: true },
    ]
    expect(newWorkFacts(works, merited)).toEqual({ newWorks: undefined, newWorksShown: undefined, newWorksPrized: 1 })
  })

  test('none are none', () => {
    expect(newWorkFacts([], merited)).toEqual({ newWorks: 0, newWorksShown: 0, newWorksPrized: 0 })
  })

  test('never more than there are, and in whatever order', () => {
    const anyWork = fc.record({
      madeOn: fc.constantFrom(isoDate('2019-01-01'), isoDate('2021-01-01')),
      shown: fc.boolean(),
      prized: fc.boolean(),
    })
    fc.assert(
      fc.property(fc.array(anyWork), (works) => {
        const { newWorks = -1, newWorksShown = -1, newWorksPrized = -1 } = newWorkFacts(works, merited)
        expect(newWorkFacts([...works].reverse(), merited)).toEqual({ newWorks, newWorksShown, newWorksPrized })
        return (
          newWorks <= works.length && newWorksShown <= newWorks && newWorksPrized <= newWorks && newWorksPrized >= 0
        )
      }),
    )
  })
})
