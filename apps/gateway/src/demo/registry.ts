import { encodeGlobalID } from '@pothos/plugin-relay'
import { z } from 'zod'
import { officers } from './officers.js'
import { readCollaborators, readEstablishments, type DemoEstablishment } from './tables.js'
import type { Walk } from './walk.js'

/** The list of April 2023, in which the tables name places. */
const list = '2023-04-01'
export const localityId = (code: string): string => encodeGlobalID('Locality', `${list}/${code}`)

/** Establishments with their sites, products and needs; and the network of collaborators. */
export async function bringRegistry(walk: Walk): Promise<void> {
  const { centre } = officers
  for (const row of readEstablishments()) {
    const establishment = await establishmentId(walk, row.slug)
    const { product, product_group: group, need_content: contentCode, need_million } = row
    await walk.act(centre, 'registerProduct', `product/${row.slug}`, { establishment, input: { name: product, group } })
    await walk.act(centre, 'recordNeed', `need/${row.slug}`, {
      establishment,
      input: { year: 2024, contentCode, estimatedCost: need_million.toString(), remark: 'Khảo sát nhu cầu (minh họa)' },
    })
  }
  for (const { slug, name, locality, from, tasks } of readCollaborators())
    await walk.act(centre, 'registerCollaborator', `collaborator/${slug}`, {
      input: { name, locality: localityId(locality), from, tasks },
    })
}

const establishments: ReadonlyMap<string, DemoEstablishment> = new Map(
  readEstablishments().map((row) => [row.slug, row]),
)

export function establishmentOf(slug: string): DemoEstablishment {
  const found = establishments.get(slug)
  if (found === undefined) throw new Error(`The tables of the demo have no establishment ${slug}`)
  return found
}

/** Registered when it is first asked for. */
export async function establishmentId(walk: Walk, slug: string): Promise<string> {
  const { name, form, tax_code: taxCode, address, locality } = establishmentOf(slug)
  const contact = { name: 'Chủ cơ sở (minh họa)', email: `${slug}@khuyencong.example` }
  const input = {
    name,
    form,
    taxCode: taxCode ?? null,
    address,
    locality: localityId(locality),
    siteAddress: address,
    contact,
  }
  return await walk.act(officers.centre, 'registerEstablishment', `establishment/${slug}`, { input, on: '2023-08-15' })
}

const Sites = z.object({ sites: z.tuple([z.object({ id: z.string() })]) })

/** Where it produces. */
export async function siteId(walk: Walk, slug: string): Promise<string> {
  const query = 'query ($id: ID!) { node(id: $id) { ... on Establishment { sites { id } } } }'
  const { sites } = await walk.read(officers.centre, query, { id: await establishmentId(walk, slug) }, Sites)
  return sites[0].id
}
