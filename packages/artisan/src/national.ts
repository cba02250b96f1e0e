import { cycleParameters } from './cycle-parameters.js'
import { titleFacts } from './facts.js'
import { article59Rules } from './luat-tdkt-2022/article-59.js'
import { article93Rules } from './luat-tdkt-2022/article-93.js'
import { article10Parameters, article10Rules } from './nd-123-2014/article-10.js'
import { article2Rules as who123 } from './nd-123-2014/article-2.js'
import { meeting123Parameters } from './nd-123-2014/meetings.js'
import { standardsParameters, standardsRules } from './nd-123-2014/standards.js'
import { steps123, steps123Parameters } from './nd-123-2014/steps.js'
import { article2Rules as who43 } from './nd-43-2024/article-2.js'
import { article6Parameters, article6Rules } from './nd-43-2024/article-6.js'
import { article7Parameters, article7Rules } from './nd-43-2024/article-7.js'
import { councilParameters, councilRules } from './nd-43-2024/councils.js'
import { steps43, steps43Parameters } from './nd-43-2024/steps.js'
import { article56Amounts, article56Parameters } from './nd-98-2023/article-56.js'

/** National law on State titles in handicrafts. Of provincial titles it has nothing: those are each province's own. */
export const nationalTitles = {
  facts: titleFacts,
  rules: {
    ...article59Rules,
    ...who123,
    ...standardsRules,
    ...who43,
    ...article6Rules,
    ...article7Rules,
    ...article10Rules,
    ...councilRules,
    ...article93Rules,
  },
  parameters: {
    ...standardsParameters,
    ...article6Parameters,
    ...article7Parameters,
    ...article10Parameters,
    ...meeting123Parameters,
    ...councilParameters,
    ...steps123Parameters,
    ...steps43Parameters,
    ...cycleParameters,
    ...article56Parameters,
  },
  amounts: article56Amounts,
}

/** The way of a State title under each decree, in order. */
export const stateSteps = [...steps123, ...steps43]
