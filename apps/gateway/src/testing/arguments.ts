import { encodeGlobalID } from '@pothos/plugin-relay'
import {
  getNamedType,
  getNullableType,
  isEnumType,
  isInputObjectType,
  isListType,
  type GraphQLArgument,
  type GraphQLInputField,
  type GraphQLInputType,
} from 'graphql'
import { z } from 'zod'

/** An argument of a field, or a field of an input. */
type Input = GraphQLArgument | GraphQLInputField

const scalars: Readonly<Record<string, unknown>> = {
  String: 'một nội dung',
  Int: 1,
  Float: 1,
  Boolean: true,
  Dong: '1000000',
  Date: '2024-03-01',
  ID: '1',
}

const Extensions = z.looseObject({ relayGlobalIDFor: z.array(z.object({ typename: z.string() })).nullish() })

/**
 * A value that an input takes, with every field of it.
 *
 * @param leafOf what stands in place of a scalar or an enum, if anything; its path is `proposal.expenses.0.item`, and `usual`
 *   stands there else
 */
export function valueFor(
  { type, extensions, name }: Input,
  leafOf: (path: string, kind: string, usual: unknown) => unknown = () => undefined,
  path: string = name,
): unknown {
  const nullable: GraphQLInputType = getNullableType(type)
  if (isListType(nullable)) return [one(`${path}.0`)]
  return one(path)

  function one(at: string): unknown {
    const named = getNamedType(type)
    if (isInputObjectType(named))
      return Object.fromEntries(
        Object.values(named.getFields()).map((field) => [field.name, valueFor(field, leafOf, `${at}.${field.name}`)]),
      )
    const usual = isEnumType(named) ? named.getValues()[0]?.name : scalarOf(named.name)
    return leafOf(at, named.name, usual) ?? usual
  }

  function scalarOf(scalar: string): unknown {
    const [owner] = Extensions.parse(extensions).relayGlobalIDFor ?? []
    return owner === undefined ? scalars[scalar] : encodeGlobalID(owner.typename, '1')
  }
}

/** The paths of all scalars of a kind in an input. */
export function pathsOf(input: Input, scalar: string): readonly string[] {
  const paths: string[] = []
  valueFor(input, (path, name) => {
    if (name === scalar) paths.push(path)
    return undefined
  })
  return paths
}
