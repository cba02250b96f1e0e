import type { Page } from 'playwright-core'
import { expect, test } from 'vitest'
import { stringifySearch } from '../src/address'
import { examples } from '../src/calculator/examples'
import { visit } from './pages'

const verdict = (page: Page) => page.getByTestId('verdict')
const ceiling = (page: Page) => page.getByTestId('ceiling')
const exampleAddress = (id: string) => `/${stringifySearch(examples.find((example) => example.id === id)?.draft ?? {})}`

/** Moves on with the Tab key until the focus is in the question. */
async function tabTo(page: Page, selector: string): Promise<void> {
  for (let presses = 0; presses < 120; presses += 1) {
    if (await page.evaluate((within) => document.activeElement?.closest(within) !== null, selector)) return
    await page.keyboard.press('Tab')
  }
  throw new Error(`The Tab key never reaches ${selector}`)
}

/** Goes down a list with the arrow key until it shows the value. */
async function pick(page: Page, fact: string, value: string): Promise<void> {
  await tabTo(page, `#fact-${fact}`)
  const shown = () => page.locator(`#fact-${fact} select`).inputValue()
  for (let presses = 0; presses < 20 && (await shown()) !== value; presses += 1) await page.keyboard.press('ArrowDown')
  expect(await shown()).toBe(value)
}

/** From "not known" the arrows lead to "yes" on the right, around the end, and to "no" on the left. */
async function say(page: Page, fact: string, yes: boolean): Promise<void> {
  await tabTo(page, `#fact-${fact}`)
  await page.keyboard.press(yes ? 'ArrowRight' : 'ArrowLeft')
}

async function write(page: Page, fact: string, text: string): Promise<void> {
  await tabTo(page, `#fact-${fact}`)
  await page.keyboard.type(text)
}

test('by keyboard alone, from an empty page to the verdict', async () => {
  await using page = await visit('/')
  await expect.poll(() => verdict(page).innerText()).toBe('Chưa đủ thông tin')

  await page.keyboard.press('Tab')
  await expect.poll(() => page.evaluate(() => document.activeElement?.textContent)).toBe('Đến nội dung chính')
  await page.keyboard.press('Enter')

  await tabTo(page, 'input[role=combobox], .mantine-Select-root')
  await page.keyboard.type('nam tan')
  await page.keyboard.press('ArrowDown')
  await page.keyboard.press('Enter')
  await pick(page, 'fund', 'provincial')
  await pick(page, 'stage', 'proposal')
  await write(page, 'planYear', '2024')
  await pick(page, 'activity', 'direct-production')
  await pick(page, 'legalForm', 'business-household')
  await say(page, 'legallyEstablished', true)
  await say(page, 'producesAtSite', true)
  await pick(page, 'trade', 'farm-processing')
  await pick(page, 'equipmentKind', 'cluster')
  await pick(page, 'equipmentUse', 'production')
  await say(page, 'equipmentNew', true)
  await tabTo(page, '#fact-equipmentGains')
  await page.keyboard.press('Space')
  await write(page, 'eligibleCost', '80000000')
  await expect.poll(() => page.locator('#fact-eligibleCost input').inputValue()).toBe('80.000.000')
  await write(page, 'totalCost', '80000000')
  await write(page, 'ownFunds', '40.000.000')
  await write(page, 'requestedSupport', '40000000')
  await say(page, 'singleFundingPledged', true)
  await say(page, 'fundedElsewhere', false)

  await expect.poll(() => verdict(page).innerText()).toBe('Đủ điều kiện')
  await expect.poll(() => ceiling(page).innerText()).toBe('40.000.000 đồng')
  await expect.poll(() => page.locator('#answer [role=status]').innerText()).toContain('Đủ điều kiện')
})

test('Quang Trung: the fund turns the verdict, and the difference of the two laws is shown', async () => {
  await using page = await visit(exampleAddress('quang-trung'))
  await expect.poll(() => verdict(page).innerText()).toBe('Đủ điều kiện')
  const answer = page.locator('#answer')
  expect(await answer.innerText()).toContain('Chương trình của tỉnh khác nghị định')
  expect(await answer.innerText()).toContain('EL-08 thay cho EL-03')

  await page.locator('#fact-fund select').selectOption('national')
  await expect.poll(() => verdict(page).innerText()).toBe('Không đủ điều kiện')
  expect(await answer.innerText()).toContain('điểm a khoản 2 Điều 1 NĐ 45/2012/NĐ-CP')
  expect(await answer.getByText('Có thể thay đổi').count()).toBeGreaterThan(0)
  expect(await answer.getByText('Không tự thay đổi được').count()).toBeGreaterThan(0)
})

test('what is missing is named, and one press leads to its question', async () => {
  await using page = await visit(exampleAddress('household'))
  await expect.poll(() => verdict(page).innerText()).toBe('Chưa đủ thông tin')
  expect(await page.locator('#answer').innerText()).toContain('Máy móc thiết bị có mới không?')
  await page.getByRole('button', { name: 'Trả lời câu này' }).press('Enter')
  await page.keyboard.press('ArrowRight')
  await expect.poll(() => verdict(page).innerText()).toBe('Đủ điều kiện')
})

test('an open point of law is shown with what the other reading would bring', async () => {
  await using page = await visit('/')
  await page.getByRole('button', { name: 'Phường Tân Hưng' }).click()
  await expect.poll(() => verdict(page).innerText()).toBe('Đủ điều kiện')
  const note = page.getByRole('note')
  expect(await note.innerText()).toContain('Quy định còn để ngỏ')
  expect(await note.innerText()).toContain('Đang hiểu là “năm liền trước năm kế hoạch”')
  expect(await note.innerText()).toContain('không đủ điều kiện')
})

