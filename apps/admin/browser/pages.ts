import type { Browser, Page } from 'playwright-core'
import { afterAll, beforeAll, expect, inject } from 'vitest'
import { startChromium } from './chromium'

let browser: Browser

beforeAll(async () => {
  browser = await startChromium()
})
afterAll(() => browser.close())

interface Options {
  readonly width?: number
  readonly lang?: 'vi' | 'en'
}

/** A fresh visitor's page at an address of the app. What the page complains of in its console fails the test that closes it. */
export async function visit(path: string, { width = 1280, lang }: Options = {}): Promise<Page & AsyncDisposable> {
  const context = await browser.newContext({ viewport: { width, height: 900 }, reducedMotion: 'reduce' })
  if (lang) await context.addInitScript((chosen) => localStorage.setItem('khuyencong.language', chosen), lang)
  const page = await context.newPage()
  const complaints: string[] = []
  page.on('console', (message) => {
    if (['error', 'warning'].includes(message.type())) complaints.push(message.text())
  })
  page.on('pageerror', (error) => complaints.push(error.message))
  await page.goto(new URL(path, inject('url')).href)
  await page.waitForSelector('h1')
  return Object.assign(page, {
    async [Symbol.asyncDispose]() {
      await context.close()
      expect(complaints).toEqual([])
    },
  })
}
