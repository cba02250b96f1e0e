import type { IncomingMessage } from 'node:http'

/**
 * The address that a request comes from. Behind proxies of ours it is the one that the first of them saw: each adds
 * what it sees at the end of `X-Forwarded-For`. What stands before that, anybody can write, and is not believed.
 *
 * @param trustedProxies how many proxies of ours stand in front; 0: the header is not looked at
 */
export function clientAddress(request: IncomingMessage, trustedProxies: number): string {
  const direct = request.socket.remoteAddress ?? ''
  if (trustedProxies === 0) return direct
  const seen = [request.headers['x-forwarded-for'] ?? []].flat().flatMap((header) => header.split(','))
  return seen.at(-trustedProxies)?.trim() ?? direct
}
