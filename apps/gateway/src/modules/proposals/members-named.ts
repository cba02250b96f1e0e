import type { InputProblem } from '../../graphql/problem.js'

/** What is wrong with a group of which nobody has said who is in it: there is nobody whose work could be accepted. */
export const withoutMembers = ({
  kind,
  members,
}: {
  readonly kind: string
  readonly members: readonly unknown[]
}): readonly InputProblem[] => (kind === 'GROUP' && members.length === 0 ? [membersMissing] : [])

const membersMissing: InputProblem = {
  code: 'members-missing',
  field: 'members',
  message: { vi: 'Đề án nhóm chưa xác định các cơ sở thụ hưởng.', en: 'The group has no members yet.' },
  expected: { vi: 'điều chỉnh đề án, bổ sung các cơ sở', en: 'a change that names them' },
}
