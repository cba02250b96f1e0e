import type { AcceptanceProof } from '@khuyencong/budget'
import { canonicalJson } from '../../json.js'

/** What the law says of a proof as one text: the same answer gives the same bytes. */
export function proofJson({ items, missing, cites, trust, ...proof }: AcceptanceProof): string {
  return canonicalJson({
    ...proof,
    law: { ...proof.law },
    items: items.map((item) => ({ ...item, title: { ...item.title } })),
    missing,
    cites: cites.map((one) => ({ ...one })),
    trust: {
      weakest: trust.weakest,
      doubts: trust.doubts.map(({ title, note, cites: places, ...doubt }) => ({
        ...doubt,
        title: { ...title },
        note: note && { ...note },
        cites: places.map((one) => ({ ...one })),
      })),
    },
  })
}
