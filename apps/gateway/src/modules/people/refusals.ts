import { refusal } from '../../graphql/refusal.js'
import { passwordLength } from '../../sign-in/password-length.js'

// What people and organisations are refused with, in both languages.

export const empty = (field: string) =>
  refusal('empty', field, { vi: 'Không được để trống.', en: 'This is empty.' }, { vi: 'một nội dung', en: 'some text' })

export const emailForm = () =>
  refusal(
    'email-form',
    'email',
    { vi: 'Đây không phải là địa chỉ thư điện tử.', en: 'That is no e-mail address.' },
    { vi: 'một địa chỉ như ten@haiduong.gov.vn', en: 'an address like ten@haiduong.gov.vn' },
  )

export const emailTaken = () =>
  refusal(
    'email-taken',
    'email',
    { vi: 'Địa chỉ thư điện tử này đã có người dùng.', en: 'Somebody has this e-mail address already.' },
    { vi: 'địa chỉ riêng của người này', en: 'an address of his own' },
  )

/** @param field of the place that does not fit */
export const placeOfKind = (field: 'establishmentId' | 'localityId') =>
  field === 'establishmentId'
    ? refusal(
        'place-of-kind',
        field,
        { vi: 'Cơ sở không khớp với loại tổ chức.', en: 'The establishment does not fit the kind.' },
        {
          vi: 'một cơ sở nếu loại là ESTABLISHMENT, nếu không thì để trống',
          en: 'one for the kind ESTABLISHMENT, else none',
        },
      )
    : refusal(
        'place-of-kind',
        field,
        { vi: 'Địa bàn không khớp với loại tổ chức.', en: 'The locality does not fit the kind.' },
        {
          vi: 'một địa bàn nếu loại là LOCAL_COMMITTEE, nếu không thì để trống',
          en: 'one for the kind LOCAL_COMMITTEE, else none',
        },
      )

export const placeTaken = (field: 'establishmentId' | 'localityId') =>
  refusal(
    'place-taken',
    field,
    { vi: 'Nơi này đã có tổ chức.', en: 'That place has its organisation already.' },
    { vi: 'nơi chưa có tổ chức', en: 'a place without an organisation' },
  )

export const roleOfOrganisation = (name: string, role: string, roles: readonly string[]) =>
  refusal(
    'role-of-organisation',
    'role',
    { vi: `${name} không thể giao vai trò ${role}.`, en: `${name} cannot give the role ${role}.` },
    { vi: `một trong các vai trò ${roles.join(', ')}`, en: `one of ${roles.join(', ')}` },
  )

export const roleHeld = () =>
  refusal(
    'role-held',
    'role',
    {
      vi: 'Người này đã giữ vai trò đó ở tổ chức đó trong thời gian này.',
      en: 'He holds this role there in this time already.',
    },
    { vi: 'thời gian chưa giữ vai trò', en: 'a time in which he does not' },
  )

export const periodOrder = () =>
  refusal(
    'period-order',
    'to',
    { vi: 'Ngày kết thúc trước ngày bắt đầu.', en: 'It ends before it begins.' },
    { vi: 'từ ngày bắt đầu, và không trước hôm nay', en: 'the first day or later, and not before today' },
  )

export const ownRights = () =>
  refusal(
    'own-rights',
    'personId',
    { vi: 'Không ai tự thay đổi quyền của mình.', en: 'Nobody changes his own rights.' },
    { vi: 'một người quản trị khác làm việc này', en: 'another administrator does this' },
  )

export const lastAdministrator = () =>
  refusal(
    'last-administrator',
    'personId',
    { vi: 'Đây là người quản trị cuối cùng.', en: 'This is the last administrator.' },
    { vi: 'giao quyền quản trị cho người khác trước', en: 'make somebody else one first' },
  )

export const notActive = () =>
  refusal(
    'not-active',
    'personId',
    { vi: 'Tài khoản này đã bị ngừng.', en: 'This person is not active.' },
    { vi: 'một tài khoản đang hoạt động', en: 'a person who is' },
  )

export const endedAlready = () =>
  refusal(
    'ended-already',
    'membershipId',
    { vi: 'Vai trò này đã kết thúc.', en: 'This membership is over already.' },
    { vi: 'một vai trò đang còn', en: 'one that still holds' },
  )

/** @param field of the input that holds the password */
export const passwordForm = (field: string) =>
  refusal(
    'password-form',
    field,
    { vi: 'Mật khẩu quá ngắn hoặc quá dài.', en: 'The password is too short or too long.' },
    {
      vi: `${passwordLength.least} đến ${passwordLength.most} ký tự`,
      en: `${passwordLength.least} to ${passwordLength.most} characters`,
    },
  )

export const administratorThere = () =>
  refusal(
    'administrator-there',
    'another',
    { vi: 'Đã có người quản trị.', en: 'There is an administrator already.' },
    { vi: '--another để thêm một người nữa', en: '--another, to make one more' },
  )
