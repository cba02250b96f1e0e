export type * from 'zod'
