/** What every cookie of ours begins with. */
export const cookiePrefix = 'khuyencong'

/** Whether a `Cookie` header brings a session, valid or not. */
export function bearsSession(header: string | undefined): boolean {
  return header?.includes(`${cookiePrefix}.session_token=`) ?? false
}
