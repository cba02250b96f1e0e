import type { FactDefinition } from '@khuyencong/rules'
import { expect, test } from 'vitest'
import { contentCodes, contents } from './contents.js'
import { documents } from './documents.js'
import { factGroups, facts } from './facts.js'

const entries: [string, FactDefinition][] = Object.entries(facts)

test.each(entries)(
  '%s has a title and a question in both languages, and a heading that forms know',
  (_, definition) => {
    const texts = [
      definition.title,
      definition.question,
      ...Object.values('values' in definition ? definition.values : {}),
    ]
    for (const { vi, en } of texts) expect([vi.trim(), en.trim()]).not.toContain('')
    expect(definition.question.vi).toMatch(/\?$/)
    expect(Object.keys(factGroups)).toContain(definition.group)
  },
)

test.each(contentCodes)('content %s names its clause of a known document', (code) => {
  for (const { document } of contents[code].cites) expect(Object.keys(documents)).toContain(document)
})
