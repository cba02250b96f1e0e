import { defineFacts, vocabulary, type FactsOf, type Text } from '@khuyencong/rules'

/** Headings under which a form shows the facts, in order. */
export const titleFactGroups = {
  request: { vi: 'Hồ sơ đề nghị', en: 'Request' },
  person: { vi: 'Cá nhân', en: 'Person' },
  craft: { vi: 'Tay nghề, tác phẩm', en: 'Craft and works' },
  teaching: { vi: 'Truyền nghề, dạy nghề', en: 'Teaching' },
  confirmation: { vi: 'Xác nhận của cơ quan', en: 'Confirmation by the agency' },
  council: { vi: 'Hội đồng', en: 'Council' },
  keeping: { vi: 'Sau khi được tặng', en: 'After the award' },
  reward: { vi: 'Tiền thưởng', en: 'Reward' },
} as const satisfies Readonly<Record<string, Text>>

const prizes = {
  first: { vi: 'giải nhất', en: 'first' },
  second: { vi: 'giải nhì', en: 'second' },
  third: { vi: 'giải ba', en: 'third' },
  consolation: { vi: 'giải khuyến khích', en: 'consolation' },
  none: { vi: 'chưa có giải', en: 'none' },
} as const satisfies Readonly<Record<string, Text>>

/**
 * The dictionary of facts of a title: what can be known of a person, a dossier, a council, an award. Key order is
 * asking order. A fact that is not given is unknown; it is never taken as no.
 */
