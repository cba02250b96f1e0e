/** A browser as far as sign-in needs one: it keeps cookies per host and follows redirects step by step. */
export interface Browser {
  /** One request, with the cookies of its host; redirects are not followed. */
  request(url: string, init?: RequestInit): Promise<Response>
  /** Follows redirects until there is none, or until the address is one at which to stop. */
  follow(url: string, stop: (url: string) => boolean): Promise<{ readonly url: string; readonly response?: Response }>
  /** The value of the `Cookie` header for an address. */
  cookie(url: string): string
}

export function openBrowser(): Browser {
  const jars = new Map<string, Map<string, string>>()
  const cookie = (url: string) =>
    [...(jars.get(new URL(url).host) ?? [])].map(([name, value]) => `${name}=${value}`).join('; ')

  const request = async (url: string, init: RequestInit = {}) => {
    const headers = new Headers(init.headers)
    headers.set('cookie', cookie(url))
    const response = await fetch(url, { ...init, headers, redirect: 'manual' })
    const { host } = new URL(url)
    const jar = jars.get(host) ?? new Map<string, string>()
    jars.set(host, jar)
    for (const set of response.headers.getSetCookie()) {
      const [, name = '', value = ''] = /^([^=]+)=([^;]*)/.exec(set) ?? []
      if (value === '' || /max-age=0|expires=thu, 01 jan 1970/i.test(set)) jar.delete(name)
      else jar.set(name, value)
    }
    return response
  }

  const follow: Browser['follow'] = async (url, stop) => {
    for (let steps = 0; steps < 20; steps++) {
      if (stop(url)) return { url }
      const response = await request(url)
      const next = response.headers.get('location')
      if (next === null) return { url, response }
      url = new URL(next, url).href
    }
    throw new Error(`More than twenty redirects, the last to ${url}`)
  }
  return { request, follow, cookie }
}
