import type { ApplicationFacts } from '@khuyencong/domain'
import { z } from 'zod'
import { factsToJson } from './facts.js'

/** No fact of the registry is money: JSON says each of them exactly. */
const Known = z.union([z.string(), z.number(), z.boolean()])

/** Facts of an answer of the law that the registry said, as they are kept with it. */
export const FromRegistry = z.array(
  z.object({
    /** Key of the fact. */
    fact: z.string(),
    /** What the registry said: with this the law was asked. */
    value: Known,
    /** What was written in the proposal; absent where nothing was. */
    said: Known.optional(),
  }),
)
export type FromRegistry = z.infer<typeof FromRegistry>

/** What the registry says of an application, each fact with what the application itself says of it. */
export function fromRegistry(registry: ApplicationFacts, said: ApplicationFacts): FromRegistry {
  const written = factsToJson(said)
  return FromRegistry.parse(
    Object.entries(factsToJson(registry)).map(([fact, value]) => ({
      ...{ fact, value },
      ...(written[fact] !== undefined && { said: written[fact] }),
    })),
  )
}
