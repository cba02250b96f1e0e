import { InputError, type Problem } from '@khuyencong/rules'

/**
 * Goes on only where nothing is wrong.
 * @throws InputError naming every problem there is
 */
export function refuse([first, ...rest]: readonly Problem[]): void {
  if (first) throw new InputError([first, ...rest])
}
