/**
 * The origin that pages of this server have, for a request that names a host.
 *
 * Without a public address it is that host itself: whoever reaches us under a foreign name (a rebound DNS entry) has no
 * cookie for it.
 *
 * @param publicUrl where everybody reaches us, when that is known
 */
export function ownOrigin(host: string | undefined, publicUrl: string | undefined): string | undefined {
  return publicUrl ?? (host === undefined ? undefined : `http://${host}`)
}
