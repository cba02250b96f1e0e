import type { Actor } from '../access/actor.js'
import { refusal } from '../graphql/refusal.js'

/**
 * Whoever asks, for commands whose access hangs on records that must be read first.
 * @throws Refusal `not-signed-in`
 */
export function signedIn(actor: Actor | undefined): Actor {
  if (actor !== undefined) return actor
  throw refusal(
    'not-signed-in',
    '',
    { vi: 'Chưa đăng nhập.', en: 'Nobody has signed in.' },
    { vi: 'đăng nhập rồi gửi lại', en: 'sign in and ask again' },
  )
}