export const titleFacts = defineFacts({
  filedOn: {
    kind: 'date',
    group: 'request',
    mutability: 'fixed',
    title: { vi: 'Ngày nộp hồ sơ hợp lệ', en: 'Day the dossier was filed in due form' },
    question: {
      vi: 'Hồ sơ hợp lệ được nộp tại Sở Công Thương ngày nào?',
      en: 'On which day was the dossier filed in due form with the Department of Industry and Trade?',
    },
    help: {
      vi: 'Hồ sơ hợp lệ nộp trước 06/6/2024 và đang xét thì tiếp tục theo NĐ 123/2014/NĐ-CP.',
      en: 'A dossier filed in due form before 6 June 2024 and in course stays under NĐ 123/2014/NĐ-CP.',
    },
  },
  award: {
    kind: 'choice',
    group: 'request',
    mutability: 'fixed',
    title: { vi: 'Hình thức', en: 'Kind of award' },
    question: { vi: 'Đề nghị tặng hay truy tặng?', en: 'Is the award for a living person, or posthumous?' },
    values: {
      living: { vi: 'tặng', en: 'to a living person' },
      posthumous: { vi: 'truy tặng', en: 'posthumous' },
    },
  },
  proposer: {
    kind: 'choice',
    group: 'request',
    mutability: 'changeable',
    title: { vi: 'Nơi đề nghị', en: 'Proposer' },
    question: { vi: 'Ai đề nghị xét phong tặng?', en: 'Who proposes the person?' },
    values: {
      enterprise: { vi: 'doanh nghiệp, cơ sở', en: 'enterprise' },
      'trade-association': { vi: 'hội, hiệp hội ngành nghề', en: 'trade association' },
      commune: { vi: 'UBND cấp xã', en: "commune People's Committee" },
      self: { vi: 'cá nhân tự đề nghị', en: 'the person alone' },
    },
  },
  vietnamese: {
    kind: 'flag',
    group: 'person',
    mutability: 'fixed',
    title: { vi: 'Là công dân Việt Nam', en: 'Vietnamese citizen' },
    question: { vi: 'Người được đề nghị là người Việt Nam?', en: 'Is the person Vietnamese?' },
  },
  resident: {
    kind: 'flag',
    group: 'person',
    mutability: 'fixed',
    title: { vi: 'Đăng ký thường trú tại tỉnh', en: 'Registered resident of the province' },
    question: {
      vi: 'Người được đề nghị thường trú tại tỉnh?',
      en: 'Is the person a registered resident of the province?',
    },
  },
  broughtCraft: {
    kind: 'flag',
    group: 'person',
    mutability: 'fixed',
    title: { vi: 'Có công đưa nghề về địa phương', en: 'Brought the craft into the province' },
    question: {
      vi: 'Người này có công đưa nghề mới về địa phương?',
      en: 'Did the person bring the craft into the province?',
    },
  },
  field: {
    kind: 'choice',
    group: 'person',
    mutability: 'fixed',
    title: { vi: 'Lĩnh vực', en: 'Field' },
    question: { vi: 'Người được đề nghị làm việc trong lĩnh vực nào?', en: 'In which field does the person work?' },
    values: {
      handicrafts: { vi: 'nghề thủ công mỹ nghệ', en: 'handicrafts' },
      'intangible-heritage': {
        vi: 'di sản văn hóa phi vật thể (trình diễn, lễ hội, tín ngưỡng …)',
        en: 'intangible heritage (performance, festivals, rites …)',
      },
      other: { vi: 'lĩnh vực khác', en: 'other' },
    },
  },
  heldTitles: {
    kind: 'choices',
    group: 'person',
    mutability: 'fixed',
    title: { vi: 'Danh hiệu đã có', en: 'Titles held' },
    question: { vi: 'Người này đã được tặng những danh hiệu nào?', en: 'Which titles does the person hold?' },
    help: {
      vi: 'Danh hiệu do hiệp hội làng nghề tặng không phải danh hiệu của tỉnh hay của Nhà nước.',
      en: 'A title given by the craft-village association is neither a provincial nor a State title.',
    },
    values: {
      NNUT: { vi: 'Nghệ nhân Ưu tú (thủ công mỹ nghệ)', en: 'Merited Artisan (handicrafts)' },
      NNND: { vi: 'Nghệ nhân Nhân dân (thủ công mỹ nghệ)', en: "People's Artisan (handicrafts)" },
      'NNUT-HERITAGE': {
        vi: 'Nghệ nhân Ưu tú (di sản văn hóa phi vật thể)',
        en: 'Merited Artisan (intangible heritage)',
      },
      'NNND-HERITAGE': {
        vi: 'Nghệ nhân Nhân dân (di sản văn hóa phi vật thể)',
        en: "People's Artisan (intangible heritage)",
      },
      'NN-TINH': { vi: 'Nghệ nhân cấp tỉnh', en: 'Artisan of a province' },
      'LANG-NGHE': {
        vi: 'Nghệ nhân Làng nghề Việt Nam (hiệp hội tặng)',
        en: 'Artisan of Vietnam Craft Villages (given by the association)',
      },
    },
  },
  heritageReview: {
    kind: 'flag',
    group: 'person',
    mutability: 'changeable',
    title: { vi: 'Đang được xét danh hiệu về di sản', en: 'Under review for a heritage title' },
    question: {
      vi: 'Người này đang được xét tặng danh hiệu nghệ nhân về di sản văn hóa phi vật thể?',
      en: 'Is the person under review for an artisan title in intangible heritage?',
    },
  },
  goodStanding: {
    kind: 'flag',
    group: 'person',
    mutability: 'fixed',
    title: { vi: 'Trung thành, chấp hành pháp luật', en: 'Loyal and law-abiding' },
    question: {
      vi: 'Người này trung thành với Tổ quốc, chấp hành tốt chủ trương, pháp luật, quy chế?',
      en: 'Is the person loyal to the country, abiding by policy, law and local rules?',
    },
  },
  esteemed: {
    kind: 'flag',
    group: 'person',
    mutability: 'fixed',
    title: { vi: 'Gương mẫu, tận tụy, được mến mộ', en: 'Exemplary, devoted, esteemed' },
    question: {
      vi: 'Người này có phẩm chất tốt, gương mẫu, tận tụy với nghề, được đồng nghiệp và Nhân dân mến mộ?',
      en: 'Is the person of good character, exemplary, devoted to the craft, esteemed by peers and people?',
    },
  },
  representsHeritage: {
    kind: 'flag',
    group: 'person',
    mutability: 'fixed',
    title: { vi: 'Tiêu biểu cho di sản nghề', en: 'Typical of the heritage of the craft' },
    question: {
      vi: 'Người này tiêu biểu cho việc giữ gìn, phát huy giá trị di sản nghề (của địa phương; với Nghệ nhân Nhân dân: của cả nước)?',
      en: "Is the person typical of the keeping of the craft's heritage (of the locality; for People's Artisan, of the whole country)?",
    },
  },
  yearsInCraft: {
    kind: 'count',
    group: 'craft',
    mutability: 'fixed',
    title: { vi: 'Số năm trong nghề', en: 'Years in the craft' },
    question: {
      vi: 'Làm nghề bao nhiêu năm, liên tục hoặc cộng dồn?',
      en: 'How many years in the craft, continuous or summed?',
    },
  },
  specialCraft: {
    kind: 'flag',
    group: 'craft',
    mutability: 'fixed',
    title: { vi: 'Nghề đặc thù', en: 'Special craft' },
    question: { vi: 'Nghề này là nghề thủ công mỹ nghệ đặc thù?', en: 'Is the craft a special one?' },
    help: {
      vi: 'Nghề có nguy cơ thất truyền, ít người theo học, khó truyền dạy, thời gian đào tạo dài (Điều 3 NĐ 43/2024/NĐ-CP).',
      en: 'A craft in danger of being lost, with few learners, hard to teach, long in training (Article 3, NĐ 43/2024/NĐ-CP).',
    },
  },
  works: {
    kind: 'count',
    group: 'craft',
    mutability: 'changeable',
    title: { vi: 'Tác phẩm tự thiết kế, chế tác', en: 'Works designed and made' },
    question: {
      vi: 'Đã trực tiếp thiết kế, chế tác bao nhiêu sản phẩm, tác phẩm có giá trị cao?',
      en: 'How many works of high value has the person designed and made?',
    },
  },
  ownDesigns: {
    kind: 'count',
    group: 'craft',
    mutability: 'changeable',
    title: { vi: 'Mẫu tự sáng tác', en: 'Own designs' },
    question: { vi: 'Tự sáng tác bao nhiêu mẫu đạt trình độ nghệ thuật cao?', en: 'How many own designs of high art?' },
  },
  newWorks: {
    kind: 'count',
    group: 'craft',
    mutability: 'changeable',
    title: { vi: 'Tác phẩm mới sau khi là Nghệ nhân Ưu tú', en: 'New works since Merited Artisan' },
    question: {
      vi: 'Sau khi được tặng Nghệ nhân Ưu tú đã thiết kế, chế tác bao nhiêu tác phẩm mới?',
      en: 'How many new works were designed and made after the award of Merited Artisan?',
    },
    help: {
      vi: 'Tác phẩm làm trước khi được tặng Nghệ nhân Ưu tú không tính.',
      en: 'Works made before the award of Merited Artisan do not count.',
    },
  },
  newWorksShown: {
    kind: 'count',
    group: 'craft',
    mutability: 'changeable',
    title: { vi: 'Tác phẩm mới có giải hoặc chứng nhận', en: 'New works with a prize or certificate' },
    question: {
      vi: 'Bao nhiêu tác phẩm mới có giải hoặc chứng nhận tại cuộc thi, triển lãm, hội chợ được Thủ tướng Chính phủ cho phép?',
      en: 'How many of the new works have a prize or certificate of a contest or fair allowed by the Prime Minister?',
    },
  },
  newWorksPrized: {
    kind: 'count',
    group: 'craft',
    mutability: 'changeable',
    title: { vi: 'Tác phẩm mới đạt giải cao', en: 'New works with a high prize' },
    question: {
      vi: 'Bao nhiêu tác phẩm mới đạt giải nhì trở lên toàn quốc, hoặc được Nhà nước cử đi và đạt giải ba trở lên khu vực, quốc tế?',
      en: 'How many of the new works took second prize or better in a national contest, or third or better at regional or world level when sent by the State?',
    },
  },
  otherWorkCriterion: {
    kind: 'flag',
    group: 'confirmation',
    mutability: 'changeable',
    title: { vi: 'Tác phẩm đạt tiêu chí khác của Điều 6', en: 'Works meet another criterion of Article 6' },
    question: {
      vi: 'Cơ quan xét tặng có xác nhận hai tác phẩm mới đạt tiêu chí khác trong danh sách của Điều 6 NĐ 43/2024?',
      en: 'Does the agency confirm that two new works meet another criterion of the list in Article 6, NĐ 43/2024?',
    },
  },
  provincialPrize: {
    kind: 'choice',
    group: 'craft',
    mutability: 'changeable',
    title: { vi: 'Giải cao nhất cấp tỉnh', en: 'Best prize at a provincial contest' },
    question: {
      vi: 'Giải cao nhất tại cuộc thi cấp tỉnh?',
      en: 'Which is the best prize at a province-level contest?',
    },
    values: prizes,
  },
  nationalPrize: {
    kind: 'choice',
    group: 'craft',
    mutability: 'changeable',
    title: { vi: 'Giải cao nhất cấp quốc gia', en: 'Best prize at a national contest' },
    question: { vi: 'Giải cao nhất tại cuộc thi cấp quốc gia?', en: 'Which is the best prize at a national contest?' },
    values: prizes,
  },
  consolationPrizes: {
    kind: 'count',
    group: 'craft',
    mutability: 'changeable',
    title: { vi: 'Số giải khuyến khích cấp tỉnh', en: 'Consolation prizes at provincial contests' },
    question: {
      vi: 'Có bao nhiêu giải khuyến khích cấp tỉnh?',
      en: 'How many consolation prizes at province-level contests?',
    },
  },
  anyPrize: {
    kind: 'flag',
    group: 'craft',
    mutability: 'changeable',
    title: { vi: 'Có giải thưởng, chứng nhận thành tích', en: 'Has a prize or certificate' },
    question: {
      vi: 'Có giải thưởng, chứng nhận tại cuộc thi, hội chợ, triển lãm trong nước hoặc quốc tế có uy tín?',
      en: 'Is there a prize or certificate of a domestic, or of a respected foreign, contest or fair?',
    },
  },
  otherPrizeCriterion: {
    kind: 'flag',
    group: 'confirmation',
    mutability: 'changeable',
    title: { vi: 'Đạt tiêu chí giải thưởng khác', en: 'Meets another criterion on prizes' },
    question: {
      vi: 'Cơ quan xét tặng có xác nhận người này đạt tiêu chí khác trong danh sách về giải thưởng?',
      en: 'Does the agency confirm that another criterion of the list on prizes is met?',
    },
  },
  trainees: {
    kind: 'count',
    group: 'teaching',
    mutability: 'changeable',
    title: { vi: 'Số người đã truyền nghề, dạy nghề', en: 'People taught' },
    question: {
      vi: 'Đã truyền nghề, dạy nghề cho bao nhiêu người?',
      en: 'How many people has the person taught the craft?',
    },
  },
  meritedTrainees: {
    kind: 'count',
    group: 'teaching',
    mutability: 'changeable',
    title: { vi: 'Học trò là Nghệ nhân Ưu tú', en: 'Pupils who became Merited Artisans' },
    question: {
      vi: 'Bao nhiêu học trò đã được tặng Nghệ nhân Ưu tú?',
      en: 'How many of those taught became Merited Artisans?',
    },
  },
  otherTraineeCriterion: {
    kind: 'flag',
    group: 'confirmation',
    mutability: 'changeable',
    title: { vi: 'Đạt tiêu chí truyền nghề khác của Điều 6', en: 'Meets the other teaching criterion of Article 6' },
    question: {
      vi: 'Cơ quan xét tặng có xác nhận người này đạt tiêu chí thứ hai về truyền nghề (từ 20 người, kèm điều kiện) của Điều 6?',
      en: 'Does the agency confirm the second criterion on teaching of Article 6 (from 20 people, on a condition)?',
    },
  },
  traineeStandardConfirmed: {
    kind: 'flag',
    group: 'confirmation',
    mutability: 'changeable',
    title: { vi: 'Đạt tiêu chuẩn truyền nghề của Điều 7', en: 'Teaching standard of Article 7 confirmed' },
    question: {
      vi: 'Cơ quan xét tặng có xác nhận người này đạt tiêu chuẩn truyền nghề, dạy nghề của Điều 7 NĐ 43/2024?',
      en: 'Does the agency confirm the standard on teaching of Article 7, NĐ 43/2024?',
    },
  },
  meritStandardsConfirmed: {
    kind: 'flag',
    group: 'confirmation',
    mutability: 'changeable',
    title: { vi: 'Đạt tiêu chuẩn Nghệ nhân Ưu tú của NĐ 123/2014', en: 'Standards of NĐ 123/2014 confirmed' },
    question: {
      vi: 'Cơ quan xét tặng có xác nhận người này đạt tiêu chuẩn tay nghề, truyền nghề của Nghệ nhân Ưu tú theo NĐ 123/2014?',
      en: 'Does the agency confirm the standards of craft and teaching of a Merited Artisan under NĐ 123/2014?',
    },
  },
  provinceConfirmed: {
    kind: 'flag',
    group: 'confirmation',
    mutability: 'changeable',
    title: { vi: 'Tỉnh xác nhận đạt tiêu chuẩn', en: 'Standards confirmed by the province' },
    question: {
      vi: 'Sở Công Thương (cơ quan thường trực) có xác nhận người này đạt tiêu chuẩn của tỉnh?',
      en: "Does the province's department confirm that the province's own standards are met?",
    },
  },
  councilLevel: {
    kind: 'choice',
    group: 'council',
    mutability: 'fixed',
    title: { vi: 'Cấp hội đồng', en: 'Level of the council' },
    question: { vi: 'Hội đồng cấp nào?', en: 'At which level is the council?' },
    values: {
      province: { vi: 'cấp tỉnh', en: 'province' },
      ministry: { vi: 'chuyên ngành cấp Bộ', en: 'ministry' },
      state: { vi: 'cấp Nhà nước', en: 'State' },
    },
  },
  councilSize: {
    kind: 'count',
    group: 'council',
    mutability: 'changeable',
    title: { vi: 'Số thành viên hội đồng', en: 'Members of the council' },
    question: { vi: 'Hội đồng có bao nhiêu thành viên?', en: 'How many members has the council?' },
  },
  councilChair: {
    kind: 'choice',
    group: 'council',
    mutability: 'changeable',
    title: { vi: 'Chủ tịch hội đồng', en: 'Chair of the council' },
    question: { vi: 'Ai là Chủ tịch hội đồng?', en: 'Who chairs the council?' },
    values: {
      minister: { vi: 'Bộ trưởng Bộ Công Thương', en: 'the Minister of Industry and Trade' },
      other: { vi: 'người khác', en: 'someone else' },
    },
  },
  councilDeputies: {
    kind: 'choices',
    group: 'council',
    mutability: 'changeable',
    title: { vi: 'Phó Chủ tịch hội đồng', en: 'Deputies of the council' },
    question: { vi: 'Phó Chủ tịch hội đồng là lãnh đạo cơ quan nào?', en: 'Of which bodies do the deputies come?' },
    values: {
      commendation: { vi: 'Ban Thi đua - Khen thưởng Trung ương', en: 'the central commendation board' },
      ministry: { vi: 'Bộ Công Thương', en: 'the Ministry of Industry and Trade' },
      other: { vi: 'cơ quan khác', en: 'another body' },
    },
  },
  compositionConfirmed: {
    kind: 'flag',
    group: 'council',
    mutability: 'changeable',
    title: { vi: 'Thành phần hội đồng đúng quy định', en: 'Composition confirmed' },
    question: {
      vi: 'Cơ quan thường trực có xác nhận thành phần, số lượng thành viên đúng quy định?',
      en: 'Does the standing agency confirm that size and composition are as the decree says?',
    },
  },
  falseDeclaration: {
    kind: 'flag',
    group: 'keeping',
    mutability: 'fixed',
    title: { vi: 'Gian dối khi kê khai thành tích', en: 'False declaration of merit' },
    question: { vi: 'Có gian dối trong kê khai công trạng, thành tích?', en: 'Was merit declared falsely?' },
  },
  forgedPapers: {
    kind: 'flag',
    group: 'keeping',
    mutability: 'fixed',
    title: { vi: 'Thông tin sai, giấy tờ giả', en: 'False information or forged papers' },
    question: {
      vi: 'Có cung cấp thông tin sai sự thật hoặc làm giả giấy tờ?',
      en: 'Was information false or were papers forged?',
    },
  },
  unlawfulProposal: {
    kind: 'flag',
    group: 'keeping',
    mutability: 'fixed',
    title: { vi: 'Thẩm định, đề nghị trái quy định', en: 'Unlawful appraisal or proposal' },
    question: { vi: 'Việc thẩm định, xét, đề nghị có trái pháp luật?', en: 'Was appraisal or proposal unlawful?' },
  },
  disqualifyingFinding: {
    kind: 'flag',
    group: 'keeping',
    mutability: 'fixed',
    title: { vi: 'Kết luận vi phạm làm mất tiêu chuẩn', en: 'Finding that the standard was not met' },
    question: {
      vi: 'Có kết luận, quyết định, bản án về vi phạm làm không bảo đảm tiêu chuẩn trong thời gian tính thành tích?',
      en: 'Is there a finding, decision or judgment of a fault by which the standard was not met in the counted period?',
    },
  },
  imprisoned: {
    kind: 'flag',
    group: 'keeping',
    mutability: 'fixed',
    title: { vi: 'Bị kết án tù', en: 'Sentenced to prison' },
    question: {
      vi: 'Bị kết tội bằng bản án có hiệu lực và bị phạt tù có thời hạn, chung thân hoặc tử hình?',
      en: 'Convicted by a final judgment, to a term in prison, for life, or to death?',
    },
  },
  lossRuleConfirmed: {
    kind: 'flag',
    group: 'keeping',
    mutability: 'fixed',
    title: { vi: 'Tỉnh xác nhận không thuộc trường hợp thu hồi', en: 'No case of loss, as the province confirms' },
    question: {
      vi: 'Tỉnh có xác nhận không thuộc trường hợp bị hủy bỏ, thu hồi danh hiệu?',
      en: 'Does the province confirm that none of its own cases of loss applies?',
    },
  },
  confirmedReward: {
    kind: 'money',
    group: 'reward',
    mutability: 'fixed',
    title: { vi: 'Mức tiền thưởng được xác nhận', en: 'Reward as confirmed' },
    question: {
      vi: 'Cơ quan có thẩm quyền xác nhận mức tiền thưởng là bao nhiêu đồng?',
      en: 'What reward does the competent body confirm, in đồng?',
    },
  },
  minimumSalary: {
    kind: 'money',
    group: 'reward',
    mutability: 'fixed',
    title: { vi: 'Mức lương tối thiểu tháng', en: 'Minimum monthly salary' },
    question: {
      vi: 'Mức lương tối thiểu của ngạch công chức tại thời điểm quyết định là bao nhiêu đồng một tháng?',
      en: 'What was the minimum salary of the civil-servant scale at the time of the decision, in đồng a month?',
    },
  },
})

/** Facts of a title; every field may be absent. */
export type TitleFacts = FactsOf<typeof titleFacts>

export type TitleFactKey = keyof typeof titleFacts

/** The words that the rules on titles are written in, those of a province's own titles among them. */
export const titleWords = vocabulary<typeof titleFacts>()
export const { fact, is, isNot, oneOf, someOf, allOf, match } = titleWords
