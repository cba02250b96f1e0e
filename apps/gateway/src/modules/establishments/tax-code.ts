import { stdnum } from 'stdnum'
import { refusal } from '../../graphql/refusal.js'

function ofEnterprises() {
  const known = stdnum['VN']?.['mst']
  if (known === undefined) throw new Error('stdnum no longer knows the tax codes of Vietnam')
  return known
}
const enterprise = ofEnterprises()

/**
 * Reads a tax code (mã số thuế) as people write it: ten digits, the last of them a check digit; of a dependent unit (chi
 * nhánh, đơn vị phụ thuộc) three more after a hyphen; since 1 July 2025 of a household or a person the twelve digits of the
 * personal identity number (số định danh cá nhân), which have no check digit.
 *
 * @param field of the input, for the refusal
 * @returns it as it is stored: `0800004797`, `0800004797-001` or `030091001234`
 * @throws Refusal `tax-code-form` or `tax-code-check`
 */
export function readTaxCode(written: string, field: string): string {
  const digits = written.replace(/[\s.-]/g, '')
  if (isPersonal(digits)) return digits
  const { error } = enterprise.validate(digits)
  if (error === undefined) return digits.length === 13 ? `${digits.slice(0, 10)}-${digits.slice(10)}` : digits
  if (error.name === 'InvalidChecksum') throw wrongDigit(written, field)
  throw refusal(
    'tax-code-form',
    field,
    { vi: `"${written}" không phải là mã số thuế.`, en: `"${written}" is not a tax code.` },
    {
      vi: '10 chữ số (vd. 0800004797), đơn vị phụ thuộc thêm 3 chữ số (0800004797-001), hộ kinh doanh: 12 chữ số định danh cá nhân',
      en: '10 digits (e.g. 0800004797), of a dependent unit 3 more (0800004797-001), of a household the 12 digits of the personal identity number',
    },
  )
}

/** Whether a tax code is a person's identity number: then it is personal data. Twelve digits, the first three a province's code. */
export const isPersonal = (taxCode: string): boolean => /^0\d{11}$/.test(taxCode)

const wrongDigit = (written: string, field: string) =>
  refusal(
    'tax-code-check',
    field,
    {
      vi: `Mã số thuế "${written}" có chữ số bị sai: chữ số kiểm tra (thứ 10) không khớp.`,
      en: `A digit of the tax code "${written}" is wrong: its check digit, the tenth, does not fit.`,
    },
    { vi: 'mã số ghi trên giấy đăng ký', en: 'the code on the certificate of registration' },
  )
