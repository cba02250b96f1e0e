import { CertificateKind } from '../../generated/prisma/enums.js'
import { builder } from '../../graphql/builder.js'
import { connectionComplexity, keysetConnection } from '../../graphql/connection.js'
import { DirectionEnum } from '../../graphql/enums.js'
import { keyArgument, orRefused, written } from '../../graphql/mutation.js'
import { EstablishmentRef, ProductGroupEnum } from '../establishments/schema.js'
import {
  countProducts,
  productOrder,
  readProducts,
  readProductsById,
  readProductsOf,
  type ProductRow,
} from './reads.js'
import { changeProduct, endProduct, registerProduct } from './service.js'

const KindEnum = builder.enumType(CertificateKind, {
  name: 'CertificateKind',
  description: 'Sản phẩm CNNT tiêu biểu; nhãn hiệu; OCOP; tiêu chuẩn, quy chuẩn; khác.',
})

const CertificateRef = builder.objectRef<ProductRow['certificates'][number]>('ProductCertificate').implement({
  fields: (t) => ({
    kind: t.expose('kind', { type: KindEnum }),
    title: t.exposeString('title'),
    number: t.exposeString('number', { nullable: true }),
    issuer: t.exposeString('issuer'),
    issuedOn: t.expose('issuedOn', { type: 'Date' }),
    validTo: t.expose('validTo', { type: 'Date', nullable: true, description: 'The last day on which it is valid.' }),
  }),
})

const ProductRef = builder.loadableNodeRef('Product', {
  id: { resolve: ({ id }: ProductRow) => id },
  load: (ids: string[], { prisma }) => readProductsById(prisma, ids),
  sort: ({ id }) => id,
})

ProductRef.implement({
  description: 'What an establishment makes.',
  fields: (t) => ({
    name: t.exposeString('name'),
    group: t.expose('group', { type: ProductGroupEnum }),
    remark: t.exposeString('remark'),
    endedOn: t.expose('endedOn', {
      type: 'Date',
      nullable: true,
      description: 'The first day on which it is no longer made.',
    }),
    version: t.exposeInt('version'),
    establishment: t.field({ type: EstablishmentRef, resolve: ({ establishment }) => establishment }),
    certificates: t.expose('certificates', { type: [CertificateRef] }),
  }),
})

builder.objectField(EstablishmentRef, 'products', (t) =>
  t.loadableList({
    type: ProductRef,
    load: (ids: string[], { prisma }) => readProductsOf(prisma, ids),
    resolve: ({ id }) => id,
  }),
)

const ProductFilter = builder.inputType('ProductFilter', {
  fields: (t) => ({
    group: t.field({ type: ProductGroupEnum }),
    text: t.string({ description: 'Part of the name or of the establishment; diacritics may be left out.' }),
    ended: t.boolean(),
  }),
})

builder.queryField('products', (t) =>
  t.connection(
    {
      type: ProductRef,
      args: {
        filter: t.arg({ type: ProductFilter }),
        direction: t.arg({ type: DirectionEnum, required: true, defaultValue: 'ASC' }),
      },
      complexity: connectionComplexity,
      resolve: (_parent, { filter, direction, ...args }, { prisma }) => {
        const order = productOrder(direction)
        return keysetConnection({
          args,
          order,
          read: (slice) => readProducts(prisma, filter ?? {}, order, slice),
          count: () => countProducts(prisma, filter ?? {}),
        })
      },
    },
    { fields: (t) => ({ totalCount: t.int({ resolve: ({ count }) => count() }) }) },
  ),
)

const CertificateInput = builder.inputType('ProductCertificateInput', {
  fields: (t) => ({
    kind: t.field({ type: KindEnum, required: true }),
    title: t.string({ required: true }),
    number: t.string(),
    issuer: t.string({ required: true }),
    issuedOn: t.field({ type: 'Date', required: true }),
    validTo: t.field({ type: 'Date' }),
  }),
})

const ProductInput = builder.inputType('ProductInput', {
  fields: (t) => ({
    name: t.string({ required: true }),
    group: t.field({ type: ProductGroupEnum, required: true }),
    remark: t.string(),
    certificates: t.field({ type: [CertificateInput] }),
  }),
})

builder.mutationFields((t) => ({
  registerProduct: t.field({
    type: ProductRef,
    errors: orRefused('RegisterProduct'),
    args: {
      ...keyArgument,
      establishment: t.arg.globalID({ for: EstablishmentRef, required: true }),
      input: t.arg({ type: ProductInput, required: true }),
    },
    resolve: async (_parent, { idempotencyKey, establishment, input }, { prisma, actor }) => {
      const asked = { actor: await actor(), idempotencyKey }
      const id = await registerProduct(prisma, asked, establishment.id, input)
      return await written((ids) => readProductsById(prisma, ids), id)
    },
  }),
  changeProduct: t.field({
    type: ProductRef,
    description: 'Replaces all that is recorded of it, its certificates with it.',
    errors: orRefused('ChangeProduct'),
    args: {
      ...keyArgument,
      id: t.arg.globalID({ for: ProductRef, required: true }),
      expectedVersion: t.arg.int({ required: true }),
      input: t.arg({ type: ProductInput, required: true }),
    },
    resolve: async (_parent, { idempotencyKey, id: { id }, expectedVersion, input }, { prisma, actor }) => {
      const asked = { actor: await actor(), idempotencyKey }
      const changed = await changeProduct(prisma, asked, { id, expectedVersion }, input)
      return await written((ids) => readProductsById(prisma, ids), changed)
    },
  }),
  endProduct: t.field({
    type: ProductRef,
    errors: orRefused('EndProduct'),
    args: {
      ...keyArgument,
      id: t.arg.globalID({ for: ProductRef, required: true }),
      expectedVersion: t.arg.int({ required: true }),
      on: t.arg({ type: 'Date', required: true, description: 'The first day on which it is no longer made.' }),
    },
    resolve: async (_parent, { idempotencyKey, id: { id }, expectedVersion, on }, { prisma, actor }) => {
      const asked = { actor: await actor(), idempotencyKey }
      const ended = await endProduct(prisma, asked, { id, expectedVersion }, on)
      return await written((ids) => readProductsById(prisma, ids), ended)
    },
  }),
}))
