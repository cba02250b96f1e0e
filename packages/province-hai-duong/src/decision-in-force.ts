import { noteOn } from '@khuyencong/domain'
import type { Period, Sourced, Text } from '@khuyencong/rules'

/** A rule of the decision as it is known while the decision is certainly in force. */
type Known = Pick<Sourced, 'cites' | 'trust' | 'note'>

const beforeItsProposal: Text = {
  vi: 'Quyết định có hiệu lực từ ngày ký (Điều 3), không trước Tờ trình ngày 6/6/2023; với các ngày trước đó của năm 2023, tạm áp dụng theo thời gian thực hiện ở mục IV.3.',
  en: 'The decision is in force from its signing (Article 3), which was not before it was proposed on 6 June 2023; for earlier days of 2023 it is taken to hold because part IV.3 counts from that year.',
}

const afterTheMerger: Text = {
  vi: 'Từ 1/7/2025 tỉnh đã nhập vào thành phố Hải Phòng: hiểu là quyết định còn áp dụng cho địa bàn cũ đến hết năm 2025.',
  en: 'Since 1 July 2025 the province is part of Hải Phòng: taken to apply to its former area until the end of 2025.',
}

const assumed = <V extends Known>(version: V, why: Text) => ({
  ...version,
  trust: 'assumed' as const,
  note: noteOn(version, why),
})

/**
 * A rule of the decision over the programme's years. The copy that was read does not say on which day it was signed:
 * until it was proposed, and again since the province merged, that it applies is an assumption.
 */
export const overTheProgramme = <V extends Known>(version: V): readonly (V & Period)[] => [
  { ...assumed(version, beforeItsProposal), from: '2023-01-01', to: '2023-06-05' },
  { ...version, from: '2023-06-06', to: '2025-06-30' },
  { ...assumed(version, afterTheMerger), from: '2025-07-01' },
]
