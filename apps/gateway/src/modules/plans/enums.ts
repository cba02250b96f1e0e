import { PlanLineKind } from '../../generated/prisma/enums.js'
import { builder } from '../../graphql/builder.js'

export const PlanLineKindEnum = builder.enumType(PlanLineKind, {
  name: 'PlanLineKind',
  description: 'PROJECT: of an establishment, by its proposal. ACTIVITY: of the programme itself.',
})
