import { cite } from '@khuyencong/domain'
import { byId, parameter, percent, type Text } from '@khuyencong/rules'
import { is } from '../facts.js'
import { decree43Since, underDecree43 } from '../transition.js'

/** Articles 8 to 11 (chapter III): read only in a table of contents. */
const articles8to11 = cite('NĐ 43/2024/NĐ-CP', { article: '8-11' })

/** Size and composition of none of the three councils was seen. */
const composition = underDecree43({
  id: 'ND43-COUNCIL',
  group: 'council',
  subjects: ['COUNCIL'],
  title: { vi: 'Hội đồng: thành phần, số lượng thành viên', en: 'Council: size and composition' },
  cites: [articles8to11],
  trust: 'assumed',
  note: {
    vi: 'Điều 8-11 chưa đọc được (Hội đồng cấp Nhà nước năm 2024 có 11 thành viên): cần cơ quan thường trực xác nhận.',
    en: 'Articles 8-11 could not be read (the State council of 2024 had 11 members): the standing agency must confirm.',
  },
  requires: is('compositionConfirmed'),
})

const note: Text = {
  vi: 'Chưa thấy trong nguồn nào; con số nhớ lại, không phải luật. Kết quả kiểm phiếu vì thế là chưa biết.',
  en: 'Seen in no source; a figure remembered, not law. A count that hangs on it is therefore unknown.',
}

/** Stands in for a figure that was not seen. A count of votes never rests on it: it only says what the figure would come to. */
const remembered = <const Id extends string>(
  id: Id,
  title: Text,
  taken: bigint,
  other?: { value: bigint; title: Text },
) =>
  parameter({
    id,
    title,
    unit: 'ratio',
    timeline: [
      {
        from: decree43Since,
        value: percent(taken),
        cites: [articles8to11],
        trust: 'assumed',
        note,
        ...(other && { readings: [{ value: percent(other.value), title: other.title }] }),
      },
    ],
  })

export const meetings43 = {
  quorum: remembered('ND43.council.quorum', { vi: 'Thành viên dự họp ít nhất', en: 'Fewest members present' }, 75n),
  share: remembered(
    'ND43.council.share',
    { vi: 'Phiếu đồng ý trên tổng số thành viên', en: 'Votes for, of all members' },
    80n,
    { value: 90n, title: { vi: 'như NĐ 123/2014', en: 'as under NĐ 123/2014' } },
  ),
} as const

export const councilParameters = byId([meetings43.quorum, meetings43.share])
export const councilRules = byId([composition])
