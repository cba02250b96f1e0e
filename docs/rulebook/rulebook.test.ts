import { national, rulebook, type Pack, type Programme } from '@khuyencong/programme'
import { haiDuong, haiDuongProgramme } from '@khuyencong/province-hai-duong'
import { describe, expect, test } from 'vitest'
import { page } from './page.js'

/** The committed books are compared with the packs; `npm run rulebook` writes them anew. */
const books: readonly (readonly [name: string, pack: Pack])[] = [
  ['national', national],
  ['national.money', national.areas.money],
  ['national.selection', national.areas.selection],
  ['national.titles', national.areas.titles],
  ['hai-duong', haiDuong],
  ['hai-duong.money', haiDuong.areas.money],
  ['hai-duong.selection', haiDuong.areas.selection],
  ['hai-duong.titles', haiDuong.areas.titles],
]

/** Whose book also tells what one decision says beside its rules. */
const programmes: Readonly<Record<string, Programme>> = { 'hai-duong': haiDuongProgramme }

describe.each(books)('%s', (name, pack) => {
  describe.each(['vi', 'en'] as const)('%s', (lang) => {
    const markdown = rulebook(pack, lang, programmes[name])
    const html = page(markdown, name, lang)

    test('the committed files say what the pack says', async () => {
      await expect(markdown).toMatchFileSnapshot(`${name}.${lang}.md`)
      await expect(html).toMatchFileSnapshot(`${name}.${lang}.html`)
    })

    test('every link leads somewhere, every anchor is there once', () => {
      const ids = [...html.matchAll(/ id="([^"]+)"/g)].map(([, id]) => id)
      expect(new Set(ids).size).toBe(ids.length)
      const targets = [...html.matchAll(/href="#([^"]+)"/g)].map(([, id]) => id)
      expect(targets.filter((id) => !ids.includes(id))).toEqual([])
    })

    test('every rule, amount and value in force has its place', () => {
      const { rules, parameters } = pack.law
      const during = (versions: readonly { readonly from: string; readonly to?: string }[]) =>
        versions.some(
          ({ from, to }) => (to ?? pack.period.from) >= pack.period.from && from <= (pack.period.to ?? from),
        )
      for (const { title, versions } of Object.values(rules))
        if (during(versions)) expect(markdown).toContain(title[lang])
      for (const { title, timeline } of Object.values(parameters))
        if (during(timeline)) expect(markdown).toContain(title[lang])
    })

    test('the page needs nothing from elsewhere', () => {
      expect(html).not.toMatch(/<script|https?:|@import|url\(/)
    })
  })
})
