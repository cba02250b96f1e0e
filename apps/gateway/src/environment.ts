import { isAbsolute, join } from 'node:path'
import { z } from 'zod'
import { repositoryRoot } from './package-root.js'

const port = z
  .string()
  .regex(/^\d{1,5}$/, 'must be a port number from 0 to 65535 (0: any free port)')
  .transform(Number)
  .refine((value) => value <= 65_535, 'must be a port number from 0 to 65535 (0: any free port)')

const databaseUrl = z
  .string()
  .refine(
    (value) => /^postgres(ql)?:$/.test(URL.parse(value)?.protocol ?? ''),
    'must be an address like postgresql://user:password@host:5432/database',
  )

const publicUrl = z
  .string()
  .refine(
    (value) => /^https?:\/\/[^/?#]+\/?$/.test(value) && URL.canParse(value),
    'must be an address without a path, like https://khuyencong.haiduong.gov.vn',
  )
  .transform((value) => new URL(value).origin)

const Variables = z.object({
  PORT: port.default(4000),
  HOST: z.string().default('127.0.0.1'),
  DATABASE_URL: databaseUrl.optional(),
  KHUYENCONG_DATA: z.string().optional(),
  KHUYENCONG_SECRET: z.string().min(32, 'must have 32 characters or more, chosen at random').optional(),
  PUBLIC_URL: publicUrl.optional(),
  TRUSTED_PROXIES: z.string().regex(/^\d$/, 'must be a number of proxies from 0 to 9').transform(Number).default(0),
  NODE_ENV: z.string().optional(),
  LOG_LEVEL: z.enum(['trace', 'debug', 'info', 'warn', 'error', 'fatal', 'silent']).default('info'),
  LOG_FORMAT: z.enum(['json', 'pretty']).optional(),
})

/** Where the records are kept. */
export type Storage =
  | { readonly kind: 'postgres'; readonly url: string }
  | { readonly kind: 'folder'; readonly path: string }
  /** @param contents what it holds at first, as PGlite dumps it; absent: nothing */
  | { readonly kind: 'memory'; readonly contents?: Blob }

export interface Environment {
  readonly port: number
  readonly host: string
  readonly storage: Storage
  /** Signs the session cookies. Absent only on an embedded database that is no production: it keeps its own. */
  readonly secret?: string
  /** The origin under which everybody reaches the gateway. */
  readonly publicUrl?: string
  /** How many proxies of ours stand in front of it. */
  readonly trustedProxies: number
  readonly logLevel: z.infer<typeof Variables>['LOG_LEVEL']
  readonly logFormat: 'json' | 'pretty'
}

/** An environment variable that cannot be used. The message lists every one that is wrong. */
export class EnvironmentError extends Error {
  override readonly name = 'EnvironmentError'
}

/**
 * Reads the environment variables once, at start.
 *
 * @param variables normally `process.env`; an empty value counts as absent
 * @param terminal whether the log goes to a person at a terminal; decides `LOG_FORMAT` when it is not given
 * @throws EnvironmentError naming each variable that is wrong, its value and what was expected
 */
export function readEnvironment(
  variables: Readonly<Record<string, string | undefined>>,
  terminal: boolean,
): Environment {
  const given = Object.fromEntries(Object.entries(variables).filter(([, value]) => value !== undefined && value !== ''))
  const parsed = Variables.safeParse(given)
  if (!parsed.success) {
    throw new EnvironmentError(
      parsed.error.issues.map((issue) => describe(issue.path.join('.'), given, issue.message)).join('\n'),
    )
  }
  const { PORT, HOST, DATABASE_URL, KHUYENCONG_DATA, KHUYENCONG_SECRET, PUBLIC_URL, LOG_LEVEL, LOG_FORMAT } =
    parsed.data
  if (KHUYENCONG_SECRET === undefined && (DATABASE_URL !== undefined || parsed.data.NODE_ENV === 'production')) {
    throw new EnvironmentError(
      'Environment variable KHUYENCONG_SECRET is missing: with DATABASE_URL, and in production, it must be given; 32 characters or more, chosen at random',
    )
  }
  return {
    port: PORT,
    host: HOST,
    storage:
      DATABASE_URL === undefined
        ? { kind: 'folder', path: dataFolder(KHUYENCONG_DATA) }
        : { kind: 'postgres', url: DATABASE_URL },
    ...(KHUYENCONG_SECRET === undefined ? {} : { secret: KHUYENCONG_SECRET }),
    ...(PUBLIC_URL === undefined ? {} : { publicUrl: PUBLIC_URL }),
    trustedProxies: parsed.data.TRUSTED_PROXIES,
    logLevel: LOG_LEVEL,
    logFormat: LOG_FORMAT ?? (terminal ? 'pretty' : 'json'),
  }
}

function dataFolder(given: string | undefined): string {
  if (given === undefined) return join(repositoryRoot, '.data', 'pglite')
  // Relative to the repository and not to the working folder: npm changes the latter to the package's own.
  return isAbsolute(given) ? given : join(repositoryRoot, given)
}

/** Never repeated in a message. The database address holds a password. */
const confidential: ReadonlySet<string> = new Set(['DATABASE_URL', 'KHUYENCONG_SECRET'])

function describe(name: string, given: Readonly<Record<string, string | undefined>>, message: string): string {
  const value = confidential.has(name) ? '(not shown)' : JSON.stringify(given[name])
  return `Environment variable ${name}=${value}: ${message}`
}
