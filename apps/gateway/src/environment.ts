import { dirname, isAbsolute, join } from 'node:path'
import { z } from 'zod'
import { repositoryRoot } from './package-root.js'
import type { OidcIssuer } from './sign-in/oidc.js'
import { StartError } from './start-error.js'

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

const s3Endpoint = z
  .url({ protocol: /^https?$/, error: 'must be an address like https://s3.example.vn' })
  .transform((value) => value.replace(/\/+$/, ''))

const issuer = z
  .string()
  .refine(
    (value) => /^(https:\/\/|http:\/\/(127\.0\.0\.1|localhost)[:/])/.test(value) && URL.canParse(value),
    'must be an address that begins with https://',
  )

const StorageVariables = z.object({
  DATABASE_URL: databaseUrl.optional(),
  KHUYENCONG_DATA: z.string().optional(),
})

const Variables = StorageVariables.extend({
  PORT: port.default(4000),
  HOST: z.string().default('127.0.0.1'),
  KHUYENCONG_SECRET: z.string().min(32, 'must have 32 characters or more, chosen at random').optional(),
  PUBLIC_URL: publicUrl.optional(),
  TRUSTED_PROXIES: z.string().regex(/^\d$/, 'must be a number of proxies from 0 to 9').transform(Number).default(0),
  KHUYENCONG_FILES: z.string().optional(),
  MAX_FILE_MB: z
    .string()
    .regex(/^[1-9]\d{0,3}$/, 'must be a whole number of megabytes from 1 to 9999')
    .transform(Number)
    .default(20),
  S3_ENDPOINT: s3Endpoint.optional(),
  S3_BUCKET: z.string().optional(),
  S3_REGION: z.string().default('us-east-1'),
  S3_ACCESS_KEY_ID: z.string().optional(),
  S3_SECRET_ACCESS_KEY: z.string().optional(),
  OIDC_ISSUER: issuer.optional(),
  OIDC_CLIENT_ID: z.string().optional(),
  OIDC_CLIENT_SECRET: z.string().optional(),
  OIDC_NAME: z.string().default('OpenID Connect'),
  KHUYENCONG_OPERATIONS: z.string().default(''),
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

/** A bucket that speaks the protocol of Amazon S3. */
export interface S3Place {
  readonly kind: 's3'
  readonly endpoint: string
  readonly bucket: string
  readonly region: string
  readonly accessKeyId: string
  readonly secretAccessKey: string
}

/** Where uploaded files are kept. */
export type FilesPlace = { readonly kind: 'folder'; readonly path: string } | S3Place

export interface Environment {
  readonly port: number
  readonly host: string
  readonly storage: Storage
  readonly files: FilesPlace
  /** The most that one uploaded file may have, in bytes. */
  readonly maxFileBytes: number
  /** Signs the session cookies. Absent only on an embedded database that is no production: it keeps its own. */
  readonly secret?: string
  /** The origin under which everybody reaches the gateway. */
  readonly publicUrl?: string
  /** How many proxies of ours stand in front of it. */
  readonly trustedProxies: number
  /** Where people may sign in besides. */
  readonly oidc?: OidcIssuer
  /** `NODE_ENV=production`: real people work here. */
  readonly production: boolean
  /** Files with operations that may be asked with a session, besides the admin's. */
  readonly operations: readonly string[]
  readonly logLevel: z.infer<typeof Variables>['LOG_LEVEL']
  readonly logFormat: 'json' | 'pretty'
}

type Given = Readonly<Record<string, string | undefined>>

/** An environment variable that cannot be used. The message lists every one that is wrong. */
export class EnvironmentError extends StartError {
  override readonly name = 'EnvironmentError'
}

/**
 * Reads the environment variables once, at start.
 *
 * @param variables normally `process.env`; an empty value counts as absent
 * @param terminal whether the log goes to a person at a terminal; decides `LOG_FORMAT` when it is not given
 * @throws EnvironmentError naming each variable that is wrong, its value and what was expected
 */
export function readEnvironment(variables: Given, terminal: boolean): Environment {
  const read = parse(Variables, variables)
  const { PORT, HOST, KHUYENCONG_SECRET, PUBLIC_URL, LOG_LEVEL, LOG_FORMAT } = read
  const production = read.NODE_ENV === 'production'
  if (KHUYENCONG_SECRET === undefined && (read.DATABASE_URL !== undefined || production)) {
    throw new EnvironmentError(
      'Environment variable KHUYENCONG_SECRET is missing: with DATABASE_URL, and in production, it must be given; 32 characters or more, chosen at random',
    )
  }
  const oidc = oidcIssuer(read)
  return {
    port: PORT,
    host: HOST,
    storage: toStorage(read),
    files: filesPlace(read),
    maxFileBytes: read.MAX_FILE_MB * 1024 * 1024,
    ...(KHUYENCONG_SECRET === undefined ? {} : { secret: KHUYENCONG_SECRET }),
    ...(PUBLIC_URL === undefined ? {} : { publicUrl: PUBLIC_URL }),
    trustedProxies: read.TRUSTED_PROXIES,
    ...(oidc === undefined ? {} : { oidc }),
    production,
    operations: read.KHUYENCONG_OPERATIONS.split(',').filter((file) => file !== ''),
    logLevel: LOG_LEVEL,
    logFormat: LOG_FORMAT ?? (terminal ? 'pretty' : 'json'),
  }
}

/** Beside the records, unless told otherwise. */
function filesPlace(variables: z.infer<typeof Variables>): FilesPlace {
  const { KHUYENCONG_DATA, KHUYENCONG_FILES, S3_ENDPOINT: endpoint, S3_REGION: region } = variables
  if (endpoint === undefined) {
    const path =
      KHUYENCONG_FILES === undefined
        ? join(dirname(dataFolder(KHUYENCONG_DATA)), 'files')
        : inRepository(KHUYENCONG_FILES)
    return { kind: 'folder', path }
  }
  const { S3_BUCKET: bucket, S3_ACCESS_KEY_ID: accessKeyId, S3_SECRET_ACCESS_KEY: secretAccessKey } = variables
  if (bucket === undefined || accessKeyId === undefined || secretAccessKey === undefined) {
    throw new EnvironmentError(
      'Environment variable S3_ENDPOINT is given: then S3_BUCKET, S3_ACCESS_KEY_ID and S3_SECRET_ACCESS_KEY must be given too',
    )
  }
  return { kind: 's3', endpoint, bucket, region, accessKeyId, secretAccessKey }
}

/**
 * Reads only where the records are, for commands that work on them beside the gateway.
 *
 * @throws EnvironmentError as `readEnvironment`
 */
export function readStorage(variables: Given): Storage {
  return toStorage(parse(StorageVariables, variables))
}

function parse<Schema extends z.ZodType>(schema: Schema, variables: Given): z.infer<Schema> {
  const given = Object.fromEntries(Object.entries(variables).filter(([, value]) => value !== undefined && value !== ''))
  const parsed = schema.safeParse(given)
  if (parsed.success) return parsed.data
  throw new EnvironmentError(
    parsed.error.issues.map((issue) => describe(issue.path.join('.'), given, issue.message)).join('\n'),
  )
}

function toStorage({ DATABASE_URL, KHUYENCONG_DATA }: z.infer<typeof StorageVariables>): Storage {
  if (DATABASE_URL !== undefined) return { kind: 'postgres', url: DATABASE_URL }
  return { kind: 'folder', path: dataFolder(KHUYENCONG_DATA) }
}

function oidcIssuer(variables: z.infer<typeof Variables>): OidcIssuer | undefined {
  const { OIDC_ISSUER, OIDC_CLIENT_ID, OIDC_CLIENT_SECRET, OIDC_NAME } = variables
  if (OIDC_ISSUER === undefined && OIDC_CLIENT_ID === undefined && OIDC_CLIENT_SECRET === undefined) return undefined
  if (OIDC_ISSUER !== undefined && OIDC_CLIENT_ID !== undefined && OIDC_CLIENT_SECRET !== undefined) {
    return { issuer: OIDC_ISSUER, clientId: OIDC_CLIENT_ID, clientSecret: OIDC_CLIENT_SECRET, name: OIDC_NAME }
  }
  throw new EnvironmentError(
    'Environment variables OIDC_ISSUER, OIDC_CLIENT_ID and OIDC_CLIENT_SECRET: give all three, or none',
  )
}

function dataFolder(given: string | undefined): string {
  return given === undefined ? join(repositoryRoot, '.data', 'pglite') : inRepository(given)
}

/** Relative to the repository and not to the working folder: npm changes the latter to the package's own. */
function inRepository(given: string): string {
  return isAbsolute(given) ? given : join(repositoryRoot, given)
}

/** Never repeated in a message. The database address holds a password. */
const confidential: ReadonlySet<string> = new Set([
  'DATABASE_URL',
  'KHUYENCONG_SECRET',
  'OIDC_CLIENT_SECRET',
  'S3_SECRET_ACCESS_KEY',
])

function describe(name: string, given: Given, message: string): string {
  const value = confidential.has(name) ? '(not shown)' : JSON.stringify(given[name])
  return `Environment variable ${name}=${value}: ${message}`
}
