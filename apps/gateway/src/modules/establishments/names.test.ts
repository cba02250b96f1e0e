import { describe, expect, test } from 'vitest'
import { areAlike, nameKey, similarity } from './names.js'

describe('what is left of a name', () => {
  test.each([
    ['Công ty TNHH Cơ khí Minh Phát', 'co khi minh phat'],
    ['CÔNG TY TRÁCH NHIỆM HỮU HẠN MỘT THÀNH VIÊN CƠ KHÍ MINH PHÁT', 'co khi minh phat'],
    ['Cty TNHH MTV SX & TM Minh Phát', 'san xuat thuong mai minh phat'],
    ['HKD Nguyễn Văn Đức', 'nguyen van duc'],
    ['Hộ kinh doanh Nguyễn Văn Đức', 'nguyen van duc'],
    ['HTX. Gốm Chu Đậu', 'gom chu dau'],
    ['Hợp tác xã gốm  Chu Đậu', 'gom chu dau'],
    ['Cơ sở sản xuất bánh đậu xanh Rồng Vàng', 'banh dau xanh rong vang'],
    ['Công ty Cổ phần', 'cong ty co phan'],
  ])('%s: %s', (name, key) => {
    expect(nameKey(name)).toBe(key)
  })
})

describe('alike', () => {
  test.each([
    ['Công ty TNHH Cơ khí Minh Phát', 'Cty Cơ Khí MINH PHAT'],
    ['HTX Gốm Chu Đậu', 'Hợp tác xã gốm sứ Chu Đậu'],
    ['Hộ kinh doanh Nguyễn Văn Đức', 'Cơ sở Nguyễn Văn Đức'],
    ['Bánh đậu xanh Rồng Vàng', 'Rồng Vàng bánh đậu xanh'],
  ])('%s and %s', (a, b) => {
    expect(areAlike(nameKey(a), nameKey(b))).toBe(true)
  })

  test.each([
    ['Công ty TNHH Cơ khí Minh Phát', 'Công ty TNHH Cơ khí Đại Thành'],
    ['Hộ kinh doanh Nguyễn Văn Đức', 'Hộ kinh doanh Nguyễn Thị Hoa'],
    ['HTX Gốm Chu Đậu', 'HTX Thêu ren Xuân Nẻo'],
    ['Bánh đậu xanh Rồng Vàng', 'Bánh gai Bà Tới'],
  ])('not %s and %s', (a, b) => {
    expect(areAlike(nameKey(a), nameKey(b))).toBe(false)
  })

  test('what has no name is like nothing', () => {
    expect(areAlike('', '')).toBe(false)
    expect(similarity('a', 'b')).toBe(0)
  })
})
