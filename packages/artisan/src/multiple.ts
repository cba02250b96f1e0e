import { literal, times, type Expression, type Ratio, type Rounding } from '@khuyencong/rules'

/** A multiple of a salary. Salaries are whole tens of thousands and multiples whole tenths: nothing is ever rounded. */
export const multipleOf = (multiple: Expression<Ratio>, salary: Expression<bigint>): Expression<bigint> =>
  times(multiple, salary, literal<Rounding>('down'))
