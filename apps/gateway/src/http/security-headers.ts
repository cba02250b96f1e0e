import type { IncomingMessage, ServerResponse } from 'node:http'
import helmet from 'helmet'

type Middleware = (request: IncomingMessage, response: ServerResponse, next: (error?: unknown) => void) => void

const self = "'self'"

/** The admin's own files only. Mantine sets style attributes, hence inline styles. */
export const adminHeaders = headers({
  'default-src': [self],
  'style-src': [self, "'unsafe-inline'"],
  'img-src': [self, 'data:', 'blob:'],
  'font-src': [self, 'data:'],
})

/** GraphiQL comes as one page with its scripts inside, and starts workers from them; it still talks to nobody else. */
export const graphqlHeaders = headers({
  'default-src': [self],
  'script-src': [self, "'unsafe-inline'", 'blob:'],
  'worker-src': [self, 'blob:'],
  'style-src': [self, "'unsafe-inline'"],
  'img-src': [self, 'data:'],
  'font-src': [self, 'data:'],
})

function headers(content: Readonly<Record<string, string[]>>): Middleware {
  return helmet({
    contentSecurityPolicy: {
      useDefaults: false,
      directives: {
        ...content,
        'object-src': ["'none'"],
        'base-uri': [self],
        'form-action': [self],
        'frame-ancestors': ["'none'"],
      },
    },
    // Whoever puts TLS in front decides on this one; on plain HTTP it means nothing.
    strictTransportSecurity: false,
  })
}
