import type { Citation, IsoDate, Text } from '@khuyencong/rules'

/** A legal document, by the number lawyers know it by. */
export interface LegalDocument {
  readonly title: Text
  /** Day of issue, where known. */
  readonly issued?: IsoDate
  /** First day in force, where known. */
  readonly inForce?: IsoDate
  /** Whether its text could be read, or only what others report of it. */
  readonly read: 'whole' | 'part' | 'reported' | 'not-read'
}

const declare = <const D extends Readonly<Record<string, LegalDocument>>>(documents: D): D => documents

/** Every document that a rule or value of the packages cites. */
export const documents = declare({
  'NĐ 45/2012/NĐ-CP': {
    title: { vi: 'Nghị định về khuyến công', en: 'Decree on industrial promotion' },
    issued: '2012-05-21',
    inForce: '2012-07-05',
    read: 'whole',
  },
  'NĐ 235/2025/NĐ-CP': {
    title: {
      vi: 'Nghị định sửa đổi, bổ sung Nghị định 45/2012/NĐ-CP về khuyến công',
      en: 'Decree amending Decree 45/2012 on industrial promotion',
    },
    issued: '2025-08-27',
    inForce: '2025-10-15',
    read: 'part',
  },
  'TT 46/2012/TT-BCT': {
    title: {
      vi: 'Thông tư chi tiết một số nội dung của Nghị định 45/2012/NĐ-CP',
      en: 'Circular detailing Decree 45/2012',
    },
    issued: '2012-12-28',
    inForce: '2013-02-10',
    read: 'whole',
  },
  'TT 20/2017/TT-BCT': {
    title: { vi: 'Thông tư sửa đổi, bổ sung Thông tư 46/2012/TT-BCT', en: 'Circular amending Circular 46/2012' },
    issued: '2017-09-29',
    read: 'reported',
  },
  'TT 36/2013/TT-BCT': {
    title: {
      vi: 'Thông tư về xây dựng kế hoạch, tổ chức thực hiện và quản lý kinh phí khuyến công quốc gia',
      en: 'Circular on the plan, the work and the money of the national industrial promotion fund',
    },
    issued: '2013-12-27',
    inForce: '2014-02-10',
    read: 'part',
  },
  'TT 17/2018/TT-BCT': {
    title: { vi: 'Thông tư sửa đổi, bổ sung Thông tư 36/2013/TT-BCT', en: 'Circular amending Circular 36/2013' },
    issued: '2018-07-10',
    read: 'reported',
  },
  'TTLT 26/2014/TTLT-BTC-BCT': {
    title: {
      vi: 'Thông tư liên tịch về trình tự lập, quản lý, sử dụng kinh phí khuyến công',
      en: 'Joint circular on the management and use of industrial promotion funds',
    },
    issued: '2014-02-18',
    inForce: '2014-04-08',
    read: 'whole',
  },
  'TT 26/2014/TT-BCT': {
    title: {
      vi: 'Thông tư về tổ chức bình chọn sản phẩm công nghiệp nông thôn tiêu biểu',
      en: 'Circular on contests of representative rural industrial products',
    },
    issued: '2014-08-28',
    inForce: '2014-10-21',
    read: 'part',
  },
  'TT 14/2018/TT-BCT': {
    title: { vi: 'Thông tư sửa đổi, bổ sung Thông tư 26/2014/TT-BCT', en: 'Circular amending Circular 26/2014' },
    issued: '2018-06-28',
    inForce: '2018-08-16',
    read: 'reported',
  },
  'TT 38/2025/TT-BCT': {
    title: {
      vi: 'Thông tư sửa đổi các thông tư của Bộ Công Thương, trong đó có Thông tư 26/2014/TT-BCT',
      en: 'Circular amending circulars of the ministry, Circular 26/2014 among them',
    },
    issued: '2025-06-19',
    inForce: '2025-07-01',
    read: 'reported',
  },
  'TT 33/2019/TT-BTC': {
    title: {
      vi: 'Thông tư về quản lý kinh phí chương trình thương hiệu quốc gia',
      en: 'Circular on the funds of the national brand programme',
    },
    read: 'reported',
  },
  'TT 28/2018/TT-BTC': {
    title: {
      vi: 'Thông tư hướng dẫn lập, quản lý, sử dụng kinh phí khuyến công',
      en: 'Circular on the estimation, management and use of industrial promotion funds',
    },
    issued: '2018-03-28',
    inForce: '2018-05-11',
    read: 'reported',
  },
  'TT 64/2024/TT-BTC': {
    title: { vi: 'Thông tư sửa đổi, bổ sung Thông tư 28/2018/TT-BTC', en: 'Circular amending Circular 28/2018' },
    read: 'not-read',
  },
  'TTLT 221/2012/TTLT-BTC-BCT': {
    title: {
      vi: 'Thông tư liên tịch về kinh phí sản xuất sạch hơn trong công nghiệp',
      en: 'Joint circular on funds for cleaner production in industry',
    },
    read: 'reported',
  },
  'NĐ 56/2009/NĐ-CP': {
    title: {
      vi: 'Nghị định về trợ giúp phát triển doanh nghiệp nhỏ và vừa',
      en: 'Decree on assistance to small and medium enterprises',
    },
    read: 'not-read',
  },
  'NĐ 39/2018/NĐ-CP': {
    title: {
      vi: 'Nghị định hướng dẫn Luật Hỗ trợ doanh nghiệp nhỏ và vừa',
      en: 'Decree guiding the Law on support for small and medium enterprises',
    },
    inForce: '2018-03-11',
    read: 'reported',
  },
  'NĐ 80/2021/NĐ-CP': {
    title: {
      vi: 'Nghị định hướng dẫn Luật Hỗ trợ doanh nghiệp nhỏ và vừa',
      en: 'Decree guiding the Law on support for small and medium enterprises',
    },
    inForce: '2021-10-15',
    read: 'part',
  },
  'Luật Thi đua, khen thưởng 2003': {
    title: {
      vi: 'Luật Thi đua, khen thưởng năm 2003, sửa đổi năm 2005, 2013',
      en: 'Law on emulation and commendation of 2003, amended 2005 and 2013',
    },
    issued: '2003-11-26',
    read: 'reported',
  },
  'Luật Thi đua, khen thưởng 2022': {
    title: { vi: 'Luật Thi đua, khen thưởng số 06/2022/QH15', en: 'Law on emulation and commendation, 06/2022/QH15' },
    issued: '2022-06-15',
    inForce: '2024-01-01',
    read: 'part',
  },
  'BLDS 2015': {
    title: { vi: 'Bộ luật Dân sự số 91/2015/QH13', en: 'Civil Code, 91/2015/QH13' },
    issued: '2015-11-24',
    inForce: '2017-01-01',
    read: 'reported',
  },
  'NĐ 123/2014/NĐ-CP': {
    title: {
      vi: 'Nghị định về xét tặng danh hiệu Nghệ nhân Nhân dân, Nghệ nhân Ưu tú trong lĩnh vực nghề thủ công mỹ nghệ',
      en: "Decree on the titles of People's and Merited Artisan in handicrafts",
    },
    issued: '2014-12-25',
    read: 'part',
  },
  'NĐ 43/2024/NĐ-CP': {
    title: {
      vi: 'Nghị định quy định chi tiết về xét tặng danh hiệu Nghệ nhân nhân dân, Nghệ nhân ưu tú trong lĩnh vực nghề thủ công mỹ nghệ',
      en: "Decree detailing the titles of People's and Merited Artisan in handicrafts",
    },
    issued: '2024-04-19',
    inForce: '2024-06-06',
    read: 'part',
  },
  'NĐ 98/2023/NĐ-CP': {
    title: {
      vi: 'Nghị định quy định chi tiết Luật Thi đua, khen thưởng',
      en: 'Decree detailing the Law on emulation and commendation',
    },
    inForce: '2024-01-01',
    read: 'reported',
  },
  'NĐ 152/2025/NĐ-CP': {
    title: { vi: 'Nghị định về thi đua, khen thưởng', en: 'Decree on emulation and commendation' },
    inForce: '2025-07-01',
    read: 'not-read',
  },
  'NĐ 38/2019/NĐ-CP': {
    title: { vi: 'Nghị định quy định mức lương cơ sở', en: 'Decree on the base salary' },
    inForce: '2019-07-01',
    read: 'reported',
  },
  'NĐ 24/2023/NĐ-CP': {
    title: { vi: 'Nghị định quy định mức lương cơ sở', en: 'Decree on the base salary' },
    inForce: '2023-07-01',
    read: 'reported',
  },
  'NĐ 73/2024/NĐ-CP': {
    title: {
      vi: 'Nghị định quy định mức lương cơ sở và chế độ tiền thưởng',
      en: 'Decree on the base salary and on bonuses',
    },
    issued: '2024-06-30',
    inForce: '2024-07-01',
    read: 'reported',
  },
  'QĐ 961/QĐ-TTg 2019': {
    title: {
      vi: 'Quyết định thành lập Hội đồng cấp Nhà nước xét tặng danh hiệu nghệ nhân năm 2019',
      en: 'Decision setting up the State council on artisan titles of 2019',
    },
    read: 'reported',
  },
  'QĐ 10/2012/QĐ-UBND Hải Dương': {
    title: {
      vi: 'Quy định về danh hiệu Nghệ nhân nghề tiểu thủ công nghiệp tỉnh Hải Dương',
      en: 'Regulation on the title of artisan of Hải Dương province',
    },
    read: 'not-read',
  },
  'QĐ 69/2009/QĐ-UBND Hà Nội': {
    title: { vi: 'Quy định xét tặng danh hiệu Nghệ nhân Hà Nội', en: 'Regulation on the title of artisan of Hà Nội' },
    read: 'reported',
  },
  'QĐ 41/QĐ-UBND Bắc Ninh 2023': {
    title: {
      vi: 'Quyết định về danh hiệu nghệ nhân, thợ giỏi tỉnh Bắc Ninh',
      en: 'Decision on artisans and skilled workers of Bắc Ninh',
    },
    issued: '2023-02-03',
    read: 'reported',
  },
  'QĐ về Nghệ nhân tỉnh Lâm Đồng 2016': {
    title: {
      vi: 'Quyết định xét tặng danh hiệu Nghệ nhân tỉnh Lâm Đồng trong lĩnh vực nghề thủ công mỹ nghệ',
      en: 'Decision on the title of artisan of Lâm Đồng province in handicrafts',
    },
    inForce: '2016-12-25',
    read: 'reported',
  },
  'Dự thảo về Nghệ nhân Huế 2025': {
    title: { vi: 'Dự thảo quy định danh hiệu Nghệ nhân Huế', en: 'Draft regulation on the title of artisan of Huế' },
    read: 'reported',
  },
  'QĐ 35/2013/QĐ-UBND Quảng Nam': {
    title: {
      vi: 'Quy định công nhận danh hiệu nghệ nhân, thợ giỏi tỉnh Quảng Nam',
      en: 'Regulation on artisans and skilled workers of Quảng Nam',
    },
    read: 'reported',
  },
  'QĐ 55/2020/QĐ-UBND Hải Dương': {
    title: {
      vi: 'Quy chế quản lý kinh phí khuyến công tỉnh Hải Dương',
      en: 'Regulation on managing the industrial promotion fund of Hải Dương province',
    },
    issued: '2020-11-19',
    read: 'not-read',
  },
  'QĐ về Chương trình khuyến công Hải Dương 2023-2025': {
    title: {
      vi: 'Quyết định của Ủy ban nhân dân tỉnh Hải Dương phê duyệt Chương trình khuyến công địa phương giai đoạn 2023-2025',
      en: 'Decision of the committee of Hải Dương province approving the local industrial promotion programme 2023-2025',
    },
    read: 'whole',
  },
})

export type DocumentNumber = keyof typeof documents

/** Cites a place in a known document; an unknown document does not compile. */
export const cite = (document: DocumentNumber, place: Omit<Citation, 'document'> = {}): Citation => ({
  document,
  ...place,
})
