import { citationText, type Citation } from '@khuyencong/rules'
import { builder } from '../../graphql/builder.js'
import { langArgument } from './arguments.js'

export const CitationRef = builder.objectRef<Citation>('Citation').implement({
  description: 'A place in a legal document.',
  fields: (t) => ({
    document: t.exposeString('document', { description: 'Its number as lawyers write it.' }),
    article: t.exposeString('article', { nullable: true, description: 'Điều.' }),
    part: t.exposeString('part', { nullable: true, description: 'Mục, of what an article approves: `IV.2`.' }),
    clause: t.exposeString('clause', { nullable: true, description: 'Khoản.' }),
    point: t.exposeString('point', { nullable: true, description: 'Điểm.' }),
    text: t.string({ args: langArgument, resolve: (citation, { lang }) => citationText(citation, lang) }),
  }),
})
