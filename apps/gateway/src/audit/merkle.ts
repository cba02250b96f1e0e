import { createHash } from 'node:crypto'

/**
 * The Merkle tree of RFC 6962 §2.1, grown leaf by leaf. Kept are only the roots of its full subtrees, from the largest on
 * the left to the smallest on the right: one for each bit that is set in its size.
 */
export interface MerkleTree {
  readonly size: bigint
  /** SHA-256 in hex. */
  readonly frontier: readonly string[]
}

export const emptyTree: MerkleTree = { size: 0n, frontier: [] }

const sha256 = (...parts: readonly (string | Uint8Array)[]): Buffer => {
  const hash = createHash('sha256')
  for (const part of parts) hash.update(part)
  return hash.digest()
}

/** `SHA-256(0x00 || content)`: a leaf can never be taken for a node. */
export const leafHash = (content: string | Uint8Array): string => sha256(Uint8Array.of(0), content).toString('hex')

/** `SHA-256(0x01 || left || right)`. */
const nodeHash = (left: string, right: string): string =>
  sha256(Uint8Array.of(1), Buffer.from(left, 'hex'), Buffer.from(right, 'hex')).toString('hex')

/** The tree with one more leaf. */
export function grow({ size, frontier }: MerkleTree, leaf: string): MerkleTree {
  const roots = [...frontier]
  let joined = leaf
  // As in adding 1 to the size: each bit that carries joins two full subtrees of one height.
  for (let carry = size; (carry & 1n) === 1n; carry >>= 1n) joined = nodeHash(pop(roots), joined)
  return { size: size + 1n, frontier: [...roots, joined] }
}

/** The head of the tree (MTH): of no leaves, the hash of nothing. */
export function root({ frontier }: MerkleTree): string {
  const roots = [...frontier]
  if (roots.length === 0) return sha256('').toString('hex')
  let joined = pop(roots)
  while (roots.length > 0) joined = nodeHash(pop(roots), joined)
  return joined
}

function pop(roots: string[]): string {
  const last = roots.pop()
  if (last === undefined) throw new Error('A Merkle tree has fewer subtrees than its size says')
  return last
}

/** `SHA-256(before || leaf)`: links an entry to the one before it. */
export const chainHash = (before: string, leaf: string): string =>
  sha256(Buffer.from(before, 'hex'), Buffer.from(leaf, 'hex')).toString('hex')

/** What the first entry is linked to. */
export const chainStart = '0'.repeat(64)
