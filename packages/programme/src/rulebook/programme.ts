import { formatDong, formatValue, type Lang } from '@khuyencong/rules'
import type { BaselineFigure, Programme } from '../programme.js'
import { dayText, sourcesText, tableOf } from './book.js'

const words = {
  vi: {
    heading: 'Chương trình theo quyết định',
    period: (from: string, to: string) => `Thời gian thực hiện: từ ${from} đến ${to}.`,
    priorities: 'Ưu tiên',
    priority: 'Nội dung ưu tiên',
    sources: 'Nguồn kinh phí',
    money: 'Nguồn',
    bodies: 'Tổ chức thực hiện',
    body: 'Cơ quan, đơn vị',
    duties: 'Nhiệm vụ',
    baseline: 'Kết quả giai đoạn trước',
    figure: 'Chỉ tiêu',
    value: 'Kết quả',
    about: 'khoảng',
    source: 'Căn cứ',
  },
  en: {
    heading: 'The programme by its decision',
    period: (from: string, to: string) => `Carried out from ${from} to ${to}.`,
    priorities: 'Priorities',
    priority: 'What comes first',
    sources: 'Where the money comes from',
    money: 'Source of money',
    bodies: 'Who carries it out',
    body: 'Body',
    duties: 'Duties',
    baseline: 'What the period before achieved',
    figure: 'Figure',
    value: 'Achieved',
    about: 'about',
    source: 'Source',
  },
} as const

/** What the decision on a programme says beside its rules: its years, priorities, money, duties and the figures that it starts from. */
export function programmeSection(programme: Programme, lang: Lang): string[] {
  const word = words[lang]
  const { period, priorities, sources, bodies, baseline } = programme
  const stated = (all: Programme['priorities']) =>
    all.map(({ title, cites }) => [title[lang], sourcesText(cites, lang)])
  const part = (heading: string, head: readonly string[], rows: readonly (readonly string[])[]) =>
    rows.length > 0 ? [`### ${heading}`, '', ...tableOf([...head, word.source], rows), ''] : []
  return [
    `## ${word.heading}`,
    '',
    ...(period.to ? [word.period(dayText(period.from, lang), dayText(period.to, lang)), ''] : []),
    ...part(word.priorities, [word.priority], stated(priorities)),
    ...part(word.sources, [word.money], stated(sources)),
    ...part(
      word.bodies,
      [word.body, word.duties],
      bodies.map(({ title, duties, cites }) => [
        title[lang],
        duties.map((duty) => `- ${duty.title[lang]}`).join('\n'),
        sourcesText(cites, lang),
      ]),
    ),
    ...part(
      word.baseline,
      [word.figure, word.value],
      baseline.map((figure) => [figure.title[lang], valueOf(figure, lang), sourcesText(figure.cites, lang)]),
    ),
  ]
}

function valueOf({ value, unit, approximate }: BaselineFigure, lang: Lang): string {
  const text = unit === 'dong' ? formatDong(value, lang) : formatValue(Number(value), lang)
  return approximate ? `${words[lang].about} ${text}` : text
}
