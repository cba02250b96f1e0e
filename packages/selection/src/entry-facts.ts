import { defineFacts, type FactsOf } from '@khuyencong/rules'

/**
 * What can be known of a product that is entered in a contest. Key order is asking order; an absent fact is unknown.
 */
export const entryFacts = defineFacts({
  ruralEstablishment: {
    kind: 'flag',
    group: 'entrant',
    mutability: 'fixed',
    title: { vi: 'Là cơ sở công nghiệp nông thôn', en: 'A rural industrial establishment' },
    question: {
      vi: 'Đơn vị tham gia có phải là cơ sở công nghiệp nông thôn theo nghị định về khuyến công?',
      en: 'Is the entrant a rural industrial establishment as the promotion decree has it?',
    },
    help: {
      vi: 'Theo hình thức tổ chức, quy mô và địa bàn có hiệu lực vào ngày xét; cùng điều kiện như khi xét hỗ trợ khuyến công.',
      en: 'By legal form, size and area as in force on the day; the same conditions as for support.',
    },
  },
  entryKind: {
    kind: 'choice',
    group: 'product',
    mutability: 'changeable',
    title: { vi: 'Sản phẩm hay bộ sản phẩm', en: 'Product or set' },
    question: { vi: 'Tham gia với một sản phẩm hay một bộ sản phẩm?', en: 'Is it one product or one set?' },
    help: { vi: 'Một bộ sản phẩm được tính là một sản phẩm.', en: 'A set counts as one product.' },
    values: { product: { vi: 'sản phẩm', en: 'product' }, set: { vi: 'bộ sản phẩm', en: 'set' } },
  },
  setKind: {
    kind: 'choice',
    group: 'product',
    mutability: 'fixed',
    title: { vi: 'Loại bộ sản phẩm', en: 'Kind of set' },
    question: {
      vi: 'Các sản phẩm trong bộ liên quan với nhau thế nào?',
      en: 'How do the products of the set belong together?',
    },
    values: {
      materials: {
        vi: 'cùng kiểu dáng, công dụng, khác chất liệu',
        en: 'same design and use, different materials',
      },
      designs: {
        vi: 'khác kiểu dáng, cùng công dụng, cùng chất liệu',
        en: 'different designs, same use, one material',
      },
      complementary: {
        vi: 'các sản phẩm khác nhau kết hợp để tăng công dụng',
        en: 'different products that fit together for more use',
      },
      other: { vi: 'cách khác', en: 'otherwise' },
    },
  },
  productGroup: {
    kind: 'choice',
    group: 'product',
    mutability: 'changeable',
    title: { vi: 'Nhóm sản phẩm', en: 'Product group' },
    question: { vi: 'Sản phẩm thuộc nhóm nào?', en: 'To which group does the product belong?' },
    values: {
      handicraft: { vi: 'thủ công mỹ nghệ', en: 'handicraft and fine art' },
      'agri-food': {
        vi: 'chế biến nông, lâm, thủy sản và thực phẩm',
        en: 'processed farm, forest, fishery products and food',
      },
      machinery: {
        vi: 'thiết bị, máy móc, dụng cụ và phụ tùng cơ khí',
        en: 'equipment, machinery, tools and mechanical parts',
      },
      other: { vi: 'các sản phẩm khác', en: 'other products' },
    },
  },
  industrialProduct: {
    kind: 'flag',
    group: 'product',
    mutability: 'fixed',
    title: { vi: 'Sản phẩm công nghiệp, tiểu thủ công nghiệp', en: 'Industrial or handicraft product' },
    question: {
      vi: 'Có phải là sản phẩm công nghiệp hoặc tiểu thủ công nghiệp?',
      en: 'Is it an industrial or a handicraft product?',
    },
  },
  madeByEntrant: {
    kind: 'flag',
    group: 'product',
    mutability: 'fixed',
    title: { vi: 'Do chính cơ sở sản xuất', en: 'Made by the entrant' },
    question: {
      vi: 'Sản phẩm (mọi sản phẩm trong bộ) do chính cơ sở tham gia sản xuất?',
      en: 'Does the entrant itself make the product, and every product of the set?',
    },
  },
  breaches: {
    kind: 'choices',
    group: 'product',
    mutability: 'fixed',
    title: { vi: 'Vi phạm pháp luật liên quan đến sản phẩm', en: 'Breaches of law around the product' },
    question: { vi: 'Sản phẩm có vi phạm quy định nào sau đây?', en: 'Which of these rules does the product breach?' },
    values: {
      'intellectual-property': { vi: 'sở hữu trí tuệ, sở hữu công nghiệp', en: 'intellectual and industrial property' },
      quality: { vi: 'chất lượng sản phẩm', en: 'product quality' },
      labour: { vi: 'an toàn, vệ sinh lao động', en: 'labour safety and hygiene' },
      'food-safety': { vi: 'vệ sinh an toàn thực phẩm', en: 'food safety' },
      environment: { vi: 'bảo vệ môi trường', en: 'environment' },
    },
  },
  copiesAnother: {
    kind: 'flag',
    group: 'product',
    mutability: 'fixed',
    title: { vi: 'Sao chép sản phẩm khác', en: 'Copies another product' },
    question: { vi: 'Sản phẩm có sao chép sản phẩm khác?', en: 'Is the product a copy of another?' },
  },
  seriesProduction: {
    kind: 'flag',
    group: 'product',
    mutability: 'fixed',
    title: { vi: 'Sản xuất được hàng loạt', en: 'Can be made in series' },
    question: {
      vi: 'Sản phẩm có thể sản xuất hàng loạt, số lượng lớn, không phải độc bản?',
      en: 'Can the product be made in series and in quantity, so that it is not a one-off?',
    },
  },
  entryDate: {
    kind: 'date',
    group: 'dossier',
    mutability: 'fixed',
    title: { vi: 'Ngày nộp hồ sơ', en: 'Day of filing' },
    question: { vi: 'Hồ sơ tham gia bình chọn nộp ngày nào?', en: 'On which day is the dossier filed?' },
  },
  dossierPapers: {
    kind: 'choices',
    group: 'dossier',
    mutability: 'changeable',
    title: { vi: 'Giấy tờ trong hồ sơ', en: 'Papers of the dossier' },
    question: { vi: 'Hồ sơ có những giấy tờ nào?', en: 'Which papers does the dossier have?' },
    values: {
      'entry-form': { vi: 'phiếu đăng ký tham gia', en: 'entry form' },
      registration: {
        vi: 'bản sao hợp lệ giấy đăng ký kinh doanh hoặc tương đương',
        en: 'valid copy of the business registration or an equal paper',
      },
      description: { vi: 'bản thuyết minh sản phẩm', en: 'description of the product' },
      'referral-letter': {
        vi: 'văn bản đề nghị kèm danh sách của cơ quan tổ chức cấp dưới',
        en: 'letter with the list from the body of the level below',
      },
    },
  },
  dossierSets: {
    kind: 'count',
    group: 'dossier',
    mutability: 'changeable',
    title: { vi: 'Số bộ hồ sơ', en: 'Sets of the dossier' },
    question: { vi: 'Nộp bao nhiêu bộ hồ sơ?', en: 'How many sets of the dossier are filed?' },
  },
  electronicCopy: {
    kind: 'flag',
    group: 'dossier',
    mutability: 'changeable',
    title: { vi: 'Bản điện tử của hồ sơ', en: 'Electronic copy' },
    question: { vi: 'Có kèm bản điện tử của hồ sơ?', en: 'Is an electronic copy enclosed?' },
  },
  photoViews: {
    kind: 'choices',
    group: 'dossier',
    mutability: 'changeable',
    title: { vi: 'Góc chụp ảnh', en: 'Views of the photographs' },
    question: { vi: 'Ảnh sản phẩm chụp từ những phía nào?', en: 'From which sides do the photographs show it?' },
    values: {
      front: { vi: 'chính diện', en: 'front' },
      side: { vi: 'bên cạnh', en: 'side' },
      top: { vi: 'từ trên xuống', en: 'top' },
    },
  },
  photos: {
    kind: 'count',
    group: 'dossier',
    mutability: 'changeable',
    title: { vi: 'Số ảnh màu từ các góc khác nhau', en: 'Colour photographs from different angles' },
    question: {
      vi: 'Có bao nhiêu ảnh màu cỡ 10 x 15 cm chụp từ các góc khác nhau?',
      en: 'How many colour photographs of 10 x 15 cm show it from different angles?',
    },
  },
  lowerRoundHeld: {
    kind: 'flag',
    group: 'progression',
    mutability: 'fixed',
    title: { vi: 'Cấp dưới có tổ chức bình chọn', en: 'A round was held at the level below' },
    question: {
      vi: 'Địa bàn cấp huyện (cấp xã từ 1/7/2025) có tổ chức bình chọn?',
      en: 'Did the district (from 1 July 2025 the commune) hold a round?',
    },
  },
  lowerCertificate: {
    kind: 'flag',
    group: 'progression',
    mutability: 'fixed',
    title: { vi: 'Có giấy chứng nhận của cấp dưới liền kề', en: 'Holds the certificate of the level below' },
    question: {
      vi: 'Sản phẩm có giấy chứng nhận sản phẩm tiêu biểu của cấp dưới liền kề?',
      en: 'Does the product hold the certificate of the level right below?',
    },
  },
  lowerCertificateYear: {
    kind: 'year',
    group: 'progression',
    mutability: 'fixed',
    title: { vi: 'Năm cấp giấy chứng nhận', en: 'Year of the certificate' },
    question: { vi: 'Giấy chứng nhận được cấp năm nào?', en: 'In which year was the certificate issued?' },
  },
})

/** Facts of an entry; every field may be absent. */
export type EntryFacts = FactsOf<typeof entryFacts>

/** The four groups of products. */
export const productGroups = entryFacts.productGroup.values
export type ProductGroup = keyof typeof productGroups
