import { once } from 'node:events'
import { createServer } from 'node:http'
import Provider, { type ClientMetadata } from 'oidc-provider'

/** What an account at the issuer says of its owner. */
interface Claims {
  readonly sub: string
  readonly email: string
  readonly email_verified: boolean
}

/** A real OpenID Connect issuer on a free port, at which one signs in without being asked. */
export interface Issuer {
  readonly url: string
  /** Who sits before the browser from now on; `refuses`: he does not want to sign in. */
  attend(claims: Claims | 'refuses'): void
  /** Registers the client; until then nobody can sign in. */
  register(client: ClientMetadata): void
  close(): Promise<void>
}

export async function startIssuer(): Promise<Issuer> {
  let provider: Provider | undefined
  let present: Claims | 'refuses' = 'refuses'
  const known = new Map<string, Claims>()

  const server = createServer((request, response) => {
    if (provider === undefined) {
      response.writeHead(503).end()
      return
    }
    const asked = provider
    if (request.url?.startsWith('/interaction/') !== true) {
      void asked.callback()(request, response)
      return
    }
    const answer =
      present === 'refuses'
        ? { error: 'access_denied', error_description: 'He does not want to' }
        : { login: { accountId: present.sub }, consent: {} }
    void asked.interactionFinished(request, response, answer)
  })
  server.listen(0, '127.0.0.1')
  await once(server, 'listening')
  const address = server.address()
  if (address === null || typeof address === 'string') throw new Error('The issuer does not listen on a port')
  const url = `http://127.0.0.1:${address.port}`

  return {
    url,
    attend: (claims) => {
      present = claims
      if (claims !== 'refuses') known.set(claims.sub, claims)
    },
    register: (client) => {
      provider = new Provider(url, {
        clients: [client],
        claims: { openid: ['sub'], email: ['email', 'email_verified'], profile: ['name'] },
        cookies: { keys: ['for tests only'] },
        features: { devInteractions: { enabled: false } },
        pkce: { required: () => true },
        ttl: { AccessToken: 600, Grant: 600, IdToken: 600, Interaction: 600, Session: 600 },
        interactions: { url: (_context, interaction) => `/interaction/${interaction.uid}` },
        findAccount: (_context, accountId) => ({
          accountId,
          claims: () => ({ ...known.get(accountId), sub: accountId }),
        }),
        // Everybody has consented to everything.
        loadExistingGrant: async (context) => {
          const grant = new context.oidc.provider.Grant({
            clientId: client.client_id,
            ...(context.oidc.session?.accountId === undefined ? {} : { accountId: context.oidc.session.accountId }),
          })
          grant.addOIDCScope('openid email profile')
          await grant.save()
          return grant
        },
      })
    },
    close: async () => {
      server.close()
      server.closeAllConnections()
      await once(server, 'close')
    },
  }
}
