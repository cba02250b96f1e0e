import { Origin } from '../generated/prisma/enums.js'
import { builder } from './builder.js'

export const DirectionEnum = builder.enumType('Direction', { values: ['ASC', 'DESC'] as const })

export const OriginEnum = builder.enumType(Origin, {
  name: 'Origin',
  description:
    'How a record came here: PUBLISHED_EXAMPLE was published by a newspaper or an agency and is no record of this programme; RECORDED was entered by an officer.',
})