test('the address brings the state back', async () => {
  await using page = await visit('/')
  await page.locator('#fact-fund select').selectOption('national')
  await page.locator('#fact-eligibleCost input').fill('570.000.000')
  await expect.poll(() => new URL(page.url()).search).toBe('?fund=national&eligibleCost=570000000')

  await using again = await visit(new URL(page.url()).pathname + new URL(page.url()).search)
  expect(await again.locator('#fact-fund select').inputValue()).toBe('national')
  expect(await again.locator('#fact-eligibleCost input').inputValue()).toBe('570.000.000')
  expect(await ceiling(again).innerText()).toBe('285.000.000 đồng')

  await again.getByRole('button', { name: 'Xóa hết' }).click()
  await expect.poll(() => new URL(again.url()).search).toBe('')
  expect(await again.locator('#fact-eligibleCost input').inputValue()).toBe('')
})

test('parts of an address that mean nothing are named, not swallowed', async () => {
  await using page = await visit('/?colour=red&fund=communal')
  expect(await page.getByRole('alert').innerText()).toContain('colour')
  expect(await page.locator('#fact-fund').innerText()).toContain('Cần một trong các giá trị của danh sách.')
})

test('money is grouped as it is typed, wherever a digit comes or goes', async () => {
  await using page = await visit('/')
  const cost = page.locator('#fact-eligibleCost input')
  await cost.focus()
  await page.keyboard.type('1234567')
  expect(await cost.inputValue()).toBe('1.234.567')
  for (const key of ['ArrowLeft', 'ArrowLeft', 'ArrowLeft', 'ArrowLeft']) await page.keyboard.press(key)
  await page.keyboard.type('99')
  expect(await cost.inputValue()).toBe('123.499.567')
  await page.keyboard.press('Backspace')
  await page.keyboard.press('Backspace')
  await page.keyboard.press('Backspace')
  expect(await cost.inputValue()).toBe('123.567')
  await cost.fill('')
  await page.keyboard.type('1.5')
  expect(await cost.inputValue()).toBe('1.5')
  await page.keyboard.press('Tab')
  await page.locator('#fact-eligibleCost').getByText('Cần số tiền là đồng nguyên').waitFor()
})

test('a bad day, a day outside the programme and bad money say so beside the field', async () => {
  await using page = await visit('/?eligibleCost=570000000&fund=national')
  const day = page.getByRole('textbox', { name: 'Xét theo pháp luật ngày' })
  await day.fill('31/02/2024')
  await day.press('Enter')
  await page.getByText('“31/02/2024” không phải là một ngày có thật').waitFor()
  expect(await day.getAttribute('aria-invalid')).toBe('true')
  await page.getByText('Sửa ngày để xem kết quả.').first().waitFor()

  await day.fill('01/03/2026')
  await page.getByText('Cần một ngày từ 01/01/2023 đến 31/12/2025').waitFor()
  await day.fill('01/03/2024')
  await expect.poll(() => ceiling(page).innerText()).toBe('285.000.000 đồng')

  const cost = page.locator('#fact-eligibleCost input')
  for (const wrong of ['-5', '1,5', '570.000.0000']) {
    await cost.fill(wrong)
    await cost.press('Enter')
    await page.locator('#fact-eligibleCost').getByText('Cần số tiền là đồng nguyên').waitFor()
    expect(await cost.inputValue()).toBe(wrong)
    await expect.poll(() => ceiling(page).innerText()).toBe('không quá 300.000.000 đồng')
  }
})

test('choosing a locality fills in the place, by a name without accents', async () => {
  await using page = await visit('/')
  await page.getByRole('combobox', { name: 'Xã, phường, thị trấn nơi sản xuất' }).fill('tan hung')
  await page.getByRole('option', { name: 'Phường Tân Hưng' }).click()
  await expect.poll(() => page.locator('#fact-siteKind select').inputValue()).toBe('ward')
  expect(await page.locator('#fact-wardSince input').inputValue()).toBe('01/12/2019')
})

test('English on request, remembered, and back', async () => {
  await using page = await visit('/')
  const lang = () => page.evaluate(() => document.documentElement.lang)
  expect(await lang()).toBe('vi')
  await page.getByText('English', { exact: true }).click()
  await expect.poll(lang).toBe('en')
  expect(await verdict(page).innerText()).toBe('Not enough information')
  expect(await page.title()).toBe('Support calculator · Industrial promotion, Hải Dương')
  await page.reload()
  await expect.poll(() => verdict(page).innerText()).toBe('Not enough information')
  await page.getByText('Tiếng Việt', { exact: true }).click()
  await expect.poll(() => verdict(page).innerText()).toBe('Chưa đủ thông tin')
})

test('the calculator asks the server for nothing but its own files', async () => {
  await using page = await visit('/grants')
  const asked: string[] = []
  page.on('request', (request) => asked.push(new URL(request.url()).pathname))
  await page.goto(new URL('/', page.url()).href)
  await verdict(page).waitFor()
  expect(asked.filter((path) => path === '/graphql' || path.includes('grants'))).toEqual([])
})

test('an address without a page says so', async () => {
  await using page = await visit('/khong-co')
  expect(await page.locator('h1').innerText()).toBe('Không có trang này')
})
