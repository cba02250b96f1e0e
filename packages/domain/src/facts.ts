import { defineFacts, vocabulary, type FactsOf, type Text } from '@khuyencong/rules'

/** Headings under which a form shows the facts, in order. */
export const factGroups = {
  request: { vi: 'Đề nghị', en: 'Request' },
  applicant: { vi: 'Cơ sở', en: 'Establishment' },
  site: { vi: 'Nơi sản xuất', en: 'Place of production' },
  trade: { vi: 'Ngành nghề', en: 'Trade' },
  content: { vi: 'Nội dung hỗ trợ', en: 'Content of support' },
  funding: { vi: 'Kinh phí', en: 'Funding' },
} as const satisfies Readonly<Record<string, Text>>

/** Which unit is meant of a project that goes by the rules as they were (NĐ 235/2025/NĐ-CP, transition). */
const ofApprovalDay: Text = {
  vi: 'Đề án đã được phê duyệt trước 15/10/2025: ghi đơn vị hành chính tại ngày phê duyệt.',
  en: 'Project approved before 15 October 2025: give the unit as it was on the day of approval.',
}

/**
 * The dictionary of facts: what can be known of an application. Key order is asking order: what decides whether another
 * fact matters comes before it, whatever its heading. Money is in đồng.
 * A fact that is not given is unknown; it is never taken as no.
 */
