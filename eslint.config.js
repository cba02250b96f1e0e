import js from '@eslint/js'
import { defineConfig, globalIgnores } from 'eslint/config'
import tseslint from 'typescript-eslint'

// What each package may import, by its main entry. Nothing points back, and the four areas do not know one another.
const areas = ['eligibility', 'budget', 'selection', 'artisan']
const mayImport = {
  '*': [], // whatever is not named below
  rules: [],
  domain: ['rules'],
  ...Object.fromEntries(areas.map((area) => [area, ['rules', 'domain']])),
  programme: ['rules', 'domain', ...areas],
  'province-*': ['rules', 'domain', ...areas, 'programme'],
}

const tests = '**/*.{test,test-d,test-support,bench}.ts'
const schema = 'packages/domain/src/{schema.ts,schema/**}'
const optimum = 'packages/selection/src/{optimum.ts,optimum/**}'
/** What tests may bring in besides: test tools, a second opinion on JSON that we write, and holidays. */
const testTools = [
  'vitest',
  'fast-check',
  'date-holidays',
  'node:.*',
  'ajv/dist/2020.js',
  '@khuyencong/rules/schema/.*',
]

/** Only these imports: own files, the siblings below, and the named libraries. An allow list also shuts out `node:*`. */
const imports = (siblings, ...libraries) => {
  const allowed = [...siblings.map((name) => `@khuyencong/${name}`), ...libraries].map((name) => `|${name}$`).join('')
  return {
    regex: `^(?!\\.{1,2}/${allowed})|^\\.\\..*/(src|dist)/`,
    message: `Packages are pure and depend one way. Allowed here: own files, ${[...siblings, ...libraries].join(', ') || 'nothing else'}.`,
  }
}
const only = (...patterns) => ({ 'no-restricted-imports': ['error', { patterns }] })

const boundaries = Object.entries(mayImport).flatMap(([name, siblings]) => [
  { files: [`packages/${name}/src/**`], ignores: [tests], rules: only(imports(siblings)) },
  { files: [`packages/${name}/src/${tests}`], rules: only(imports(siblings, ...testTools)) },
])

export default defineConfig(
  globalIgnores(['**/dist/', '**/coverage/', '**/generated/', '**/.data/']),
  js.configs.recommended,
  tseslint.configs.strictTypeChecked,
  tseslint.configs.stylisticTypeChecked,
  {
    languageOptions: { parserOptions: { projectService: true } },
    linterOptions: { reportUnusedDisableDirectives: 'error' },
    rules: {
      '@typescript-eslint/no-confusing-void-expression': ['error', { ignoreArrowShorthand: true }],
      // Numbers and bigints print the same everywhere; objects and undefined stay forbidden.
      '@typescript-eslint/restrict-template-expressions': ['error', { allowNumber: true }],
      // A new verdict, status or content code must be met at every switch.
      '@typescript-eslint/switch-exhaustiveness-check': ['error', { considerDefaultExhaustiveForUnions: true }],
    },
  },
  { files: ['**/*.js'], extends: [tseslint.configs.disableTypeChecked] },

  ...boundaries,
  // The schema brings in Zod; the rest of the package stays without a dependency.
  {
    files: ['packages/domain/src/**'],
    ignores: [tests, schema],
    rules: only(imports(mayImport.domain), { regex: '/schema(/|\\.|$)', message: 'Only ./schema may need Zod.' }),
  },
  { files: [schema], ignores: [tests], rules: only(imports(mayImport.domain, 'zod')) },
  // The optimum brings in a solver; the rest of the package stays without a dependency.
  {
    files: ['packages/selection/src/**'],
    ignores: [tests, optimum],
    rules: only(imports(mayImport.selection), {
      regex: '/optimum(/|\\.|$)',
      message: 'Only ./optimum may need HiGHS.',
    }),
  },
  { files: [optimum], ignores: [tests], rules: only(imports(mayImport.selection, 'highs')) },

  // The same facts on the same law give the same answer on any machine, any day.
  {
    files: ['packages/*/src/**'],
    ignores: [tests],
    rules: {
      // No environment is declared here, so that any global beyond the language itself is undefined: process, fetch, timers, performance …
      'no-undef': 'error',
      'no-restricted-globals': [
        'error',
        { name: 'Date', message: 'Packages read no clock. A date is an argument, as an ISO string.' },
        { name: 'globalThis', message: 'Packages see nothing of the machine that they run on.' },
      ],
      'no-restricted-properties': [
        'error',
        { object: 'Math', property: 'random', message: 'Packages answer the same every time.' },
        { object: 'Intl', property: 'DateTimeFormat', message: 'Packages read no clock.' },
      ],
      'no-restricted-syntax': [
        'error',
        { selector: 'ImportExpression', message: 'Packages load nothing at run time.' },
        { selector: 'MetaProperty[meta.name="import"]', message: 'Packages do not ask where they run.' },
      ],
    },
  },
)
