import type { Slots } from './place.js'
import type { Remedy } from './remedy.js'

type Search = (slots: Slots) => readonly Remedy[]

/**
 * The remedies of a no, searched for when they are first looked at: the search costs far more than the decision, and many
 * callers never look. To them it is an array like any other: read, listed, compared, copied with its decision and
 * serialised by `JSON.stringify` and `toJson`.
 *
 * It is a proxy, which `structuredClone` and `postMessage` refuse with a `DataCloneError`: hand them `[...remedies]`. An
 * accessor of the decision would serve them, too, but makes a decision a fifth slower; one of its class is lost in a copy.
 */
export const remedyList = (search: Search, slots: Slots): readonly Remedy[] =>
  new Proxy<Remedy[]>(new Unsearched(), new WhenLookedAt(search, slots))

/** What is in the place of the list before. Node shows an object behind its proxy's back, but for this way in. */
class Unsearched extends Array<Remedy> {
  [Symbol.for('nodejs.util.inspect.custom')](): readonly Remedy[] {
    return [...this]
  }
}

/** Whatever is done with the list, its remedies are in it first. */
class WhenLookedAt implements ProxyHandler<Remedy[]> {
  #search: Search | undefined
  readonly #slots: Slots

  constructor(search: Search, slots: Slots) {
    this.#search = search
    this.#slots = slots
  }

  #filled(list: Remedy[]): Remedy[] {
    if (this.#search) {
      list.push(...this.#search(this.#slots))
      Object.setPrototypeOf(list, Array.prototype)
      this.#search = undefined
    }
    return list
  }

  get(list: Remedy[], key: PropertyKey): unknown {
    return Reflect.get(this.#filled(list), key)
  }
  has(list: Remedy[], key: PropertyKey): boolean {
    return Reflect.has(this.#filled(list), key)
  }
  ownKeys(list: Remedy[]): (string | symbol)[] {
    return Reflect.ownKeys(this.#filled(list))
  }
  getOwnPropertyDescriptor(list: Remedy[], key: PropertyKey): PropertyDescriptor | undefined {
    return Reflect.getOwnPropertyDescriptor(this.#filled(list), key)
  }
  getPrototypeOf(list: Remedy[]): object | null {
    return Reflect.getPrototypeOf(this.#filled(list))
  }
  // To freeze a list is to look at it: once frozen, it could not be filled. Nothing else can be set: it is for reading.
  preventExtensions(list: Remedy[]): boolean {
    return Reflect.preventExtensions(this.#filled(list))
  }
  set(): boolean {
    return false
  }
}
