export { haiDuong } from './pack.js'
export { haiDuongProgramme } from './programme/index.js'
