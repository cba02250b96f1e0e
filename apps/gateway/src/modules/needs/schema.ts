import { authorise } from '../../access/table.js'
import { builder } from '../../graphql/builder.js'
import { connectionComplexity, keysetConnection } from '../../graphql/connection.js'
import { DirectionEnum } from '../../graphql/enums.js'
import { keyArgument, orRefused, written } from '../../graphql/mutation.js'
import { readEstablishmentsById } from '../establishments/reads.js'
import { EstablishmentRef } from '../establishments/schema.js'
import { anyPlace } from '../establishments/scope.js'
import {
  countNeeds,
  needOrder,
  readNeeds,
  readNeedsById,
  readNeedTotals,
  type NeedRow,
  type TotalRow,
} from './reads.js'
import { changeNeed, recordNeed, withdrawNeed } from './service.js'

const NeedRef = builder.objectRef<NeedRow>('Need')
builder.node(NeedRef, {
  description: 'What an establishment would like to be supported with in a year (khảo sát nhu cầu).',
  id: { resolve: ({ id }) => id },
  loadMany: async (ids, { prisma, actor }) => {
    const who = await actor()
    authorise(who, 'seeNeeds', anyPlace(who))
    const needs = await readNeedsById(prisma, ids)
    return ids.map((id) => needs.find((need) => need.id === id) ?? null)
  },
  fields: (t) => ({
    year: t.exposeInt('year'),
    contentCode: t.exposeString('contentCode'),
    estimatedCost: t.expose('estimatedCost', {
      type: 'Dong',
      nullable: true,
      description: 'Of the whole undertaking; absent while nobody has reckoned it.',
    }),
    remark: t.exposeString('remark'),
    version: t.exposeInt('version'),
    establishment: t.field({ type: EstablishmentRef, resolve: ({ establishment }) => establishment }),
  }),
})

const TotalRef = builder.objectRef<TotalRow>('NeedTotal').implement({
  description: 'What is wanted in a year of one content.',
  fields: (t) => ({
    contentCode: t.exposeString('contentCode'),
    needs: t.exposeInt('needs'),
    estimatedCost: t.expose('estimatedCost', { type: 'Dong', description: 'Of those that are reckoned.' }),
    unreckoned: t.exposeInt('unreckoned', { description: 'Needs without an estimate.' }),
  }),
})

const NeedFilter = builder.inputType('NeedFilter', {
  fields: (t) => ({
    year: t.int(),
    contentCode: t.string(),
    text: t.string({ description: 'Part of the establishment; diacritics may be left out.' }),
  }),
})

builder.queryField('needs', (t) =>
  t.connection(
    {
      type: NeedRef,
      description: 'For those who work for the programme.',
      args: {
        filter: t.arg({ type: NeedFilter }),
        direction: t.arg({ type: DirectionEnum, required: true, defaultValue: 'DESC' }),
      },
      complexity: connectionComplexity,
      resolve: async (_parent, { filter, direction, ...args }, { prisma, actor }) => {
        const who = await actor()
        authorise(who, 'seeNeeds', anyPlace(who))
        const order = needOrder(direction)
        return await keysetConnection({
          args,
          order,
          read: (slice) => readNeeds(prisma, filter ?? {}, order, slice),
          count: () => countNeeds(prisma, filter ?? {}),
        })
      },
    },
    { fields: (t) => ({ totalCount: t.int({ resolve: ({ count }) => count() }) }) },
  ),
)

builder.queryField('needTotals', (t) =>
  t.field({
    type: [TotalRef],
    description: 'What is wanted in a year, content by content. For those who work for the programme.',
    args: { year: t.arg.int({ required: true }) },
    resolve: async (_parent, { year }, { prisma, actor }) => {
      const who = await actor()
      authorise(who, 'seeNeeds', anyPlace(who))
      return await readNeedTotals(prisma, year)
    },
  }),
)

const NeedInput = builder.inputType('NeedInput', {
  fields: (t) => ({
    year: t.int({ required: true }),
    contentCode: t.string({ required: true }),
    estimatedCost: t.field({ type: 'Dong' }),
    remark: t.string(),
  }),
})

builder.mutationFields((t) => ({
  recordNeed: t.field({
    type: NeedRef,
    errors: orRefused('RecordNeed'),
    args: {
      ...keyArgument,
      establishment: t.arg.globalID({ for: EstablishmentRef, required: true }),
      input: t.arg({ type: NeedInput, required: true }),
    },
    resolve: async (_parent, { idempotencyKey, establishment, input }, { prisma, actor }) => {
      const asked = { actor: await actor(), idempotencyKey }
      const id = await recordNeed(prisma, asked, { establishmentId: establishment.id, ...input })
      return await written((ids) => readNeedsById(prisma, ids), id)
    },
  }),
  changeNeed: t.field({
    type: NeedRef,
    errors: orRefused('ChangeNeed'),
    args: {
      ...keyArgument,
      id: t.arg.globalID({ for: NeedRef, required: true }),
      expectedVersion: t.arg.int({ required: true }),
      estimatedCost: t.arg({ type: 'Dong' }),
      remark: t.arg.string(),
    },
    resolve: async (_parent, { idempotencyKey, id: { id }, expectedVersion, ...input }, { prisma, actor }) => {
      const asked = { actor: await actor(), idempotencyKey }
      const changed = await changeNeed(prisma, asked, { id, expectedVersion }, input)
      return await written((ids) => readNeedsById(prisma, ids), changed)
    },
  }),
  withdrawNeed: t.field({
    type: EstablishmentRef,
    errors: orRefused('WithdrawNeed'),
    args: {
      ...keyArgument,
      id: t.arg.globalID({ for: NeedRef, required: true }),
      expectedVersion: t.arg.int({ required: true }),
    },
    resolve: async (_parent, { idempotencyKey, id: { id }, expectedVersion }, { prisma, actor }) => {
      const asked = { actor: await actor(), idempotencyKey }
      const whose = await withdrawNeed(prisma, asked, { id, expectedVersion })
      return await written((ids) => readEstablishmentsById(prisma, ids), whose)
    },
  }),
}))
