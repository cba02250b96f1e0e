import { cite } from '@khuyencong/domain'
import { byId, requirement, type Condition, type Text } from '@khuyencong/rules'
import { isNot } from '../facts.js'

/** The subject under which it is asked whether a State title may be kept. */
export const keepState = 'KEEP-STATE'

const ground = <const Id extends string>(
  id: Id,
  clause: string,
  point: string | undefined,
  title: Text,
  requires: Condition,
) =>
  requirement({
    id,
    group: 'keeping',
    subjects: [keepState],
    title,
    from: '2024-01-01',
    cites: [cite('Luật Thi đua, khen thưởng 2022', { article: '93', clause, ...(point && { point }) })],
    trust: 'text',
    requires,
  })

/** Clause 2: the award is annulled, objects and money are taken back. Clause 3: the title is stripped. */
export const article93Rules = byId([
  ground(
    'TDKT-93-DECLARATION',
    '2',
    'a',
    { vi: 'Không gian dối khi kê khai thành tích', en: 'Merit was not declared falsely' },
    isNot('falseDeclaration'),
  ),
  ground(
    'TDKT-93-PAPERS',
    '2',
    'b',
    { vi: 'Không cung cấp thông tin sai, làm giả hồ sơ, giấy tờ', en: 'No false information, no forged papers' },
    isNot('forgedPapers'),
  ),
  ground(
    'TDKT-93-PROPOSAL',
    '2',
    'c',
    { vi: 'Thẩm định, xét, đề nghị đúng quy định', en: 'Appraised and proposed lawfully' },
    isNot('unlawfulProposal'),
  ),
  ground(
    'TDKT-93-FINDING',
    '2',
    'd',
    {
      vi: 'Không có kết luận vi phạm làm không bảo đảm tiêu chuẩn trong thời gian tính thành tích',
      en: 'No finding of a fault by which the standard was not met in the counted period',
    },
    isNot('disqualifyingFinding'),
  ),
  ground(
    'TDKT-93-PRISON',
    '3',
    undefined,
    { vi: 'Không bị kết án tù', en: 'Not sentenced to prison' },
    isNot('imprisoned'),
  ),
])
