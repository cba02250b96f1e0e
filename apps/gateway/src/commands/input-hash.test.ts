import { decodeGlobalID, encodeGlobalID } from '@pothos/plugin-relay'
import { graphql, isEnumType, type GraphQLField } from 'graphql'
import { expect, test } from 'vitest'
import type { Actor } from '../access/actor.js'
import { Role } from '../generated/prisma/enums.js'
import { schema } from '../graphql/schema.js'
import { valueFor } from '../testing/arguments.js'

const mutations = Object.values(schema.getMutationType()?.getFields() ?? {})

/** Somebody with every office that does not hang on a place. */
const actor: Actor = {
  personId: 'somebody',
  name: 'Nguyễn Văn An',
  offices: Object.values(Role).map((role) => ({ role, organisationId: 'everywhere' })),
}

/** Two values of each kind. */
const scalars: Readonly<Record<string, readonly [unknown, unknown]>> = {
  String: ['một nội dung', 'nội dung khác'],
  Int: [1, 2],
  Boolean: [true, false],
  Dong: ['1000000', '2000000'],
  Date: ['2024-03-01', '2024-03-02'],
}
const communes = ['2023-04-01/11011', '2023-04-01/10891'] as const

/** What is no part of what was asked, or must not be kept in any form. */
const left: Readonly<Record<string, string>> = { idempotencyKey: 'key-00001', firstPassword: 'mật khẩu đầu tiên' }

function twoOf(path: string, kind: string, usual: unknown): readonly [unknown, unknown] {
  const fixed = left[path]
  if (fixed !== undefined) return [fixed, fixed]
  const type = schema.getType(kind)
  if (isEnumType(type)) {
    const [one, another = one] = type.getValues()
    return [one?.name, another?.name]
  }
  if (kind !== 'ID') return scalars[kind] ?? [usual, usual]
  const typename = usual === '1' ? 'Proposal' : decodeGlobalID(String(usual)).typename
  const [one, another] = typename === 'Locality' ? communes : ['1', '2']
  return [encodeGlobalID(typename, one), encodeGlobalID(typename, another)]
}

/** Under which hash a mutation keeps what it is asked. Nothing is carried out. */
async function hashOf({ name, args }: GraphQLField<unknown, unknown>, changed?: string): Promise<string> {
  const hashes: string[] = []
  const createMany = ({ data }: { readonly data: { readonly inputHash: string } }) => {
    hashes.push(data.inputHash)
    throw new Error('Far enough')
  }
  const tx = { command: { createMany } }
  const answer = await graphql({
    schema,
    source: `mutation (${args.map((arg) => `$${arg.name}: ${String(arg.type)}`).join(', ')}) {
      ${name}(${args.map((arg) => `${arg.name}: $${arg.name}`).join(', ')}) { __typename ... on Refused { problems { code field } } } }`,
    variableValues: Object.fromEntries(
      args.map((arg) => [
        arg.name,
        valueFor(arg, (path, kind, usual) => twoOf(path, kind, usual)[path === changed ? 1 : 0]),
      ]),
    ),
    contextValue: {
      prisma: { $transaction: (work: (tx: unknown) => Promise<unknown>) => Promise.resolve(tx).then(work) },
      actor: () => Promise.resolve(actor),
    },
  })
  const [hash] = hashes
  if (hash === undefined) throw new Error(`${name} did not come so far: ${JSON.stringify(answer)}`)
  return hash
}

test.each(mutations.map((mutation) => [mutation.name, mutation] as const))(
  '%s with another argument is another request under a used key',
  async (_name, mutation) => {
    const paths: string[] = []
    for (const arg of mutation.args)
      valueFor(arg, (path, kind, usual) => {
        const [one, another] = twoOf(path, kind, usual)
        if (one !== another) paths.push(path)
        return undefined
      })
    const hash = await hashOf(mutation)
    expect(await hashOf(mutation)).toBe(hash)
    const same: string[] = []
    for (const path of paths) if ((await hashOf(mutation, path)) === hash) same.push(path)
    expect(same).toEqual([])
  },
)
