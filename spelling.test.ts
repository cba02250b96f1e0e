import { globSync, readFileSync } from 'node:fs'
import { resolve } from 'node:path'
import { expect, test } from 'vitest'

/** A tone on the second vowel, e.g. `hoá`, `khoẻ`, `thuỷ`: the documents of the province write `hóa`, `khỏe`, `thủy`. */
const otherSpelling = /[\p{L}]*(?:o[áàảãạéèẻẽẹ]|(?<!q)u[ýỳỷỹỵ])(?!\p{L})/giu

/** What is written as another wrote it: names of places as published, and searches in either spelling. */
const quoted = [
  'apps/gateway/src/searchable.test.ts',
  'packages/province-hai-duong/src/localities.json',
  'spelling.test.ts',
]

const files = globSync(
  [
    '*.{md,ts}',
    '.changeset/*.md',
    'docs/**/*.{md,html}',
    'apps/*/*.md',
    'apps/*/{src,browser}/**/*.{ts,tsx,json,graphql}',
    'packages/*/*.md',
    'packages/*/src/**/*.{ts,json}',
  ],
  { cwd: import.meta.dirname },
)

test('Vietnamese texts set the tones in one way', () => {
  const found = files.flatMap((file) =>
    quoted.includes(file)
      ? []
      : [
          ...readFileSync(resolve(import.meta.dirname, file), 'utf8')
            .normalize('NFC')
            .matchAll(otherSpelling),
        ].map(([word]) => `${file}: ${word}`),
  )
  expect(found).toEqual([])
})
