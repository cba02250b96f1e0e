import { mkdirSync } from 'node:fs'
import { join } from 'node:path'
import { build } from 'vite'
import { startChromium } from '../browser/chromium'
import { startGateway } from '../browser/gateway'
import { stringifySearch } from '../src/address'
import { examples } from '../src/calculator/examples'

// Takes the picture of the calculator that the README shows: `npm run screenshot -w @khuyencong/admin`.
const target = join(import.meta.dirname, '..', '..', '..', 'docs', 'images', 'calculator.png')

await build({ root: join(import.meta.dirname, '..'), logLevel: 'warn' })
const gateway = await startGateway()
const browser = await startChromium()
try {
  const page = await browser.newPage({ viewport: { width: 1280, height: 960 } })
  const draft = examples.find(({ id }) => id === 'quang-trung')?.draft ?? {}
  await page.goto(gateway.url + stringifySearch(draft))
  await page.getByTestId('ceiling').waitFor()
  await page.evaluate(() => document.fonts.ready)
  mkdirSync(join(target, '..'), { recursive: true })
  await page.screenshot({ path: target })
  console.log(target)
} finally {
  await browser.close()
  await gateway.stop()
}
