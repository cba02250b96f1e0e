/** One program of a page and what the page says that it prints; undefined where it does not say. */
export interface Example {
  readonly code: string
  readonly shown: string | undefined
}

/** Each block in TypeScript, with the block of output that follows it before the next. */
export const examplesOf = (markdown: string): Example[] =>
  [...markdown.matchAll(/^```ts\n(.*?)^```$(.*?)(?=^```ts$|$(?![^]))/gms)].map(([, code = '', rest = '']) => ({
    code,
    shown: /^```text\n(.*?)^```$/ms.exec(rest)?.[1],
  }))

/** A guide is one program: each block goes on from the one before. */
export const whole = (examples: readonly Example[]): Example => ({
  code: examples.map(({ code }) => code).join('\n'),
  shown: examples.map(({ shown = '' }) => shown).join(''),
})
