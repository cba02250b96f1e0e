import type { IncomingMessage, ServerResponse } from 'node:http'
import { maxBodyBytes } from '../graphql/limits.js'
import { answerGraphqlError } from './answer.js'

/**
 * Refuses a body that is too long before reading it. The length must be announced, as every usual client does; Node
 * itself sees to it that no more arrives than was announced.
 *
 * @returns whether the request was refused and answered
 */
export function refuseLongBody(request: IncomingMessage, response: ServerResponse): boolean {
  if (request.headers['transfer-encoding'] !== undefined) {
    refuse(request, response, 411, 'LENGTH_REQUIRED', 'Send the request with a Content-Length, not in chunks.')
    return true
  }
  const length = Number(request.headers['content-length'] ?? 0)
  if (length <= maxBodyBytes) return false
  const message = `The request is too long: ${length} bytes; at most ${maxBodyBytes} are read.`
  refuse(request, response, 413, 'PAYLOAD_TOO_LARGE', message)
  return true
}

function refuse(
  request: IncomingMessage,
  response: ServerResponse,
  status: number,
  code: string,
  message: string,
): void {
  // Thrown away as it comes. Closing at once would break the connection before the caller has read the answer.
  request.resume()
  response.setHeader('connection', 'close')
  answerGraphqlError(response, status, code, message)
}
