import { describe, expect, test } from 'vitest'
import { stringifySearch } from '../src/address'
import { examples } from '../src/calculator/examples'
import { violations } from './axe'
import { visit } from './pages'

const states = [
  ['nothing known', '/'],
  ...examples.map(({ id, draft }) => [id, `/${stringifySearch(draft)}`] as const),
  ['Quang Trung, national fund', `/${stringifySearch({ ...examples[1]?.draft, fund: 'national' })}`],
  ['mistakes', '/?asOf=2026-01-01&eligibleCost=-5&fund=x&colour=red'],
] as const

describe.each([
  ['vi', 1280],
  ['en', 1280],
  ['vi', 390],
] as const)('in %s, %i wide', (lang, width) => {
  test.each(states)('calculator: %s', async (_name, address) => {
    await using page = await visit(address, { lang, width })
    await page.getByTestId('verdict').or(page.locator('#answer')).first().waitFor()
    expect(await violations(page)).toEqual([])
    // Nothing that is pressed is cut off.
    expect(
      await page
        .locator('button *')
        .evaluateAll((parts) =>
          parts.filter((part) => part.scrollWidth > part.clientWidth + 1).map((p) => p.textContent),
        ),
    ).toEqual([])
    await page.evaluate(() => {
      for (const part of document.querySelectorAll('details')) part.open = true
    })
    expect(await violations(page)).toEqual([])
    expect(await page.evaluate(() => document.documentElement.scrollWidth <= innerWidth)).toBe(true)
  })

  test.each([
    ['the list', '/grants'],
    ['nothing found', '/grants?text=zzzz'],
  ])('grants: %s', async (_name, address) => {
    await using page = await visit(address, { lang, width })
    await page.locator('[aria-busy=false]').waitFor()
    expect(await violations(page)).toEqual([])
    expect(await page.evaluate(() => document.documentElement.scrollWidth <= innerWidth)).toBe(true)
  })

  test('grants: one opened', async () => {
    await using page = await visit('/grants?text=bending', { lang, width })
    await page.locator('tbody button').first().click()
    await page.getByRole('dialog').getByText('TT 28/2018/TT-BTC').first().waitFor()
    expect(await violations(page)).toEqual([])
  })
})
