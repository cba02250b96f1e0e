import { Marked } from 'marked'
import { readFileSync } from 'node:fs'

const style = readFileSync(new URL('page.css', import.meta.url), 'utf8')

interface Heading {
  readonly depth: number
  readonly id: string
  readonly html: string
}

const words = {
  vi: { contents: 'Mục lục', other: 'English', otherLang: 'en' },
  en: { contents: 'Contents', other: 'Tiếng Việt', otherLang: 'vi' },
} as const

/** How things are known, by the sign that stands for it, as a class to colour it with. */
const signs: Readonly<Record<string, string>> = { '●': 'text', '◐': 'secondary', '○': 'inferred', '△': 'assumed' }

/**
 * A rulebook as one page that needs nothing else: no script, no font, no network. Built from its Markdown.
 * @param name the pack's file name, for the link to the other language
 */
export function page(markdown: string, name: string, lang: 'vi' | 'en'): string {
  const headings: Heading[] = []
  const marked = new Marked({
    gfm: true,
    renderer: {
      heading({ tokens, depth }) {
        const html = this.parser.parseInline(tokens)
        const id = `s${headings.length + 1}`
        headings.push({ depth, id, html })
        return `<h${depth} id="${id}">${html}</h${depth}>\n`
      },
      table(token) {
        const cells = (tag: string, row: typeof token.header) =>
          row.map((cell) => `<${tag}>${this.parser.parseInline(cell.tokens)}</${tag}>`).join('')
        const rows = token.rows.map((row) => `<tr>${cells('td', row)}</tr>`).join('\n')
        return `<div class="table" tabindex="0"><table>\n<thead><tr>${cells('th', token.header)}</tr></thead>\n<tbody>\n${rows}\n</tbody></table></div>\n`
      },
    },
  })
  const body = signed(marked.parse(markdown, { async: false }))
  const title = /^# (.*)$/m.exec(markdown)?.[1] ?? name
  const { contents, other, otherLang } = words[lang]
  const links = headings
    .filter(({ depth }) => depth === 2 || depth === 3)
    .map(({ depth, id, html }) => `<li class="d${depth}"><a href="#${id}">${html}</a></li>`)
  return `<!doctype html>
<html lang="${lang}">
<head>
<meta charset="utf-8">
<meta name="viewport" content="width=device-width, initial-scale=1">
<title>${title}</title>
<style>
${style}</style>
</head>
<body>
<nav aria-label="${contents}">
<p><a href="${name}.${otherLang}.html" lang="${otherLang}" hreflang="${otherLang}">${other}</a></p>
<details open><summary>${contents}</summary>
<ul>
${links.join('\n')}
</ul>
</details>
</nav>
<main>
${body}</main>
</body>
</html>
`
}

const signed = (html: string): string =>
  html.replace(/[●◐○△]/g, (sign) => `<span class="sign ${signs[sign] ?? ''}">${sign}</span>`)
