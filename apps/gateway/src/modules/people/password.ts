import { hashPassword } from 'better-auth/crypto'
import { passwordLength } from '../../sign-in/password-length.js'
import { passwordForm } from './refusals.js'

/**
 * A password as it is kept.
 *
 * @param field of the input that holds it
 * @throws Refusal when it is too short or too long
 */
export async function hashed(field: string, password: string): Promise<string> {
  if (password.length < passwordLength.least || password.length > passwordLength.most) throw passwordForm(field)
  return await hashPassword(password)
}
