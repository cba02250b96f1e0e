import type { IncomingMessage, ServerResponse } from 'node:http'
import { bearsSession } from '../sign-in/session-cookie.js'
import { answerGraphqlError } from './answer.js'
import { ownOrigin } from './own-origin.js'

/**
 * Refuses what another site's page could make a browser send in the name of whoever has signed in here. A request without
 * a session cookie may come from anywhere: what it gets, everybody gets.
 *
 * @returns whether the request was refused and answered
 */
export function refuseCrossSite(
  request: IncomingMessage,
  response: ServerResponse,
  publicUrl: string | undefined,
): boolean {
  // The other kinds a form can send, from any page and without the browser asking first.
  if (request.method === 'POST' && !isJson(request.headers['content-type'])) {
    const message = 'Send the request as JSON, with the header Content-Type: application/json.'
    refuse(request, response, 415, 'UNSUPPORTED_MEDIA_TYPE', message)
    return true
  }
  if (!bearsSession(request.headers.cookie) || isOwn(request, publicUrl)) return false
  const message = `A request with a session must come from a page of ${publicUrl ?? 'this server'} itself.`
  refuse(request, response, 403, 'CROSS_SITE', message)
  return true
}

function isJson(contentType: string | undefined): boolean {
  return /^application\/(graphql\+)?json\s*(;|$)/i.test(contentType ?? '')
}

/** Browsers say where a request comes from and pages cannot change it; programs say nothing, and have no user to deceive. */
function isOwn({ method, headers }: IncomingMessage, publicUrl: string | undefined): boolean {
  const { origin, 'sec-fetch-site': site, 'sec-fetch-mode': mode } = headers
  if (origin !== undefined) return origin === ownOrigin(headers.host, publicUrl)
  if (site === undefined || site === 'same-origin' || site === 'none') return true
  // A link to GraphiQL or to a query, which changes nothing and is shown to the user alone.
  return method === 'GET' && mode === 'navigate'
}

function refuse(request: IncomingMessage, response: ServerResponse, status: number, code: string, message: string) {
  request.resume()
  answerGraphqlError(response, status, code, message)
}
