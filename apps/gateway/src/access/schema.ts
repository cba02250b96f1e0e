import { Role } from '../generated/prisma/enums.js'
import { builder } from '../graphql/builder.js'
import type { Row } from './row.js'
import { accessTable } from './table.js'

export const RoleEnum = builder.enumType(Role, {
  name: 'Role',
  description:
    'What a person does in an organisation: cơ sở CNNT, UBND cấp huyện (cấp xã since 1 July 2025), Trung tâm Khuyến công, Sở Công Thương, Sở Tài chính, UBND tỉnh, thành viên hội đồng, thanh tra, sở ngành khác, quản trị.',
})

const AccessRowRef = builder.objectRef<Row>('AccessRow').implement({
  description: 'One row of the table of access. What no row allows is not allowed.',
  fields: (t) => ({
    action: t.exposeString('action', { description: '`<what>.<verb>`, e.g. `person.create`.' }),
    roles: t.field({
      type: [RoleEnum],
      description: 'ESTABLISHMENT reaches only its own things, LOCAL_COMMITTEE only those in its own localities.',
      resolve: ({ roles }) => [...roles],
    }),
    states: t.stringList({
      nullable: true,
      description: 'States of the thing in which it may be done; null: in any.',
      resolve: ({ states }) => (states === undefined ? null : [...states]),
    }),
  }),
})

builder.queryField('accessTable', (t) =>
  t.field({
    type: [AccessRowRef],
    description: 'Who may do what in which state.',
    resolve: () => [...accessTable],
  }),
)
