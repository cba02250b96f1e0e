import { citationText, type Citations } from '@khuyencong/rules'
import { expect, test } from 'vitest'
import { haiDuongProgramme } from './index.js'

// What the decision says, written down from it by hand.

const { period, baseline, bodies, priorities, sources, items } = haiDuongProgramme
const places = (cites: Citations) => cites.map((place) => citationText({ ...place, document: '' }, 'vi').trim())

test('IV.3: from 2023 to the end of 2025', () => {
  expect(period).toEqual({ from: '2023-01-01', to: '2025-12-31' })
})

test('I.1: what was achieved from 2018 to 2022', () => {
  expect(baseline.map(({ id, value, unit, approximate }) => [id, value, unit, approximate ?? false])).toEqual([
    ['establishments', 62n, 'establishments', false],
    ['total-cost', 27_692_000_000n, 'dong', false],
    ['provincial-support', 10_865_000_000n, 'dong', false],
    ['own-money', 16_827_000_000n, 'dong', false],
    ['contests', 2n, 'rounds', false],
    ['typical-products', 100n, 'products', true],
    ['artisan-rounds', 3n, 'rounds', false],
    ['artisans', 26n, 'artisans', false],
  ])
  for (const { cites } of baseline) expect(places(cites)).toEqual(['mục I.1 Điều 1'])
})

test('Article 2: the bodies, and the duties of each in the order of its dashes', () => {
  const duties = bodies.map(({ id, duties: own }) => [
    id,
    own.map((duty) => [
      duty.id,
      duty.title.vi
        .split(/[ ,;:]+/)
        .slice(0, 5)
        .join(' '),
    ]),
  ])
  expect(duties).toEqual([
    [
      'industry-department',
      [
        ['2.1.1', 'Thường trực chương trình xây'],
        ['2.1.2', 'Đề xuất hình thức hỗ'],
        ['2.1.3', 'Hướng dẫn các huyện đoàn'],
        ['2.1.4', 'Trung tâm Khuyến công và'],
      ],
    ],
    [
      'finance-department',
      [
        ['2.2.1', 'Hướng dẫn quản lý kiểm'],
        ['2.2.2', 'Căn cứ dự toán của'],
        ['2.2.3', 'Giám sát không để lãng'],
      ],
    ],
    ['other-departments', [['2.3.1', 'Phối hợp thực hiện lồng']]],
    [
      'district-committees',
      [
        ['2.4.1', 'Phối hợp chỉ đạo kiểm'],
        ['2.4.2', 'Chỉ đạo các đơn vị'],
      ],
    ],
  ])
  for (const [index, { cites, duties: own }] of bodies.entries()) {
    expect(places(cites)).toEqual([`khoản ${index + 1} Điều 2`])
    for (const duty of own) expect(duty.cites).toEqual(cites)
  }
})

test('what comes first, and where it stands', () => {
  expect(priorities.map(({ id, cites }) => [id, ...places(cites)])).toEqual([
    ['chains', 'mục II.1 Điều 1'],
    ['main-farm-products', 'mục V.1 Điều 1'],
    ['typical-products', 'mục VII.6 Điều 1'],
    ['new-contents', 'mục VII.6 Điều 1'],
  ])
})

test('where the money comes from, and where it stands', () => {
  expect(sources.map(({ id, cites }) => [id, ...places(cites)])).toEqual([
    ['provincial-budget', 'mục VI Điều 1'],
    ['national-fund', 'mục VII.3 Điều 1'],
    ['other-lawful', 'mục VI Điều 1'],
  ])
})

test('part V: every dash of it', () => {
  expect(
    items.map(({ id, title }) => [
      id,
      title.vi
        .split(/[ ,;:]+/)
        .slice(0, 3)
        .join(' '),
    ]),
  ).toEqual([
    // the opening of V.1, and its six dashes
    ['V.1.0', 'Mô hình trình'],
    ['V.1.1', 'Mô hình công'],
    ['V.1.2', 'Mô hình cơ'],
    ['V.1.3', 'Chuyển giao ứng'],
    ['V.1.4', 'Mô hình thí'],
    ['V.1.5', 'Tham quan mô'],
    ['V.1.6', 'Liên kết với'],
    ['V.2.1', 'Tham gia hội'],
    ['V.2.2', 'Bình chọn sản'],
    ['V.2.3', 'Tham gia bình'],
    ['V.2.4', 'Công nghệ thông'],
    ['V.2.5', 'Nhãn hiệu phòng'],
    ['V.2.6', 'Hệ thống thông'],
    ['V.2.7', 'Tập huấn năng'],
    ['V.3.1', 'Thành lập hội'],
    ['V.3.2', 'Sửa chữa nâng'],
    ['V.3.3', 'Phương án hỗ'],
    ['V.4', 'Nguồn nhân lực'],
    ['V.5.1', 'Truyền hình truyền'],
    ['V.5.2', 'Cuộc thi phát'],
    ['V.5.3', 'Thuê tư vấn'],
    ['V.6', 'Xây dựng và'],
    ['V.7', 'Mô hình thí'],
    ['V.8', 'Danh hiệu nghệ'],
    ['V.9', 'Nâng cao năng'],
    ['V.10', 'Các nội dung'],
  ])
  for (const { id, cites } of items) expect(places(cites)).toEqual([`mục V.${id.split('.')[1]} Điều 1`])
})
