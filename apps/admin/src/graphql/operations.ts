import { formatDocument, stringifyDocument, type TypedDocumentNode } from 'urql'

// What the pages ask the gateway: all documents of the files named `queries.ts` and `mutations.ts`.
const modules = import.meta.glob<Record<string, unknown>>('../*/**/{queries,mutations}.ts', { eager: true })

/** The text of each operation as the client would send it, with the type names that its cache asks for. */
export const operations: readonly string[] = Object.values(modules)
  .flatMap((exports) => Object.values(exports))
  .filter(isOperation)
  // Its own type says that fields may be undefined, which documents are not allowed to have.
  .map((document): unknown => formatDocument(document))
  .filter(isOperation)
  .map((document) => stringifyDocument(document))

/** A document with more than fragments. */
function isOperation(value: unknown): value is TypedDocumentNode {
  return (
    typeof value === 'object' &&
    value !== null &&
    'definitions' in value &&
    Array.isArray(value.definitions) &&
    value.definitions.some(({ kind }: { kind: unknown }) => kind === 'OperationDefinition')
  )
}
