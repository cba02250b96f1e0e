import type { Pack } from '../pack.js'
import { readers } from './entries.js'
import { error, type PackProblem } from './problem.js'

/** Tables by a choice: every value of the choice must have its case, and no other. */
export const tables = ({ facts, law }: Pack): PackProblem[] =>
  readers(law).flatMap(({ place, version: { cites }, expressions }) =>
    expressions.flatMap((expression) => {
      if (expression.op !== 'match') return []
      const { fact, cases } = expression
      const definition = facts[fact]
      if (!definition) return []
      if (definition.kind !== 'choice')
        return error('table-surplus', place, cites, {
          vi: `Bảng theo '${fact}', nhưng dữ kiện này không phải là một lựa chọn.`,
          en: `The table is by '${fact}', which is not a choice.`,
        })
      const { values } = definition
      return [
        ...Object.keys(values)
          .filter((value) => !Object.hasOwn(cases, value))
          .map((value) =>
            error('table-gap', place, cites, {
              vi: `Bảng theo '${fact}' thiếu trường hợp '${value}'.`,
              en: `The table by '${fact}' has no case for '${value}'.`,
            }),
          ),
        ...Object.keys(cases)
          .filter((value) => !Object.hasOwn(values, value))
          .map((value) =>
            error('table-surplus', place, cites, {
              vi: `Bảng theo '${fact}' có trường hợp '${value}' mà dữ kiện không có.`,
              en: `The table by '${fact}' has a case '${value}', which the fact does not have.`,
            }),
          ),
      ]
    }),
  )
