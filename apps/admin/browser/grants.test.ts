import type { Page } from 'playwright-core'
import { expect, test } from 'vitest'
import { visit } from './pages'

const total = (page: Page) => page.getByRole('status').innerText()
const column = (page: Page, index: number) => page.locator(`tbody td:nth-child(${index})`).allInnerTexts()
const search = (page: Page) => new URL(page.url()).searchParams

const turn = (page: Page, name: 'Trang trước' | 'Trang sau') => page.getByRole('button', { name })

test('lists every published grant, page by page', async () => {
  await using page = await visit('/grants')
  await expect.poll(() => total(page)).toBe('45 khoản hỗ trợ')
  const rows = page.locator('tbody tr')
  expect(await rows.count()).toBe(20)
  const first = await rows.first().getAttribute('data-reference')
  await turn(page, 'Trang sau').click()
  await expect.poll(() => rows.first().getAttribute('data-reference')).not.toBe(first)
  await turn(page, 'Trang sau').click()
  await expect.poll(() => rows.count()).toBe(5)
  expect(await turn(page, 'Trang sau').isDisabled()).toBe(true)
  await turn(page, 'Trang trước').click()
  await turn(page, 'Trang trước').click()
  await expect.poll(() => rows.first().getAttribute('data-reference')).toBe(first)
})

test('while a page is on its way no press is swallowed, and the button keeps the focus', async () => {
  await using page = await visit('/grants')
  await page.locator('tbody tr').first().waitFor()
  await page.route('**/graphql', async (route) => {
    await new Promise((resolve) => setTimeout(resolve, 300))
    await route.continue()
  })
  const next = turn(page, 'Trang sau')
  await next.press('Enter')
  expect(await next.isDisabled()).toBe(true)
  await next.click()
  await expect.poll(() => page.locator('tbody tr').count()).toBe(5)
  expect(await next.evaluate((button) => button === document.activeElement)).toBe(true)
  await page.unrouteAll({ behavior: 'wait' })
})

test('sorts by the column pressed, either way', async () => {
  await using page = await visit('/grants?fund=NATIONAL')
  await page.locator('tbody tr').first().waitFor()
  const amounts = async () =>
    (await column(page, 6)).filter((text) => /\d/.test(text)).map((text) => Number(text.replace(/\D/g, '')))
  await page.getByRole('button', { name: 'Hỗ trợ', exact: false }).first().click()
  await expect.poll(() => page.locator('th[aria-sort]').innerText()).toContain('Hỗ trợ')
  await expect
    .poll(async () => (await amounts()).every((amount, i, all) => i === 0 || amount <= (all[i - 1] ?? 0)))
    .toBe(true)
  expect(search(page).get('sort')).toBe('SUPPORT')
  await page.getByRole('button', { name: 'Hỗ trợ' }).first().click()
  await expect.poll(() => page.locator('th[aria-sort]').getAttribute('aria-sort')).toBe('ascending')
  await expect
    .poll(async () => (await amounts()).every((amount, i, all) => i === 0 || amount >= (all[i - 1] ?? 0)))
    .toBe(true)
})

test('filters by fund, year, province, content and text; the address keeps them', async () => {
  await using page = await visit('/grants')
  await page.locator('tbody tr').first().waitFor()
  await page.getByLabel('Nguồn kinh phí').selectOption('NATIONAL')
  await expect.poll(async () => new Set(await column(page, 4))).toEqual(new Set(['quốc gia']))
  await page.getByLabel('Năm kế hoạch').fill('2020')
  await expect.poll(async () => new Set(await column(page, 1))).toEqual(new Set(['2020']))
  await page.getByRole('combobox', { name: 'Tỉnh' }).fill('hau giang')
  await expect.poll(async () => new Set(await column(page, 2))).toEqual(new Set(['Hậu Giang']))
  await page.getByLabel('Tìm trong nội dung').fill('bending')
  await expect
    .poll(() => Object.fromEntries(search(page)))
    .toEqual({ fund: 'NATIONAL', year: '2020', province: 'hau giang', text: 'bending' })

  await page.reload()
  await expect.poll(() => total(page)).toBe('1 khoản hỗ trợ')
  await page.getByLabel('Nội dung', { exact: true }).selectOption('BRAND')
  await page.getByText('Không có khoản hỗ trợ nào khớp').waitFor()
  await page.getByRole('button', { name: 'Bỏ lọc' }).first().click()
  await expect.poll(() => total(page)).toBe('45 khoản hỗ trợ')
})

test('the ceiling stands beside the support, and what lies behind a grant opens', async () => {
  await using page = await visit('/grants?text=bending')
  const row = page.locator('tbody tr')
  await expect.poll(() => row.innerText()).toContain('300.000.000 đồng')
  expect(await row.innerText()).toContain('do mức trần')

  await page.getByRole('button', { name: 'Chi tiết' }).press('Enter')
  const drawer = page.getByRole('dialog')
  await drawer.getByText('Mức tối đa theo pháp luật ngày đó').waitFor()
  expect(await drawer.innerText()).toContain('TT 28/2018/TT-BTC')
  expect(await drawer.getByRole('link').first().getAttribute('href')).toMatch(/^https:/)

  const address = page.url()
  await page.keyboard.press('Escape')
  await drawer.waitFor({ state: 'hidden' })
  await page.goto(address)
  await page.getByRole('dialog').getByText('TT 28/2018/TT-BTC').first().waitFor()
})

test('a year that is none says so and asks for nothing odd', async () => {
  await using page = await visit('/grants?year=1800')
  await page.getByText('Cần một năm từ 1990 đến 2100.').waitFor()
  await expect.poll(() => total(page)).toBe('45 khoản hỗ trợ')
})

test('a cursor that the gateway refuses is shown as such, with a way on', async () => {
  const page = await visit('/grants?after=nonsense')
  await page.getByRole('alert').getByText('is not a cursor of this list').waitFor()
  expect(await page.getByRole('button', { name: 'Thử lại' }).isVisible()).toBe(true)
  await page.context().close()
})

test('without the server: an error that says so, and it works again once the server does', async () => {
  const page = await visit('/grants')
  await page.locator('tbody tr').first().waitFor()
  await page.context().setOffline(true)
  await page.getByLabel('Nguồn kinh phí').selectOption('DISTRICT')
  await page.getByText('Không tải được danh sách').waitFor()
  await page.context().setOffline(false)
  await page.getByRole('button', { name: 'Thử lại' }).click()
  await expect.poll(async () => new Set(await column(page, 4))).toEqual(new Set(['huyện']))
  await page.context().close()
})
