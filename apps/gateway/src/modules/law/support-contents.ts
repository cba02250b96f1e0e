import { contentCodes, contents, type ContentCode } from '@khuyencong/domain'
import { placesOf } from '@khuyencong/programme'
import type { AmountInForce, AmountRule, AmountVersion, Citation } from '@khuyencong/rules'
import { builder } from '../../graphql/builder.js'
import { langArgument, lawArguments } from './arguments.js'
import { CitationRef } from './citation.js'
import { TrustEnum } from './enums.js'
import { refusals, underLaw } from './invalid-input.js'
import { programmeOf } from './packs.js'

interface Level {
  readonly rule: AmountRule
  readonly version: AmountVersion
}

interface ContentOnDay {
  readonly code: ContentCode
  readonly programmeCites: readonly Citation[]
  readonly level: Level | undefined
  /** What would be needed for a level, where there is none. */
  readonly lack: AmountInForce['lack']
}

const LevelRef = builder.objectRef<Level>('SupportLevel').implement({
  description: 'That the law has a level of support; how high it is for a cost, `supportCeiling` says.',
  fields: (t) => ({
    per: t.string({ args: langArgument, resolve: ({ rule }, { lang }) => rule.per[lang] }),
    costItems: t.string({
      nullable: true,
      args: langArgument,
      description: 'What may be counted in the cost.',
      resolve: ({ version }, { lang }) => version.costItems?.[lang],
    }),
    from: t.field({ type: 'Date', resolve: ({ version }) => version.from }),
    to: t.field({ type: 'Date', nullable: true, resolve: ({ version }) => version.to }),
    cites: t.field({ type: [CitationRef], resolve: ({ version }) => [...version.cites] }),
    trust: t.field({ type: TrustEnum, resolve: ({ version }) => version.trust }),
  }),
})

const BeneficiaryEnum = builder.enumType('Beneficiary', {
  description: 'Who takes the support.',
  values: {
    ESTABLISHMENT: { value: 'establishment' },
    CLUSTER: { value: 'cluster' },
    ORGANISATION: { value: 'organisation' },
    PROGRAMME: { value: 'programme', description: 'The programme itself, for its own activities.' },
  } as const,
})

const SupportContentRef = builder.objectRef<ContentOnDay>('SupportContent').implement({
  description: 'A kind of support (nội dung hoạt động khuyến công).',
  fields: (t) => ({
    code: t.exposeString('code'),
    title: t.string({ args: langArgument, resolve: ({ code }, { lang }) => contents[code].title[lang] }),
    beneficiary: t.field({ type: BeneficiaryEnum, resolve: ({ code }) => contents[code].beneficiary }),
    cites: t.field({
      type: [CitationRef],
      description: 'Where the decree has it.',
      resolve: ({ code }) => [...contents[code].cites],
    }),
    programmeCites: t.field({
      type: [CitationRef],
      description: 'Where the programme has it; empty under national law.',
      resolve: ({ programmeCites }) => [...programmeCites],
    }),
    level: t.expose('level', {
      type: LevelRef,
      nullable: true,
      description: 'Absent where the law has none on this day.',
    }),
    needs: t.string({
      nullable: true,
      args: langArgument,
      description: 'Where there is no level: what would be needed for one.',
      resolve: ({ lack }, { lang }) => lack?.text[lang],
    }),
    needsCites: t.field({ type: [CitationRef], resolve: ({ lack }) => [...(lack?.cites ?? [])] }),
  }),
})

builder.queryField('supportContents', (t) =>
  t.field({
    type: [SupportContentRef],
    description: 'Every content that is encoded, in the order of the decree, with its level on a day.',
    errors: {
      ...refusals,
      union: { name: 'SupportContentsResult' },
      result: { name: 'SupportContents' },
      dataField: { name: 'nodes' },
    },
    args: lawArguments,
    resolve: (_parent, { asOf, pack }) =>
      underLaw(pack, asOf, ({ amounts }) => {
        const programme = programmeOf(pack)
        return contentCodes.map((code) => {
          const found = amounts.find(({ rule }) => rule.id === code)
          return {
            code,
            programmeCites: programme ? placesOf(programme, code) : [],
            level: found?.version === undefined ? undefined : { rule: found.rule, version: found.version },
            lack: found?.lack,
          }
        })
      }),
  }),
)
