import { createHash } from 'node:crypto'
import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import { emptyTree, grow, leafHash, root } from './merkle.js'

/** Test vectors of Certificate Transparency's reference implementation: the leaves, and the head of the first n of them. */
const leaves = ['', '00', '10', '2021', '3031', '40414243', '5051525354555657', '606162636465666768696a6b6c6d6e6f']
const heads = [
  'e3b0c44298fc1c149afbf4c8996fb92427ae41e4649b934ca495991b7852b855',
  '6e340b9cffb37a989ca544e6bb780a2c78901d3fb33738768511a30617afa01d',
  'fac54203e7cc696cf0dfcb42c92a1d9dbaf70ad9e621f4bd8d98662f00e3c125',
  'aeb6bcfe274b70a14fb067a5e5578264db0fa9b51af5e0ba159158f329e06e77',
  'd37ee418976dd95753c1c73862b9398fa2a2cf9b4ff0fdfe8b30cd95209614b7',
  '4e3bbb1f7b478dcfe71fb631631519a3bca12c9aefca1612bfce4c13a86264d4',
  '76e67dadbcdf1e10e1b74ddc608abd2f98dfb16fbce75277b5232a127f2087ef',
  'ddb89be403809e325750d3d263cd78929c2942b7942a34b77e122c9594a74c8c',
  '5dc9da79a70659a9ad559cb701ded9a2ab9d823aad2f4960cfe370eff4604328',
]

describe('the Merkle tree of RFC 6962', () => {
  test.each(heads.map((head, size) => [size, head] as const))('of %i leaves has the published head', (size, head) => {
    const tree = leaves
      .slice(0, size)
      .reduce((grown, leaf) => grow(grown, leafHash(Buffer.from(leaf, 'hex'))), emptyTree)
    expect(root(tree)).toBe(head)
  })

  test('grown leaf by leaf is the one that the RFC defines by halves', () => {
    fc.assert(
      fc.property(fc.array(fc.string(), { maxLength: 70 }), (contents) => {
        const grown = contents.reduce((tree, content) => grow(tree, leafHash(content)), emptyTree)
        expect(grown.size).toBe(BigInt(contents.length))
        expect(root(grown)).toBe(byHalves(contents).toString('hex'))
      }),
    )
  })
})

/** MTH as RFC 6962 §2.1 writes it. */
function byHalves(contents: readonly string[]): Buffer {
  const [only] = contents
  if (only === undefined) return createHash('sha256').digest()
  if (contents.length === 1) return createHash('sha256').update('\0').update(only).digest()
  let half = 1
  while (half * 2 < contents.length) half *= 2
  const [left, right] = [byHalves(contents.slice(0, half)), byHalves(contents.slice(half))]
  return createHash('sha256').update('\x01').update(left).update(right).digest()
}
