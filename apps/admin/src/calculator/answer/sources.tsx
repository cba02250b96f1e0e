import { documents } from '@khuyencong/domain'
import { citationText, type Citation, type Text } from '@khuyencong/rules'
import { useLanguage } from '../../language/language'

const titles: Readonly<Record<string, { readonly title: Text }>> = documents

/** Where the law says it. The title of the document shows on pointing at its number. */
export function Sources({ cites }: { readonly cites: readonly Citation[] }) {
  const { lang, say } = useLanguage()
  return cites.map((citation, index) => {
    const document = titles[citation.document]
    const text = citationText(citation, lang)
    return (
      <span key={text}>
        {index > 0 && '; '}
        <cite title={document && say(document.title)}>{text}</cite>
      </span>
    )
  })
}
