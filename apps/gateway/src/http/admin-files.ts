import { existsSync } from 'node:fs'
import type { IncomingMessage, ServerResponse } from 'node:http'
import { join } from 'node:path'
import sirv from 'sirv'

type Handler = (request: IncomingMessage, response: ServerResponse) => void

/** Serves the built admin; every path that is not a file is the admin's own and gets its index page. */
export function adminFiles(folder: string): Handler {
  if (!existsSync(join(folder, 'index.html'))) return notBuilt
  const serve = sirv(folder, {
    single: true,
    etag: true,
    setHeaders: (response, path) => {
      // Vite names these files after their content.
      if (path.startsWith('/assets/')) response.setHeader('cache-control', 'public, max-age=31536000, immutable')
    },
  })
  return (request, response) => serve(request, response, () => answerPage(response, 404, 'There is no such file.'))
}

const notBuilt: Handler = (_request, response) =>
  answerPage(
    response,
    503,
    'The admin has not been built. Run <code>npm run build</code> in the repository and start again. The gateway itself works: see <a href="/graphql">/graphql</a>.',
  )

function answerPage(response: ServerResponse, status: number, sentence: string): void {
  response.writeHead(status, { 'content-type': 'text/html; charset=utf-8', 'cache-control': 'no-store' })
  response.end(
    `<!doctype html><html lang="en"><meta charset="utf-8"><title>khuyencong</title><p>${sentence}</p></html>\n`,
  )
}
