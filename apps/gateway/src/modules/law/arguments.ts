import { builder } from '../../graphql/builder.js'
import { packNames } from './packs.js'

const PackEnum = builder.enumType('Pack', {
  description: 'Whose law: that of a province on top of the national one, or the national one alone.',
  values: packNames,
})

const LangEnum = builder.enumType('Lang', {
  description: 'Vietnamese is the original; English is a translation of ours.',
  values: { VI: { value: 'vi' }, EN: { value: 'en' } } as const,
})

/** Which law: of which pack, in force on which day. */
export const lawArguments = builder.args((t) => ({
  asOf: t.field({ type: 'Date', required: true, description: 'The day whose law applies.' }),
  pack: t.field({ type: PackEnum, required: true, defaultValue: 'HAI_DUONG' }),
}))

/** For every text. */
export const langArgument = builder.args((t) => ({
  lang: t.field({ type: LangEnum, required: true, defaultValue: 'vi' }),
}))
