import { genericOAuth } from 'better-auth/plugins/generic-oauth'

/** An OpenID Connect issuer at which people may sign in instead of with a password of ours. */
export interface OidcIssuer {
  /** Its address; the configuration is read from `/.well-known/openid-configuration` below it. */
  readonly issuer: string
  readonly clientId: string
  readonly clientSecret: string
  /** What people know it as, e.g. `Cổng dịch vụ công`. */
  readonly name: string
}

/** Under which the issuer's accounts are kept; part of the address to which the issuer sends people back. */
export const oidcProvider = 'oidc'

/**
 * Authorization code with PKCE, state and nonce; the ID token is verified against the issuer's keys. It makes no people:
 * an account is linked to whoever an administrator made before with the e-mail address that the issuer has verified.
 */
export function oidc({ issuer, clientId, clientSecret, name }: OidcIssuer) {
  return genericOAuth({
    config: [
      {
        providerId: oidcProvider,
        name,
        clientId,
        clientSecret,
        discoveryUrl: `${issuer.replace(/\/$/, '')}/.well-known/openid-configuration`,
        requireIdTokenVerification: true,
        pkce: true,
        scopes: ['openid', 'email', 'profile'],
        disableSignUp: true,
        disableProviderLogout: true,
      },
    ],
  })
}