export const facts = defineFacts({
  fund: {
    kind: 'choice',
    group: 'request',
    mutability: 'changeable',
    title: { vi: 'Nguồn kinh phí', en: 'Fund' },
    question: { vi: 'Đề nghị hỗ trợ từ nguồn kinh phí nào?', en: 'From which fund is support sought?' },
    values: {
      national: { vi: 'khuyến công quốc gia', en: 'national' },
      provincial: { vi: 'khuyến công địa phương (tỉnh)', en: 'provincial' },
      district: { vi: 'khuyến công địa phương (huyện)', en: 'district' },
    },
  },
  stage: {
    kind: 'choice',
    group: 'request',
    mutability: 'question',
    title: { vi: 'Giai đoạn', en: 'Stage' },
    question: {
      vi: 'Đang xem xét ở bước đề xuất đề án hay bước cấp kinh phí?',
      en: 'Is this about proposing the project, or about releasing the money?',
    },
    help: {
      vi: 'Chỉ khi cấp kinh phí mới cần đề án đã được phê duyệt; khi đề xuất thì chưa cần.',
      en: 'The project has to be approved when the money is released, not yet when it is proposed.',
    },
    values: {
      proposal: { vi: 'đề xuất', en: 'proposal' },
      funding: { vi: 'cấp kinh phí', en: 'release of money' },
    },
  },
  // Of a showroom all else hangs on whose it is: a centre is not asked what a producer is.
  showroomKind: {
    kind: 'choice',
    group: 'content',
    mutability: 'changeable',
    title: { vi: 'Loại phòng trưng bày', en: 'Kind of showroom' },
    question: { vi: 'Phòng trưng bày, giới thiệu sản phẩm thuộc loại nào?', en: 'What kind of showroom is it?' },
    values: {
      'tourism-trading': {
        vi: 'của cơ sở, gắn với khu du lịch, thương mại',
        en: 'of an establishment, tied to tourism or trading areas',
      },
      'residential-administrative': {
        vi: 'của cơ sở, gắn với khu dân cư, trung tâm hành chính',
        en: 'of an establishment, tied to residential areas or administrative centres',
      },
      'promotion-centre': {
        vi: 'của trung tâm khuyến công tỉnh, vùng',
        en: 'of a provincial or regional promotion centre',
      },
      'e-commerce': { vi: 'sàn thương mại điện tử', en: 'e-commerce floor' },
      other: { vi: 'loại khác', en: 'other' },
    },
  },
  activity: {
    kind: 'choice',
    group: 'applicant',
    mutability: 'fixed',
    title: { vi: 'Hoạt động', en: 'Activity' },
    question: { vi: 'Tổ chức, cá nhân hoạt động trong lĩnh vực nào?', en: 'What does the applicant do?' },
    values: {
      'direct-production': {
        vi: 'trực tiếp đầu tư, sản xuất công nghiệp - tiểu thủ công nghiệp',
        en: 'direct investment and production of industrial or cottage goods',
      },
      'trade-or-services': { vi: 'chỉ thương mại, dịch vụ', en: 'trade or services only' },
      'promotion-services': { vi: 'quản lý, dịch vụ khuyến công', en: 'management or delivery of promotion services' },
    },
  },
  legalForm: {
    kind: 'choice',
    group: 'applicant',
    mutability: 'fixed',
    title: { vi: 'Hình thức tổ chức', en: 'Legal form' },
    question: { vi: 'Cơ sở thuộc hình thức tổ chức nào?', en: 'What is the legal form of the establishment?' },
    help: {
      vi: 'Đề nghị hỗ trợ thành lập doanh nghiệp: ghi hình thức của cơ sở sẽ thành lập.',
      en: 'Where the founding of an enterprise is to be supported: the form of what will be founded.',
    },
    values: {
      enterprise: { vi: 'doanh nghiệp', en: 'enterprise' },
      cooperative: { vi: 'hợp tác xã', en: 'cooperative' },
      'cooperative-group': { vi: 'tổ hợp tác', en: 'cooperative group' },
      'cooperative-union': { vi: 'liên hiệp hợp tác xã', en: 'union of cooperatives' },
      'business-household': { vi: 'hộ kinh doanh', en: 'business household' },
      'titled-artisan': {
        vi: 'Nghệ nhân Nhân dân, Nghệ nhân Ưu tú (cá nhân)',
        en: "people's or merited artisan (in person)",
      },
      other: { vi: 'hình thức khác', en: 'other' },
    },
  },
  legallyEstablished: {
    kind: 'flag',
    group: 'applicant',
    mutability: 'changeable',
    title: { vi: 'Thành lập và hoạt động theo pháp luật', en: 'Legally established' },
    question: {
      vi: 'Cơ sở đã được thành lập, đăng ký theo quy định của pháp luật?',
      en: 'Is the establishment set up and registered under the law?',
    },
  },
  mainSector: {
    kind: 'choice',
    group: 'applicant',
    mutability: 'fixed',
    title: { vi: 'Lĩnh vực kinh doanh chính', en: 'Main sector' },
    question: {
      vi: 'Ngành kinh doanh chính đã đăng ký thuộc lĩnh vực nào?',
      en: 'In which sector is the main registered line?',
    },
    values: {
      'industry-construction-farming': {
        vi: 'nông, lâm, thủy sản; công nghiệp; xây dựng',
        en: 'farming, forestry, fishery; industry; construction',
      },
      'trade-services': { vi: 'thương mại, dịch vụ', en: 'trade and services' },
    },
  },
  insuredWorkers: {
    kind: 'count',
    group: 'applicant',
    mutability: 'fixed',
    title: { vi: 'Lao động tham gia bảo hiểm xã hội', en: 'Insured workers' },
    question: {
      vi: 'Bình quân bao nhiêu lao động tham gia bảo hiểm xã hội trong năm trước?',
      en: 'How many workers had social insurance, on average over the year before?',
    },
    help: {
      vi: 'Tổng số cuối 12 tháng của năm trước chia cho 12; chưa đủ một năm thì theo số tháng hoạt động (Điều 7 NĐ 80/2021/NĐ-CP).',
      en: 'Sum of the 12 month-ends of the year before, divided by 12; of the months of activity where it is less than a year (Article 7, NĐ 80/2021/NĐ-CP).',
    },
  },
  annualRevenue: {
    kind: 'money',
    group: 'applicant',
    mutability: 'fixed',
    title: { vi: 'Tổng doanh thu năm trước', en: 'Revenue of the year before' },
    question: {
      vi: 'Tổng doanh thu năm trước là bao nhiêu đồng?',
      en: 'What was the revenue of the year before, in đồng?',
    },
    help: {
      vi: 'Chưa phát sinh doanh thu thì ghi 0: chỉ xét theo nguồn vốn (Điều 9 NĐ 80/2021/NĐ-CP).',
      en: 'Enter 0 if there was none yet: capital alone then counts (Article 9, NĐ 80/2021/NĐ-CP).',
    },
  },
  totalCapital: {
    kind: 'money',
    group: 'applicant',
    mutability: 'fixed',
    title: { vi: 'Tổng nguồn vốn', en: 'Total capital' },
    question: {
      vi: 'Tổng nguồn vốn trên bảng cân đối kế toán cuối năm trước là bao nhiêu đồng?',
      en: 'What is the total capital on the balance sheet at the end of the year before, in đồng?',
    },
    help: {
      vi: 'Hoạt động chưa đủ một năm: cuối quý trước khi đăng ký hỗ trợ (Điều 8 NĐ 80/2021/NĐ-CP).',
      en: 'Active for less than a year: at the end of the quarter before it applies (Article 8, NĐ 80/2021/NĐ-CP).',
    },
  },
  smeConfirmed: {
    kind: 'flag',
    group: 'applicant',
    mutability: 'fixed',
    title: { vi: 'Được xác nhận là doanh nghiệp nhỏ và vừa', en: 'Confirmed as a small or medium enterprise' },
    question: {
      vi: 'Doanh nghiệp có được xác nhận là nhỏ và vừa theo nghị định có hiệu lực lúc đó?',
      en: 'Is the enterprise confirmed as small or medium under the decree in force at the time?',
    },
    help: {
      vi: 'Chỉ hỏi cho ngày trước 15/10/2021: tiêu chí của các nghị định trước chưa đọc được đầy đủ.',
      en: 'Asked only for days before 15 October 2021: the earlier decrees could not be read in full.',
    },
  },
  producesAtSite: {
    kind: 'flag',
    group: 'site',
    mutability: 'changeable',
    title: { vi: 'Đầu tư, sản xuất tại địa điểm đề nghị hỗ trợ', en: 'Investment and production at this site' },
    question: {
      vi: 'Việc đầu tư, sản xuất có diễn ra tại địa điểm này (không chỉ đặt trụ sở)?',
      en: 'Do investment and production take place at this site, and not only the seat?',
    },
    help: {
      vi: 'Trụ sở ở nơi khác không ảnh hưởng: tính theo nơi sản xuất.',
      en: 'A seat elsewhere does not matter: the place of production counts.',
    },
  },
  siteInProvince: {
    kind: 'flag',
    group: 'site',
    mutability: 'fixed',
    title: { vi: 'Nơi sản xuất, hoạt động thuộc địa bàn tỉnh', en: 'Site within the province' },
    question: {
      vi: 'Nơi sản xuất (của hội, cụm liên kết: nơi hoạt động) có thuộc địa bàn của chương trình?',
      en: 'Does the site (of an association or linkage: where it is active) lie within the area of the programme?',
    },
  },
  siteKind: {
    kind: 'choice',
    group: 'site',
    mutability: 'fixed',
    title: { vi: 'Đơn vị hành chính cấp xã nơi sản xuất', en: 'Kind of commune-level unit' },
    question: {
      vi: 'Nơi sản xuất là xã, thị trấn, phường hay đặc khu?',
      en: 'Is the site in a commune, township, ward or special zone?',
    },
    help: ofApprovalDay,
    values: {
      commune: { vi: 'xã', en: 'commune' },
      township: { vi: 'thị trấn', en: 'township' },
      ward: { vi: 'phường', en: 'ward' },
      'special-zone': { vi: 'đặc khu', en: 'special zone' },
    },
  },
  districtKind: {
    kind: 'choice',
    group: 'site',
    mutability: 'fixed',
    title: { vi: 'Đơn vị hành chính cấp huyện', en: 'Kind of district-level unit' },
    question: { vi: 'Phường đó thuộc thị xã hay thành phố?', en: 'Does the ward belong to a town or to a city?' },
    help: ofApprovalDay,
    values: {
      district: { vi: 'huyện', en: 'rural district' },
      town: { vi: 'thị xã', en: 'town' },
      city: { vi: 'thành phố', en: 'city' },
      'urban-district': { vi: 'quận', en: 'urban district' },
      none: { vi: 'không có cấp huyện', en: 'no district level' },
    },
  },
  cityClass: {
    kind: 'choice',
    group: 'site',
    mutability: 'fixed',
    title: { vi: 'Loại đô thị của thành phố', en: 'Class of the city' },
    question: { vi: 'Thành phố là đô thị loại mấy?', en: 'Of which class is the city?' },
    values: {
      special: { vi: 'đặc biệt', en: 'special' },
      'class-1': { vi: 'loại I', en: 'class 1' },
      'class-2': { vi: 'loại II', en: 'class 2' },
      'class-3': { vi: 'loại III', en: 'class 3' },
    },
  },
  wardFromCommune: {
    kind: 'flag',
    group: 'site',
    mutability: 'fixed',
    title: { vi: 'Phường chuyển từ xã', en: 'Ward turned from a commune' },
    question: { vi: 'Phường được chuyển đổi từ xã?', en: 'Was the ward turned from a commune?' },
  },
  wardSince: {
    kind: 'date',
    group: 'site',
    mutability: 'fixed',
    title: { vi: 'Ngày quyết định chuyển xã thành phường có hiệu lực', en: 'Day the commune became a ward' },
    question: {
      vi: 'Quyết định chuyển xã thành phường có hiệu lực từ ngày nào?',
      en: 'On which day did the decision turning the commune into a ward take effect?',
    },
  },
  // Asked for only where a ward turned from a commune counts by its years.
  planYear: {
    kind: 'year',
    group: 'request',
    mutability: 'changeable',
    title: { vi: 'Năm kế hoạch', en: 'Plan year' },
    question: { vi: 'Đề án thuộc kế hoạch khuyến công năm nào?', en: 'To which yearly plan does the project belong?' },
  },
  inCentralCity: {
    kind: 'flag',
    group: 'site',
    mutability: 'fixed',
    title: { vi: 'Thuộc thành phố trực thuộc trung ương', en: 'In a centrally run city' },
    question: { vi: 'Nơi sản xuất thuộc thành phố trực thuộc trung ương?', en: 'Is the site in a centrally run city?' },
  },
  inCraftVillage: {
    kind: 'flag',
    group: 'site',
    mutability: 'fixed',
    title: { vi: 'Trong làng nghề được công nhận', en: 'In a recognised craft village' },
    question: {
      vi: 'Nơi sản xuất trong làng nghề được Ủy ban nhân dân cấp tỉnh công nhận?',
      en: 'Is the site in a craft village recognised by the provincial committee?',
    },
  },
  trade: {
    kind: 'choice',
    group: 'trade',
    mutability: 'fixed',
    title: { vi: 'Ngành nghề', en: 'Trade' },
    question: { vi: 'Cơ sở sản xuất thuộc ngành nghề nào?', en: 'To which trade does the production belong?' },
    values: {
      'farm-processing': {
        vi: 'a) chế biến nông, lâm, thủy sản; thực phẩm',
        en: 'a) farm, forest and aquatic processing; food',
      },
      'consumer-goods': {
        vi: 'b) hàng tiêu dùng, xuất khẩu, thay thế nhập khẩu',
        en: 'b) consumer goods, exports, import substitutes',
      },
      'chemicals-materials': {
        vi: 'c) hóa chất phục vụ nông nghiệp; vật liệu xây dựng',
        en: 'c) chemicals for agriculture; building materials',
      },
      machinery: {
        vi: 'd) cơ khí, điện, điện tử, tin học; công nghiệp hỗ trợ',
        en: 'd) mechanical, electrical, electronic goods; supporting industry',
      },
      'cottage-goods': { vi: 'đ) tiểu thủ công nghiệp', en: 'đ) cottage goods' },
      minerals: { vi: 'e) khai thác, chế biến khoáng sản', en: 'e) mining and processing of minerals' },
      'cleaner-production': {
        vi: 'g) sản xuất sạch hơn; xử lý ô nhiễm môi trường',
        en: 'g) cleaner production; pollution treatment',
      },
      'high-tech-green': {
        vi: 'công nghệ cao, công nghiệp sạch, tiết kiệm năng lượng, công nghiệp môi trường, năng lượng thân thiện môi trường',
        en: 'high technology, clean industry, energy saving, environmental industry, environment-friendly energy',
      },
      other: { vi: 'ngành nghề khác', en: 'other' },
    },
  },
  // Of most contents the area matters to minerals alone.
  inHardArea: {
    kind: 'flag',
    group: 'site',
    mutability: 'fixed',
    title: {
      vi: 'Địa bàn có điều kiện kinh tế - xã hội khó khăn hoặc đặc biệt khó khăn',
      en: 'Area of hard or especially hard socio-economic conditions',
    },
    question: {
      vi: 'Nơi sản xuất thuộc địa bàn có điều kiện kinh tế - xã hội khó khăn hoặc đặc biệt khó khăn?',
      en: 'Is the site in an area of hard or especially hard socio-economic conditions?',
    },
  },
  firesClayBricks: {
    kind: 'flag',
    group: 'trade',
    mutability: 'changeable',
    title: {
      vi: 'Gạch đất sét nung bằng lò thủ công cải tiến, lò vòng',
      en: 'Clay bricks from handmade or ring kilns',
    },
    question: {
      vi: 'Cơ sở có sản xuất gạch đất sét nung bằng lò thủ công cải tiến hoặc lò vòng?',
      en: 'Are clay bricks fired in improved handmade kilns or ring kilns?',
    },
  },
  // What is bought is given: another kind of equipment is another project.
  equipmentKind: {
    kind: 'choice',
    group: 'content',
    mutability: 'fixed',
    title: { vi: 'Loại máy móc thiết bị', en: 'Kind of equipment' },
    question: {
      vi: 'Đầu tư máy đơn chiếc, cụm máy, nhóm máy cùng loại, dây chuyền hay nhận chuyển giao công nghệ?',
      en: 'Is it one machine, a cluster, a group of one kind or a line, or is technology transferred?',
    },
    values: {
      single: { vi: 'máy đơn chiếc', en: 'single machine' },
      cluster: { vi: 'cụm máy', en: 'cluster of machines' },
      'same-kind-group': { vi: 'nhóm máy cùng loại', en: 'group of the same kind' },
      line: { vi: 'dây chuyền công nghệ', en: 'technology line' },
      transfer: { vi: 'công nghệ được chuyển giao', en: 'transferred technology' },
      other: { vi: 'khác', en: 'other' },
    },
  },
  equipmentUse: {
    kind: 'choice',
    group: 'content',
    mutability: 'changeable',
    title: { vi: 'Mục đích sử dụng máy móc thiết bị', en: 'Use of the equipment' },
    question: { vi: 'Máy móc thiết bị dùng để làm gì?', en: 'What is the equipment used for?' },
    values: {
      production: { vi: 'sản xuất', en: 'production' },
      'pollution-treatment': { vi: 'xử lý ô nhiễm', en: 'pollution treatment' },
      other: { vi: 'việc khác', en: 'other' },
    },
  },
  equipmentNew: {
    kind: 'flag',
    group: 'content',
    mutability: 'changeable',
    title: { vi: 'Máy móc thiết bị mới', en: 'New equipment' },
    question: { vi: 'Máy móc thiết bị có mới không?', en: 'Is the equipment new?' },
  },
  equipmentGains: {
    kind: 'choices',
    group: 'content',
    mutability: 'changeable',
    title: { vi: 'Hiệu quả so với máy đang dùng', en: 'Gains over the present equipment' },
    question: {
      vi: 'So với máy móc đang dùng, đầu tư mới đem lại gì?',
      en: 'What does it gain against what the establishment uses now?',
    },
    values: {
      output: { vi: 'tăng năng suất', en: 'higher output' },
      quality: { vi: 'nâng cao chất lượng', en: 'better quality' },
      'material-or-fuel': { vi: 'giảm tiêu hao nguyên, nhiên liệu', en: 'less material or fuel' },
      'less-pollution': { vi: 'giảm ô nhiễm', en: 'less pollution' },
      'new-product': { vi: 'sản xuất sản phẩm mới', en: 'a new product' },
    },
  },
  transferListed: {
    kind: 'flag',
    group: 'content',
    mutability: 'changeable',
    title: {
      vi: 'Công nghệ thuộc danh mục khuyến khích chuyển giao',
      en: 'Technology on the list of encouraged transfer',
    },
    question: {
      vi: 'Công nghệ chuyển giao có thuộc danh mục khuyến khích chuyển giao?',
      en: 'Is the technology on the list of technologies whose transfer is encouraged?',
    },
  },
  transferLawful: {
    kind: 'flag',
    group: 'content',
    mutability: 'changeable',
    title: { vi: 'Chuyển giao đúng pháp luật về chuyển giao công nghệ', en: 'Transfer follows the law' },
    question: {
      vi: 'Việc chuyển giao có theo đúng pháp luật về chuyển giao công nghệ?',
      en: 'Does the transfer follow the law on technology transfer?',
    },
  },
  demoSubject: {
    kind: 'choice',
    group: 'content',
    mutability: 'changeable',
    title: { vi: 'Đối tượng trình diễn', en: 'Subject of the demonstration' },
    question: {
      vi: 'Mô hình trình diễn công nghệ mới hay sản phẩm mới?',
      en: 'Does the model show a new technology or a new product?',
    },
    values: {
      technology: { vi: 'công nghệ mới', en: 'new technology' },
      product: { vi: 'sản phẩm mới', en: 'new product' },
    },
  },
  firstInDistrict: {
    kind: 'flag',
    group: 'content',
    mutability: 'fixed',
    title: { vi: 'Lần đầu được áp dụng, sản xuất trên địa bàn cấp huyện', en: 'First in the district' },
    question: {
      vi: 'Đây là lần đầu công nghệ này được áp dụng hoặc sản phẩm này được sản xuất trên địa bàn cấp huyện?',
      en: 'Is this the first time that the technology is applied, or the product made, in the district?',
    },
  },
  demoGains: {
    kind: 'choices',
    group: 'content',
    mutability: 'changeable',
    title: { vi: 'Nội dung được công nghệ mới nâng cao', en: 'Gains of the new technology' },
    question: {
      vi: 'So với công nghệ các cơ sở trên địa bàn đang dùng, công nghệ mới nâng cao nội dung nào?',
      en: 'What does the new technology raise, against what local establishments use?',
    },
    values: {
      productivity: { vi: 'năng suất', en: 'productivity' },
      quality: { vi: 'chất lượng', en: 'quality' },
      environment: { vi: 'bảo vệ môi trường', en: 'environmental protection' },
    },
  },
  outstandingConfirmed: {
    kind: 'flag',
    group: 'content',
    mutability: 'changeable',
    title: { vi: 'Được đánh giá nổi trội, điển hình', en: 'Judged outstanding and typical' },
    question: {
      vi: 'Cơ quan quản lý chương trình đánh giá cơ sở nổi trội, điển hình về hiệu quả kinh tế, xã hội, môi trường?',
      en: 'Has the programme manager judged it outstanding and typical in economic, social and environmental effect?',
    },
  },
  cleanerGains: {
    kind: 'choices',
    group: 'content',
    mutability: 'changeable',
    title: { vi: 'Kết quả sản xuất sạch hơn', en: 'Gains of cleaner production' },
    question: { vi: 'Mô hình sản xuất sạch hơn đem lại gì?', en: 'What does the cleaner production model achieve?' },
    values: {
      resources: { vi: 'sử dụng hiệu quả tài nguyên', en: 'resources used better' },
      emissions: { vi: 'giảm phát thải', en: 'lower emissions' },
      health: { vi: 'cải thiện môi trường, sức khỏe', en: 'better environment and health' },
    },
  },
  cleanerParts: {
    kind: 'choices',
    group: 'content',
    mutability: 'changeable',
    title: { vi: 'Các phần của mô hình thí điểm', en: 'Parts of the pilot' },
    question: { vi: 'Đề án gồm những phần nào?', en: 'Which parts does the project have?' },
    values: {
      assessment: { vi: 'tư vấn, đánh giá sản xuất sạch hơn', en: 'advice and assessment' },
      pilot: { vi: 'xây dựng mô hình thí điểm', en: 'pilot model' },
    },
  },
  adviceField: {
    kind: 'choice',
    group: 'content',
    mutability: 'changeable',
    title: { vi: 'Lĩnh vực tư vấn', en: 'Field of advice' },
    question: { vi: 'Thuê tư vấn trong lĩnh vực nào?', en: 'In which field is advice hired?' },
    values: {
      'investment-project': { vi: 'lập dự án đầu tư', en: 'investment project' },
      marketing: { vi: 'marketing', en: 'marketing' },
      management: { vi: 'quản lý sản xuất, tài chính, kế toán, nhân lực', en: 'production, finance, accounts, staff' },
      founding: { vi: 'thành lập doanh nghiệp, liên doanh liên kết', en: 'founding, joint ventures' },
      design: { vi: 'thiết kế mẫu mã, bao bì đóng gói', en: 'design and packaging' },
      technology: { vi: 'ứng dụng công nghệ, thiết bị mới', en: 'new technology and equipment' },
      policies: { vi: 'tiếp cận chính sách', en: 'access to policies' },
      other: { vi: 'lĩnh vực ngoài danh mục', en: 'unlisted field' },
    },
  },
  pollutionWork: {
    kind: 'choice',
    group: 'content',
    mutability: 'changeable',
    title: { vi: 'Hình thức đầu tư hệ thống xử lý ô nhiễm', en: 'Pollution work' },
    question: {
      vi: 'Sửa chữa, nâng cấp hay xây dựng mới hệ thống xử lý ô nhiễm?',
      en: 'Is treatment repaired or upgraded, or built anew?',
    },
    values: {
      'repair-upgrade': { vi: 'sửa chữa, nâng cấp', en: 'repair or upgrade' },
      'new-build': { vi: 'xây dựng mới', en: 'built anew' },
    },
  },
  clusterEstablished: {
    kind: 'flag',
    group: 'content',
    mutability: 'fixed',
    title: { vi: 'Cụm công nghiệp đã được thành lập', en: 'Cluster established' },
    question: { vi: 'Cụm công nghiệp đã có quyết định thành lập?', en: 'Has the industrial cluster been established?' },
  },
  clusterHasInvestor: {
    kind: 'flag',
    group: 'content',
    mutability: 'fixed',
    title: { vi: 'Cụm đã có chủ đầu tư hạ tầng', en: 'Cluster has an investor' },
    question: {
      vi: 'Cụm công nghiệp đã có chủ đầu tư xây dựng hạ tầng kỹ thuật?',
      en: 'Does the cluster already have an investor for its infrastructure?',
    },
  },
  investsInCluster: {
    kind: 'flag',
    group: 'content',
    mutability: 'changeable',
    title: { vi: 'Đầu tư hạ tầng cụm công nghiệp', en: 'Invests in cluster infrastructure' },
    question: {
      vi: 'Đơn vị có đầu tư xây dựng hạ tầng cụm công nghiệp?',
      en: 'Does the applicant invest in the infrastructure of the cluster?',
    },
  },
  // What the province confirms is asked for last of what is built, for it is often not needed.
  provincialTestConfirmed: {
    kind: 'flag',
    group: 'content',
    mutability: 'changeable',
    title: { vi: 'Đáp ứng quy định riêng của tỉnh', en: "Meets the province's own test" },
    question: {
      vi: 'Sở Công Thương có xác nhận nội dung này đáp ứng quy định riêng của tỉnh?',
      en: "Does the Department of Industry and Trade confirm that this meets the province's own test?",
    },
  },
  fairsAbroadThisYear: {
    kind: 'count',
    group: 'content',
    mutability: 'fixed',
    title: {
      vi: 'Số lần đã được hỗ trợ tham gia hội chợ ở nước ngoài trong năm',
      en: 'Fairs abroad supported this year',
    },
    question: {
      vi: 'Trong năm, cơ sở đã được hỗ trợ tham gia hội chợ ở nước ngoài mấy lần?',
      en: 'How often was the establishment already supported for a fair abroad this year?',
    },
  },
  fairPeriodic: {
    kind: 'flag',
    group: 'content',
    mutability: 'changeable',
    title: { vi: 'Hội chợ tổ chức định kỳ', en: 'Periodic fair' },
    question: {
      vi: 'Hội chợ có được tổ chức định kỳ ở cấp huyện trở lên?',
      en: 'Is the fair held periodically, at district level or above?',
    },
  },
  priceApproved: {
    kind: 'flag',
    group: 'content',
    mutability: 'changeable',
    title: { vi: 'Giá trúng thầu, giá đặt hàng hoặc giá được phê duyệt', en: 'Tender, ordered or approved price' },
    question: {
      vi: 'Chi phí theo giá trúng thầu, giá đặt hàng hoặc giá được phê duyệt?',
      en: 'Is the price that of a tender or an order, or approved?',
    },
  },
  relocationPicked: {
    kind: 'flag',
    group: 'content',
    mutability: 'changeable',
    title: {
      vi: 'Được Chủ tịch Ủy ban nhân dân tỉnh lựa chọn theo mức độ gây ô nhiễm',
      en: 'Picked by degree of pollution',
    },
    question: {
      vi: 'Cơ sở được Chủ tịch Ủy ban nhân dân tỉnh lựa chọn theo mức độ gây ô nhiễm?',
      en: 'Was the plant picked by the provincial chairman by its degree of pollution?',
    },
  },
  investmentFinished: {
    kind: 'flag',
    group: 'content',
    mutability: 'changeable',
    title: { vi: 'Đã hoàn thành đầu tư', en: 'Investment finished' },
    question: {
      vi: 'Việc đầu tư nhà xưởng, máy móc đã hoàn thành?',
      en: 'Is the investment in buildings and machines finished?',
    },
  },
  loanQualifies: {
    kind: 'flag',
    group: 'content',
    mutability: 'changeable',
    title: {
      vi: 'Vay trung, dài hạn bằng đồng, trả đúng hạn hoặc trước hạn',
      en: 'Medium or long loan in đồng, paid on time or early',
    },
    question: {
      vi: 'Khoản vay là trung hoặc dài hạn bằng đồng Việt Nam, dùng đầu tư nhà xưởng, máy móc và được trả đúng hạn hoặc trước hạn?',
      en: 'Is it a medium or long loan in đồng for buildings or machines, paid on time or early?',
    },
  },
  councilResolution: {
    kind: 'flag',
    group: 'content',
    mutability: 'changeable',
    title: { vi: 'Nghị quyết của Hội đồng nhân dân tỉnh', en: 'Council resolution' },
    question: {
      vi: 'Nội dung này đã có nghị quyết của Hội đồng nhân dân tỉnh?',
      en: 'Is there a resolution of the provincial council for this content?',
    },
  },
  eligibleCost: {
    kind: 'money',
    group: 'funding',
    mutability: 'changeable',
    title: { vi: 'Chi phí được tính hỗ trợ', en: 'Eligible cost' },
    question: {
      vi: 'Chi phí của các khoản mục được tính hỗ trợ là bao nhiêu đồng?',
      en: 'What do the items that support counts cost, in đồng?',
    },
    help: {
      vi: 'Chỉ các khoản mục của nội dung này, theo dự toán được duyệt; có thể nhỏ hơn tổng kinh phí đề án.',
      en: 'Only the items of this content, as in the approved estimate; may be less than the total cost of the project.',
    },
  },
  totalCost: {
    kind: 'money',
    group: 'funding',
    mutability: 'changeable',
    title: { vi: 'Tổng kinh phí đề án', en: 'Total cost of the project' },
    question: { vi: 'Tổng kinh phí đề án là bao nhiêu đồng?', en: 'What is the total cost of the project, in đồng?' },
  },
  ownFunds: {
    kind: 'money',
    group: 'funding',
    mutability: 'changeable',
    title: { vi: 'Vốn đối ứng đã đầu tư hoặc cam kết', en: 'Own money invested or pledged' },
    question: {
      vi: 'Cơ sở đã đầu tư hoặc cam kết đầu tư bao nhiêu đồng cho đề án?',
      en: 'How much has the establishment invested or pledged, in đồng?',
    },
  },
  requestedSupport: {
    kind: 'money',
    group: 'funding',
    mutability: 'changeable',
    title: { vi: 'Kinh phí đề nghị hỗ trợ', en: 'Support asked for' },
    question: { vi: 'Đề nghị hỗ trợ bao nhiêu đồng?', en: 'How much support is asked for, in đồng?' },
  },
  projectApproved: {
    kind: 'flag',
    group: 'funding',
    mutability: 'changeable',
    title: { vi: 'Nhiệm vụ, đề án đã được phê duyệt', en: 'Task or project approved' },
    question: {
      vi: 'Cấp có thẩm quyền đã phê duyệt nhiệm vụ, đề án?',
      en: 'Has the competent body approved the task or project?',
    },
  },
  approvedOn: {
    kind: 'date',
    group: 'funding',
    mutability: 'question',
    title: { vi: 'Ngày phê duyệt', en: 'Day of approval' },
    question: { vi: 'Đề án được phê duyệt ngày nào?', en: 'On which day was the project approved?' },
  },
  singleFundingPledged: {
    kind: 'flag',
    group: 'funding',
    mutability: 'changeable',
    title: {
      vi: 'Cam kết chưa nhận hỗ trợ khác cho cùng nội dung chi',
      en: 'Pledge of no other state money for the same item',
    },
    question: {
      vi: 'Cơ sở có cam kết bằng văn bản chưa được ngân sách nhà nước hỗ trợ cho cùng một nội dung chi?',
      en: 'Is there a written pledge that no other state money pays for the same expense item?',
    },
  },
  fundedElsewhere: {
    kind: 'flag',
    group: 'funding',
    mutability: 'changeable',
    title: { vi: 'Cùng nội dung chi đã được ngân sách khác hỗ trợ', en: 'Same item paid by other state money' },
    question: {
      vi: 'Có khoản mục chi nào đã được chương trình khác của Nhà nước hỗ trợ?',
      en: 'Is any of the expense items paid by another state programme?',
    },
  },
})

/** Facts of an application; every field may be absent. */
export type ApplicationFacts = FactsOf<typeof facts>

export type FactKey = keyof typeof facts

/** The words that the rules of the programme are written in. */
export const { fact, is, isNot, oneOf, someOf, allOf, match } = vocabulary<typeof facts>()
