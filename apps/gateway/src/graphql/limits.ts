import type { Plugin } from 'graphql-yoga'
import { maxAliasesPlugin } from '@escape.tech/graphql-armor-max-aliases'
import { maxDepthPlugin } from '@escape.tech/graphql-armor-max-depth'
import { maxTokensPlugin } from '@escape.tech/graphql-armor-max-tokens'

/** What one HTTP body may hold. The largest honest request, all facts of an establishment, is a few kilobytes. */
export const maxBodyBytes = 256 * 1024

/** Rows of one page, at most and when the caller does not say. */
export const pageSize = { maximum: 100, usual: 20 }

/** What one operation may cost: a field counts 1, times the page size of every list around it. */
export const complexityLimits = { complexity: 10_000, depth: 15, breadth: 500 }

/** Refusals before anything is resolved: documents too long, too deep, or asking the same under many names. */
export const limitPlugins: readonly Plugin[] = [
  maxTokensPlugin({ n: 2_000 }),
  maxDepthPlugin({ n: complexityLimits.depth }),
  maxAliasesPlugin({ n: 30 }),
]
