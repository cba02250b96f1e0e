import { GraphQLError } from 'graphql'

/** The caller asked for something impossible. Its message is meant for him and is not masked. */
export function inputError(message: string, details: Readonly<Record<string, unknown>> = {}): GraphQLError {
  return new GraphQLError(message, { extensions: { code: 'BAD_USER_INPUT', ...details } })
}

/** What the caller sent, short enough to be shown back to him. */
export function quote(value: unknown): string {
  // A value from outside is JSON; `undefined` and the like come from a literal that has no plain value.
  const shown = (JSON.stringify(value) as string | undefined) ?? 'something else'
  return shown.length > 60 ? `${shown.slice(0, 60)}…` : shown
}
