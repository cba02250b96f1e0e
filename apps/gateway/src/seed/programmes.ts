import { join } from 'node:path'
import { z } from 'zod'
import type { Prisma } from '../generated/prisma/client.js'
import { packageRoot } from '../package-root.js'
import { dateCell, optionalCell, readCsv } from './csv.js'

const Row = z.object({
  id: z.string().min(1),
  title: z.string().min(1),
  issuer: z.string().min(1),
  number: optionalCell,
  issued_on: z.union([z.literal('').transform(() => null), dateCell]),
  period_from: dateCell,
  period_to: dateCell,
  province: z.string().min(1),
  note: z.string(),
})

export function readProgrammes(): Prisma.ProgrammeCreateManyInput[] {
  return readCsv(join(packageRoot, 'seed', 'programmes.csv'), Row).map((row) => ({
    id: row.id,
    title: row.title,
    issuer: row.issuer,
    number: row.number,
    issuedOn: row.issued_on,
    periodFrom: row.period_from,
    periodTo: row.period_to,
    provinceName: row.province,
    note: row.note,
  }))
}
