import { refusal } from '../graphql/refusal.js'
import type { Actor } from './actor.js'

/**
 * Whoever asks, where it must be somebody: `signedIn(await context.actor())`.
 *
 * @throws Refusal `not-signed-in`
 */
export function signedIn(actor: Actor | undefined): Actor {
  if (actor !== undefined) return actor
  throw refusal(
    'not-signed-in',
    '',
    { vi: 'Việc này dành cho người đã đăng nhập.', en: 'This is for people who have signed in.' },
    { vi: 'đăng nhập trước', en: 'sign in first' },
  )
}
