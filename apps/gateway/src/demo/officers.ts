/** Who does what for the programme in the demo, by the address under which they sign in; see `demo/people.csv`. */
export const officers = {
  /** Trung tâm Khuyến công: makes files and signs contracts. */
  centre: 'trungtam1@khuyencong.example',
  /** Surveys, and asks for payments. */
  surveyor: 'trungtam2@khuyencong.example',
  /** Sở Công Thương. */
  appraiser: 'congthuong1@khuyencong.example',
  /** Recommends, and hands the estimate over. */
  head: 'congthuong2@khuyencong.example',
  /** Accepts what was done, and refuses. */
  acceptor: 'congthuong3@khuyencong.example',
  /** Sở Tài chính: balances and allots. */
  budget: 'taichinh1@khuyencong.example',
  /** Pays and settles. */
  treasurer: 'taichinh2@khuyencong.example',
  /** UBND tỉnh. */
  chair: 'uyban1@khuyencong.example',
  /** Approves adjustments and stops proposals: whoever approved them may not. */
  viceChair: 'uyban2@khuyencong.example',
  /** The council appraises models. */
  council: 'hoidong@khuyencong.example',
} as const
