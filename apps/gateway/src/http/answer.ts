import type { ServerResponse } from 'node:http'

export function answerJson(response: ServerResponse, status: number, body: object): void {
  response.writeHead(status, { 'content-type': 'application/json; charset=utf-8', 'cache-control': 'no-store' })
  response.end(JSON.stringify(body))
}

/** An error in the shape of a GraphQL response, for refusals before GraphQL itself is reached. */
export function answerGraphqlError(response: ServerResponse, status: number, code: string, message: string): void {
  answerJson(response, status, { errors: [{ message, extensions: { code } }] })
}
