const calendar = new Intl.DateTimeFormat('sv-SE', { timeZone: 'Asia/Ho_Chi_Minh', dateStyle: 'short' })

/** The day that it is in Vietnam, as YYYY-MM-DD, wherever the server stands. */
export function today(now: Date = new Date()): string {
  return calendar.format(now)
}
