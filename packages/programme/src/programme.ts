import type { ContentCode } from '@khuyencong/domain'
import { citationText, type Citation, type Citations, type Period, type Text } from '@khuyencong/rules'

/** Something that a programme document says, in our words, and where. */
interface Stated {
  readonly id: string
  readonly title: Text
  readonly cites: Citations
}

/** One item of the contents of a programme, and the content codes that it comes under. */
export interface ProgrammeItem extends Stated {
  readonly contents: readonly ContentCode[]
  /** Where the item is not plainly one of the codes. */
  readonly note?: Text
}

/** A figure that a programme document states of what went before. */
export interface BaselineFigure extends Stated {
  /** Đồng where `unit` is `dong`, else a number of things. */
  readonly value: bigint
  readonly unit: 'dong' | 'establishments' | 'rounds' | 'products' | 'artisans'
  /** The document says "nearly" or "more than". */
  readonly approximate?: boolean
}

/** A body that carries out a programme, and what the document asks of it. */
export interface ResponsibleBody extends Stated {
  readonly duties: readonly Stated[]
}

/** A programme (chương trình): contents and tasks for a period, approved by one decision. */
export interface Programme {
  readonly title: Text
  /** The decision that approves it. */
  readonly document: string
  readonly period: Period
  /** Its contents, item by item, in the order of the decision. */
  readonly items: readonly ProgrammeItem[]
  /** What is to be supported first. */
  readonly priorities: readonly Stated[]
  /** Where the money comes from. */
  readonly sources: readonly Stated[]
  readonly bodies: readonly ResponsibleBody[]
  /** What the period before achieved. */
  readonly baseline: readonly BaselineFigure[]
}

/** Where the programme has a content; empty where it does not name it. */
export function placesOf(programme: Programme, code: ContentCode): readonly Citation[] {
  const cites = programme.items.filter((item) => item.contents.includes(code)).flatMap((item) => item.cites)
  return [...new Map(cites.map((place) => [citationText(place, 'vi'), place])).values()]
}
