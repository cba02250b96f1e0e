import type { ContentCode } from '@khuyencong/domain'
import type { ProgrammeItem } from '@khuyencong/programme'
import type { Text } from '@khuyencong/rules'
import { decision } from '../decision.js'

/** `V.1.3` is the third dash of mục V.1; `V.1.0` its opening sentence. */
const item = (id: string, contents: readonly ContentCode[], vi: string, en: string, note?: Text): ProgrammeItem => ({
  id,
  title: { vi, en },
  cites: [decision(id.split('.').slice(0, 2).join('.'))],
  contents,
  ...(note && { note }),
})

/** Part V of the decision, every dash of it. */
export const items: readonly ProgrammeItem[] = [
  item(
    'V.1.0',
    ['DEMO-NEW', 'MACH', 'LINE', 'SXSH-PILOT', 'ENV-EST'],
    'Mô hình trình diễn, máy móc tiên tiến, sản xuất sạch hơn, xây dựng hệ thống xử lý ô nhiễm cho cơ sở',
    'Demonstration models, advanced machines, cleaner production, building pollution treatment for establishments',
    {
      vi: 'Xây dựng mới hệ thống xử lý: xem HD-ENV-BUILD.',
      en: 'Building treatment anew: see HD-ENV-BUILD.',
    },
  ),
  item('V.1.1', ['DEMO-NEW'], 'Mô hình công nghệ mới, sản phẩm mới', 'Models of new technology and new products'),
  item(
    'V.1.2',
    ['DEMO-REPL'],
    'Mô hình cơ sở hoạt động hiệu quả để nhân rộng',
    'Well-running establishments as models',
  ),
  item(
    'V.1.3',
    ['MACH', 'LINE', 'SXSH-PILOT'],
    'Chuyển giao, ứng dụng máy móc, tự động hoá, công nghệ 4.0; đổi mới quy trình theo hướng sạch hơn',
    'Transfer and use of machines, automation, technology 4.0; processes renewed towards cleaner production',
  ),
  item(
    'V.1.4',
    ['SXSH-PILOT', 'MGMT-TRAIN'],
    'Mô hình thí điểm sản xuất sạch hơn và nhân rộng; phổ biến, tập huấn',
    'Cleaner-production pilots and their spread; information and courses',
  ),
  item(
    'V.1.5',
    ['MGMT-TRAIN'],
    'Tham quan mô hình, hội nghị, hội thảo giới thiệu công nghệ',
    'Visits to models, conferences and forums on technology',
  ),
  item(
    'V.1.6',
    ['MGMT-TRAIN', 'LINK'],
    'Liên kết với cơ sở đào tạo, kết nối cung cầu máy móc thiết bị',
    'Links with training institutions, bringing supply and demand of machines together',
    {
      vi: 'Không có mã riêng: xếp theo hình thức hội nghị hoặc liên kết.',
      en: 'No code of its own: by its form, a conference or a linkage.',
    },
  ),
  item(
    'V.2.1',
    ['FAIR-DOM-JOIN', 'FAIR-ABROAD'],
    'Tham gia hội chợ, triển lãm trong và ngoài nước',
    'Taking part in fairs at home and abroad',
  ),
  item(
    'V.2.2',
    ['VOTE-DIST', 'VOTE-PROV', 'AWARD-DIST', 'AWARD-PROV'],
    'Bình chọn sản phẩm tiêu biểu cấp huyện, cấp tỉnh, hai năm một lần',
    'Contests of typical products, district and province, every two years',
  ),
  item(
    'V.2.3',
    ['VOTE-REG', 'VOTE-NAT', 'AWARD-REG', 'AWARD-NAT', 'FAIR-DOM-JOIN'],
    'Tham gia bình chọn cấp khu vực, quốc gia; hội chợ hàng tiêu biểu',
    'Regional and national contests; fairs of typical goods',
  ),
  item(
    'V.2.4',
    ['DIGITAL'],
    'Công nghệ thông tin, chuyển đổi số trong quảng bá, phát triển sản phẩm',
    'Information technology and digital transformation in promoting products',
  ),
  item(
    'V.2.5',
    ['BRAND', 'SHOWROOM'],
    'Nhãn hiệu; phòng trưng bày; xúc tiến thương mại khác',
    'Marks; showrooms; other trade promotion',
    {
      vi: 'Phòng trưng bày gắn với khu dân cư, trung tâm hành chính: xem HD-SHOWROOM. Xúc tiến thương mại khác không có mã riêng.',
      en: 'Showrooms tied to residential areas and administrative centres: see HD-SHOWROOM. Other trade promotion has no code of its own.',
    },
  ),
  item(
    'V.2.6',
    ['DATA', 'QUALITY'],
    'Hệ thống thông tin, cơ sở dữ liệu; chất lượng, an toàn thực phẩm, truy xuất nguồn gốc',
    'Information systems and data; quality, food safety, traceability',
  ),
  item('V.2.7', ['MGMT-TRAIN'], 'Tập huấn năng lực phát triển sản phẩm', 'Courses on developing products'),
  item('V.3.1', ['ASSOC'], 'Thành lập hội, hiệp hội ngành nghề cấp tỉnh', 'Founding provincial associations'),
  item(
    'V.3.2',
    ['ENV-EST'],
    'Sửa chữa, nâng cấp hệ thống xử lý ô nhiễm tại cơ sở',
    'Repair and upgrade of pollution treatment at establishments',
  ),
  item(
    'V.3.3',
    ['ENV-CCN', 'CCN-INFRA'],
    'Phương án hỗ trợ xây dựng xử lý nước thải tập trung, hoàn thiện hạ tầng cụm công nghiệp chưa có chủ đầu tư',
    'A scheme to support central wastewater treatment and infrastructure of clusters without an investor',
    {
      vi: 'Theo phương án của tỉnh: xem HD-CLUSTER-SCHEME, HD-ENV-BUILD-CCN. Sửa chữa, nâng cấp tại cụm công nghiệp là mục tiêu ở mục II.2.',
      en: 'By the scheme of the province: see HD-CLUSTER-SCHEME, HD-ENV-BUILD-CCN. Repair and upgrade in clusters is an aim of part II.2.',
    },
  ),
  item(
    'V.4',
    ['TRAIN', 'MGMT-TRAIN', 'CONSULT'],
    'Nguồn nhân lực, năng lực quản lý, tư vấn, trợ giúp cơ sở',
    'People, management capacity, advice and help to establishments',
  ),
  item(
    'V.5.1',
    ['MEDIA', 'DATA'],
    'Truyền hình, truyền thanh, ấn phẩm, dữ liệu, trang thông tin',
    'Broadcast, print, data and websites',
  ),
  item(
    'V.5.2',
    ['MEDIA', 'FAIR-DOM-ORG', 'FAIR-DOM-JOIN'],
    'Cuộc thi, phát động, triển lãm để quảng bá khuyến công',
    'Competitions, campaigns and exhibitions to make the programme known',
  ),
  item(
    'V.5.3',
    ['CONSULT'],
    'Thuê tư vấn: dự án, marketing, quản lý, thiết kế, công nghệ',
    'Hired advice: projects, marketing, management, design, technology',
  ),
  item('V.6', ['BRAND'], 'Xây dựng và đăng ký nhãn hiệu', 'Building and registering marks'),
  item(
    'V.7',
    ['SXSH-PILOT', 'SXSH-ASSESS'],
    'Mô hình thí điểm sản xuất sạch hơn trong công nghiệp',
    'Cleaner-production pilots in industry',
  ),
  item(
    'V.8',
    ['ARTISAN'],
    'Danh hiệu nghệ nhân của tỉnh và của Nhà nước',
    'Artisan titles of the province and the State',
  ),
  item(
    'V.9',
    ['ADMIN', 'COLLAB', 'MGMT-TRAIN', 'SURVEY-ABROAD'],
    'Nâng cao năng lực tổ chức: đào tạo cán bộ, khảo sát, mạng lưới cộng tác viên, kiểm tra giám sát',
    'Capacity of the system: staff training, study visits, collaborators, supervision',
  ),
  item(
    'V.10',
    ['STARTUP', 'INTEREST', 'LINK', 'CCN-PLAN', 'ASSOC-REG', 'ASSOC-NAT', 'FAIR-DOM-ORG'],
    'Các nội dung khác theo Quyết định 55/2020/QĐ-UBND',
    'Other contents under QĐ 55/2020/QĐ-UBND',
    {
      vi: 'Quyết định 55/2020 chưa đọc được: nêu các nội dung của nghị định mà quyết định không nhắc tên. Thành lập doanh nghiệp: xem HD-STARTUP.',
      en: 'QĐ 55/2020 could not be read: the contents of the decree that the decision does not name are listed. Founding an enterprise: see HD-STARTUP.',
    },
  ),
]
