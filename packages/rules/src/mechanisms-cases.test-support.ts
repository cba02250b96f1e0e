import { all, any, atLeast, atMost, equals, ifThen, lessThan, moreThan, not, type Condition } from './condition.js'
import { addYears, highest, literal, lowest, param, sum, times, type Expression } from './expression.js'
import type { IsoDate } from './iso-date.js'
import {
  always,
  amount,
  applies,
  claim,
  condition,
  days,
  fact,
  insteadOf,
  is,
  isNot,
  match,
  never,
  repealed,
  rounded,
  ruleOf,
  share,
  whole,
  type Case,
} from './mechanisms.test-support.js'
import type { Ratio } from './ratio.js'

/**
 * What publicodes expects of its mechanisms, written with our constructors: shape, situation, value and missing facts
 * are theirs, carried over as facts. Source: github.com/publicodes/publicodes, `packages/core/test/mécanismes/*.yaml`
 * at a98ee41 (2026-05-18), MIT License, Copyright (c) 2018-2021 beta.gouv.fr.
 * Keys are their file names, `example` their rule and, in brackets, the example's name or, in parentheses, its number.
 */
const [x, y, z] = [fact('x'), fact('y'), fact('z')]
const half = rounded('half-up')
const part = (numerator: bigint, of: Expression<bigint>, denominator = 100n) =>
  times(share(numerator, denominator), of, half)
const claimed = (value: bigint): Condition => equals(fact('claimed'), whole(value))
const date = (day: IsoDate) => literal<IsoDate>(day)

const lessFixed = highest([whole(0n), sum([x, whole(-20_507n)])])

// A scale of falling rates is the sum of what each rate exceeds the next by, each on its own lowest.
const falling = sum([part(165n, lowest([x, y]), 10_000n), part(2n, lowest([x, part(300n, y)])), part(1n, x)])
const aboveHundred = (top: Expression<bigint>) => highest([whole(0n), sum([top, whole(-100n)])])
const risingRate: Expression<Ratio> = match('branch', { then: share(29n), else: share(56n) })
const rising = sum([times(risingRate, lowest([x, whole(100n)]), half), part(90n, aboveHundred(x))])
const openEnded = sum([part(10n, lowest([x, whole(100n)])), part(50n, aboveHundred(lowest([x, y])))])

const tenOrFifteen: Expression<bigint> = match('branch', { then: whole(10n), else: whole(15n) })
const fiveOrNothing: Expression<bigint> = match('branch', { then: whole(5n), else: param(repealed) })
const contribution: Expression<bigint> = match('branch', {
  then: part(15n, whole(15_000n), 1000n),
  else: param(repealed),
})
const byStatus: Expression<bigint> = match('branch', { then: whole(2300n), else: whole(2100n) })
const orQuarter: Expression<bigint> = match('branch', { then: whole(2300n), else: part(1n, x, 4n) })
const fallback = {
  theirs: 'the default',
  why: 'A fact that is not given is unknown and is asked for; the kernel has no defaults.',
} as const

const gridTimes = (scale: bigint) => [
  ruleOf('first', ifThen(lessThan(x, whole(1000n * scale)), claimed(50n * scale))),
  ruleOf(
    'second',
    ifThen(all(atLeast(x, whole(1000n * scale)), lessThan(x, whole(2000n * scale))), claimed(170n * scale)),
  ),
  ruleOf('third', ifThen(atLeast(x, whole(2000n * scale)), claimed(400n * scale))),
]
const grid = gridTimes(1n)
// The limits rise: what is below the first is below the second.
const gridWithOpenLimit = [
  ruleOf('first', ifThen(all(lessThan(x, y), lessThan(x, whole(2000n))), claimed(100n))),
  ruleOf('second', ifThen(all(atLeast(x, y), lessThan(x, whole(2000n))), claimed(200n))),
  ruleOf('third', ifThen(all(atLeast(x, whole(2000n)), lessThan(x, whole(4000n))), claimed(300n))),
  ruleOf('none', lessThan(x, whole(4000n))),
]
const [n, cap] = [fact('n'), fact('cap')]
const rates = [
  ruleOf('first', ifThen(moreThan(n, literal(100)), claimed(5n))),
  ruleOf('second', ifThen(all(atMost(n, literal(100)), moreThan(n, cap)), claimed(4n))),
  ruleOf('third', ifThen(all(atMost(n, literal(100)), atMost(n, cap), moreThan(n, literal(20))), claimed(2n))),
  ruleOf('rest', ifThen(all(atMost(n, literal(100)), atMost(n, cap), atMost(n, literal(20))), claimed(1n))),
]

// The flag a: a hearty eater; b: a child, whose menu goes before.
const meal = [
  ruleOf('general', claimed(10n)),
  insteadOf('hearty', claimed(15n), is('a')),
  insteadOf('child', claimed(8n), is('b'), ['hearty']),
]
// A value that something else may replace is a match: each replacement is a case of it.
const pensionBase: Expression<bigint> = match('base', {
  general: whole(1000n),
  replaced: whole(100n),
  'replaced-for-pension': whole(500n),
  'replaced-but-for-others': whole(100n),
})
const otherBase: Expression<bigint> = match('base', {
  general: whole(1000n),
  replaced: whole(100n),
  'replaced-for-pension': whole(1000n),
  'replaced-but-for-others': whole(1000n),
})
const tenth = part(10n, otherBase)
const generalPension = sum([part(7n, pensionBase), part(3n, pensionBase)])
const pension: Expression<bigint> = match('rates', {
  general: generalPension,
  replaced: sum([part(12n, pensionBase), part(8n, pensionBase)]),
  fixed: generalPension,
})
const unemployment: Expression<bigint> = match('rates', { general: tenth, replaced: tenth, fixed: whole(10n) })
const sickness: Expression<bigint> = match('rates', { general: tenth, replaced: tenth, fixed: whole(0n) })
const contributions = sum([pension, unemployment, sickness])
const asGeneral = { base: 'general', rates: 'general' } as const

const mean = part(1n, sum([x, y, z]), 3n)
const years = (count: number) => equals(addYears(fact('since'), literal(count)), fact('until'))

/** The examples of one binary comparison that every one of them has. */
const comparison = (rule: string, compared: Condition, answer: 'met' | 'unmet', first = '[standard]'): Case[] => [
  condition(`${rule} ${first}`, compared)({ x: 12n, y: 4n }, answer),
  condition(`${rule} [partiellement non défini]`, compared)({ y: 4n }, 'unknown', { missing: ['x'] }),
  condition(`${rule} [complètement non défini]`, compared)({}, 'unknown', { missing: ['x', 'y'] }),
]
const [both, either] = [all(is('a'), is('b')), any(is('a'), is('b'))]
const sameFlag = equals(fact('a'), fact('b'))

const [refundUnlessBoth, refundUnlessEither] = [not(both), not(either)]
const refund = 'remboursement dépot de garantie'

export const cases: Readonly<Record<string, readonly Case[]>> = {
  abattement: [
    amount('montant abattu (1)', lessFixed)({ x: 10_000n }, 0n),
    amount('montant abattu (2)', lessFixed)({ x: 80_000n }, 59_493n),
    amount('montant abattu en pourcentage (1)', part(85n, x))({ x: 10_000n }, 8500n),
    amount('montant abattu en pourcentage (2)', part(85n, x))({ x: 80_000n }, 68_000n),
  ],
  applicable: [
    amount('prévoyance obligatoire cadre [Applicabilité]', contribution)({ branch: 'then' }, 225n, { scale: 10n }),
    amount('prévoyance obligatoire cadre [Non Applicabilité]', contribution)({ branch: 'else' }, 'no-level'),
    amount('applicable comme mécanisme chainé (1)', fiveOrNothing)({}, 'unknown', {
      missing: ['branch'],
      differs: { ...fallback, theirs: '5' },
    }),
    amount('applicable comme mécanisme chainé (2)', fiveOrNothing)({ branch: 'else' }, 'no-level'),
    amount('condition non applicable ou non definie (1)', fiveOrNothing)({}, 'unknown', { missing: ['branch'] }),
  ],
  arrondi: [
    amount('test arrondi [oui]', part(1n, x, 10_000n))({ x: 304_167n }, 30n),
    amount('test arrondi [2 décimales]', part(1n, x))({ x: 304_167n }, 3042n, { scale: 100n }),
    amount('test arrondi [1 décimales]', part(1n, x, 10n))({ x: 455n }, 46n, { scale: 10n }),
    amount('test arrondi [0 décimales] (5)', part(1n, x, 10_000n))({ x: 304_167n }, 30n),
    amount('test arrondi [0 décimales] (6)', part(1n, x, 10_000n))({ x: 304_167n }, 30n),
    amount('test arrondi [demie part]', part(5n, x))({ x: 1002n }, 50n),
    amount('test arrondi [demie part avec pourcentage]', part(5n, x))({ x: 1002n }, 50n),
    amount('test arrondi [pourcentage]', part(1n, x, 10n))({ x: 505n }, 51n),
    amount('arrondi avec non défini', part(1n, x, 1n))({}, 'unknown', { missing: ['x'] }),
  ],
  avec: [
    amount('prix final', part(80n, whole(1370n)))({}, 1096n, { scale: 10n }),
    amount('CSG non déductible', sum([part(10n, whole(1000n)), part(10n, whole(200n))]))({}, 120n),
    amount('avec dans avec', part(200n, sum([whole(5n), whole(5n)])))({}, 20n),
    amount('avec plusieurs valeur', sum([highest([whole(10n), whole(8n)]), times(share(2n, 1n), whole(5n), half)]))(
      {},
      20n,
    ),
    amount('avec à plusieurs niveaux', sum([whole(5n), whole(-2n)]))({}, 3n),
  ],
  barème: [
    amount('Barème en taux marginaux [petite assiette]', falling)({ x: 30_000n, y: 50_000n }, 1395n, { scale: 10n }),
    amount('Barème en taux marginaux [moyenne assiette]', falling)({ x: 60_000n, y: 50_000n }, 2625n, { scale: 10n }),
    amount('Barème en taux marginaux [grande assiette]', falling)({ x: 300_000n, y: 50_000n }, 6825n, { scale: 10n }),
    amount('deuxième barème [taux faible]', rising)({ x: 200n, branch: 'then' }, 119n),
    amount('deuxième barème [taux fort]', rising)({ x: 200n, branch: 'else' }, 146n),
    amount('deuxième barème [assiette manquante]', rising)({ branch: 'then' }, 'unknown', { missing: ['x'] }),
    amount('deuxième barème [condition manquante]', rising)({ x: 40n }, 'unknown', { missing: ['branch'] }),
    amount('tranches variables [tranche 2 manquante non active]', openEnded)({ x: 40n }, 4n),
    amount('tranches variables [tranche 2 manquante active]', openEnded)({ x: 200n }, 'unknown', { missing: ['y'] }),
    amount('tranches variables [tranche 2 active]', openEnded)({ x: 200n, y: 1000n }, 60n),
    amount('tranches variables [tranche 2 dépassée]', openEnded)({ x: 2000n, y: 1000n }, 460n),
  ],
  condition: [
    amount('condition vrai', tenOrFifteen)({ branch: 'then' }, 10n),
    amount('condition fausse', tenOrFifteen)({ branch: 'else' }, 15n),
    amount('condition non définie', tenOrFifteen)({}, 'unknown', { missing: ['branch'] }),
    amount('conséquence non définie', match('branch', { then: x, else: whole(15n) }))({ branch: 'then' }, 'unknown', {
      missing: ['x'],
    }),
  ],
  date: [
    condition('Comparaison sur les dates', moreThan(date('2019-03-02'), date('2019-02-21')))({}, 'met'),
    condition('Égalité entre dates', equals(date('2019-03-02'), date('2019-03-02')))({}, 'met'),
    ...(['1992-03-01', '2019-02-09'] as const).flatMap((since, i) => {
      const before = lessThan(fact('since'), date('2010-01-01'))
      return [
        condition(`Comparaison sur les dates avec référence (${i + 1})`, before)({ since }, i === 0 ? 'met' : 'unmet'),
        applies(`Applicable si (${i + 1})`, before)({ since }, i === 0 ? 'applies' : 'not-applicable'),
      ]
    }),
  ],
  'desactivation-branche': [
    condition('cotisation . taux réduit', lessThan(x, whole(20_000n)))({ x: 10_000n }, 'met'),
    amount("desactivation d'enfants nécessaire", highest([whole(10n), whole(8n)]))({}, 10n),
  ],
  durée: [
    days('durée en jours [Un an]', '2019-01-01', '2020-01-01')({}, 365n),
    days('durée en jours [Longtemps]', '2012-11-06', '2020-01-01')({}, 2612n),
    days('durée en jours [Un mois]', '2019-12-01', '2020-01-01')({}, 31n),
    condition('durée en années [Un an]', years(1))({ since: '2019-01-01', until: '2020-01-01' }, 'met'),
    condition('durée en années [Un an (année bissextile)]', years(1))(
      { since: '2020-01-01', until: '2021-01-01' },
      'met',
    ),
    condition('durée en années [Plusieurs années (dont une bissextile)]', years(4))(
      { since: '2019-02-05', until: '2023-02-05' },
      'met',
    ),
  ],
  encadrement: [
    amount('plafonnement', lowest([whole(1000n), whole(250n)]))({}, 250n),
    amount('plafond nouvelle ecriture', lowest([whole(1000n), whole(250n)]))({}, 250n),
    amount('plancher nouvelle ecriture', highest([whole(1000n), whole(2000n)]))({}, 2000n),
    amount('plancher', highest([whole(1000n), whole(2500n)]))({}, 2500n),
    amount(
      'encadrement inférieur et supérieur',
      highest([whole(200n), lowest([whole(800n), sum([whole(500n), whole(400n)])])]),
    )({}, 800n),
  ],
  expressions: [
    amount('entier', whole(5n))({}, 5n),
    amount('nombre décimal', whole(54n))({}, 54n, { scale: 10n }),
    amount('addition de nombres', sum([whole(280n), whole(11n)]))({}, 291n, { scale: 10n }),
    amount('addition de plusieurs nombres', sum([whole(270n), whole(11n), whole(9n)]))({}, 290n, { scale: 10n }),
    amount('addition et produit', sum([whole(27n), part(200n, whole(1n))]))({}, 29n),
    amount('parenthèses', part(1450n, sum([whole(6n), whole(-4n)])))({}, 29n),
    amount('produit', part(300n, x))({ x: 1000n }, 3000n),
    amount('addition', sum([x, whole(2000n)]))({ x: 3000n }, 5000n),
    amount('addition bis', sum([x, y]))({ x: 3000n, y: 2000n }, 5000n),
    amount('division', part(1n, x, 3n))({ x: 3000n }, 1000n),
    condition('comparaison stricte [inférieur]', lessThan(x, whole(3001n)))({ x: 3000n }, 'met'),
    condition('comparaison stricte [égal]', lessThan(x, whole(3001n)))({ x: 3001n }, 'unmet'),
    condition('comparaison stricte [supérieur]', lessThan(x, whole(3001n)))({ x: 3002n }, 'unmet'),
    condition('comparaison non stricte [inférieur]', atMost(x, whole(3_000_000n)))({ x: 2_999_999n }, 'met', {
      scale: 1000n,
    }),
    condition('comparaison non stricte [égal]', atMost(x, whole(3_000_000n)))({ x: 3_000_000n }, 'met', {
      scale: 1000n,
    }),
    condition('comparaison non stricte [supérieur]', atMost(x, whole(3_000_000n)))({ x: 3_000_100n }, 'unmet', {
      scale: 1000n,
    }),
    condition('variable booléene (1)', is('a'))({ a: true }, 'met'),
    condition('variable booléene (2)', is('a'))({ a: false }, 'unmet'),
    condition('booléen', always)({}, 'met'),
    condition('négation (1)', not(is('a')))({ a: true }, 'unmet'),
    condition('négation (2)', not(is('a')))({ a: false }, 'met'),
    amount('multiplication et pourcentage', part(381n, x, 1000n))({ x: 1000n }, 381n),
    condition('test de possibilités (1)', is('branch', 'then'))({ branch: 'then' }, 'met'),
    condition('test de possibilités (2)', is('branch', 'then'))({ branch: 'else' }, 'unmet'),
    amount('opérations multiples', part(10n, part(400n, x)))({ x: 1000n }, 400n),
    condition('comparaison et opération', lessThan(x, part(400n, y)))({ x: 1000n, y: 3500n }, 'met'),
    amount('division entière', times(share(1n, 4n), whole(11n), rounded('down')))({}, 2n),
  ],
  grille: [
    claim('Grille [petite assiette]', grid, [50n, 170n, 400n])({ x: 200n }, 50n),
    claim('Grille [moyenne assiette]', grid, [50n, 170n, 400n])({ x: 1500n }, 170n),
    claim('Grille [grande assiette]', grid, [50n, 170n, 400n])({ x: 10_000n }, 400n),
    claim('Grille [assiette limite]', gridTimes(10n), [500n, 1700n, 4000n])({ x: 9993n }, 500n, { scale: 10n }),
    claim('Grille avec valeur manquante [variable manquante]', gridWithOpenLimit, [100n, 200n, 300n])(
      { x: 1000n },
      'unknown',
      { missing: ['y'] },
    ),
    claim('Grille avec valeur manquante [assiette non concernée par variable manquante]', gridWithOpenLimit, [
      100n,
      200n,
      300n,
    ])({ x: 3000n }, 300n),
    claim('Grille avec valeur manquante [assiette au delà du plafond]', gridWithOpenLimit, [100n, 200n, 300n])(
      { x: 5000n },
      'no-level',
      {
        differs: {
          theirs: 'undefined',
          why: 'Beyond the last limit the grid has no value: that is known, not unknown.',
        },
      },
    ),
  ],
  'le-maximum-de': [
    amount('Maximum', highest([part(1n, whole(1000n)), part(9n, whole(100n))]))({}, 10n, { scale: 10n }),
  ],
  'le-minimum-de': [
    amount('Minimum', lowest([part(1n, whole(1000n)), part(9n, whole(100n))]))({}, 9n, { scale: 10n }),
    amount('Minimum avec variables', lowest([part(1n, x), part(9n, x)]))({ x: 1000n }, 10n),
  ],
  moyenne: [
    amount('note [moyenne simple]', mean)({ x: 10n, y: 10n, z: 10n }, 10n),
    amount('note [une valeur non définie dans la moyenne]', mean)({ x: 10n, y: 10n }, 'unknown', { missing: ['z'] }),
    amount('note [une moyenne de nuls]', mean)({}, 'unknown', { missing: ['x', 'y', 'z'] }),
    amount('note [entier + flotant]', mean)({ x: 21_000n, y: 2_000_000n, z: 200_000n }, 740_333n, { scale: 10_000n }),
    amount('note [somme]', part(1n, sum([sum([y, z]), y, z]), 3n))({ y: 2000n, z: 10n }, 1340n),
  ],
  'non-applicable': [
    amount('condition non applicable ou non definie (1)', match('branch', { then: param(repealed), else: whole(5n) }))(
      {},
      'unknown',
      { missing: ['branch'] },
    ),
  ],
  opérations: [
    amount('addition [standard]', sum([x, y]))({ x: 10n, y: 4n }, 14n),
    amount('addition [partiellement non défini]', sum([x, y]))({ y: 4n }, 'unknown', { missing: ['x'] }),
    amount('addition [complètement non défini]', sum([x, y]))({}, 'unknown', { missing: ['x', 'y'] }),
    amount('multiplication [standard]', part(400n, x))({ x: 10n }, 40n),
    amount('multiplication [partiellement non défini]', part(400n, x))({}, 'unknown', { missing: ['x'] }),
    amount('multiplication [partiellement non défini 2]', part(0n, x))({}, 0n),
    amount('multiplication [avec un pourcentage]', part(4n, x))({ x: 100n }, 4n, { scale: 10n }),
    amount('division [standard]', part(1n, x, 4n))({ x: 12n }, 3n),
    amount('division [partiellement non défini]', part(1n, x, 4n))({}, 'unknown', { missing: ['x'] }),
    amount('division entière [standard supérieur]', times(share(1n, 4n), x, rounded('down')))({ x: 11n }, 2n),
    amount('division entière [standard inférieur]', times(share(1n, 4n), x, rounded('down')))({ x: 9n }, 2n),
    ...comparison('comparaison plus grand ou egal', atLeast(x, y), 'met'),
    ...comparison('comparaison plus grand', moreThan(x, y), 'met'),
    ...comparison('comparaison plus petit ou égal', atMost(x, y), 'unmet', '[standard] (2)'),
    ...comparison('comparaison plus petit', lessThan(x, y), 'unmet', '[standard] (2)'),
    condition('égalité [égal]', equals(x, y))({ x: 12n, y: 12n }, 'met'),
    ...comparison('égalité', equals(x, y), 'unmet', '[non égal]'),
    condition('égalité [booléen]', sameFlag)({ a: true, b: true }, 'met'),
    condition('égalité [booléen faux]', sameFlag)({ a: true, b: false }, 'unmet'),
    condition('et (1)', both)({ a: true, b: false }, 'unmet'),
    condition('et [partiellement non défini]', both)({ b: true }, 'unknown', { missing: ['a'] }),
    condition('et [complètement non défini]', both)({}, 'unknown', { missing: ['a', 'b'] }),
    condition('et (7)', both)({ a: true, b: true }, 'met'),
    condition('et (8)', both)({ a: false, b: false }, 'unmet'),
    condition('ou (1)', either)({ a: true, b: false }, 'met'),
    condition('ou [partiellement non défini]', either)({ b: true }, 'met'),
    condition('ou [complètement non défini]', either)({}, 'unknown', { missing: ['a', 'b'] }),
    condition('ou (7)', either)({ a: true, b: true }, 'met'),
    condition('ou (8)', either)({ a: false, b: false }, 'unmet'),
  ],
  produit: [
    amount('Produit simple [entier]', part(3n, x))({ x: 100n }, 3n),
    amount('Produit simple [flottant]', part(3n, x))({ x: 3_333_300n }, 99_999n, {
      scale: 10_000n,
      differs: {
        theirs: '9.999, within one half',
        why: 'The product is 9.9999; the kernel counts exactly.',
      },
    }),
    amount('Produit à taux flottant sans unité', part(33n, whole(3000n), 1000n))({}, 99n, { scale: 10n }),
    amount('Produit plafonnée [plafond non atteint]', part(3n, lowest([x, y])))({ x: 100n, y: 200n }, 3n),
    amount('Produit plafonnée [plafond atteint]', part(3n, lowest([x, y])))({ x: 1000n, y: 500n }, 15n, { scale: 10n }),
  ],
  'question-conditionelle': [
    condition('famille nombreuse [question posée]', moreThan(n, literal(3)), is('a'))({ a: true }, 'unknown', {
      missing: ['n'],
      differs: { ...fallback, theirs: 'true, by a default of 4, and the question open' },
    }),
    condition(
      'famille nombreuse [question non posée]',
      moreThan(n, literal(3)),
      is('a'),
    )({ a: false }, 'not-applicable'),
  ],
  remplace: [
    claim('modifie une règle [prix du repas modifié]', meal, [8n, 10n, 15n])({ a: true, b: false }, 15n),
    claim('modifie une règle [prix du repas sans modification]', meal, [8n, 10n, 15n])({ a: false, b: false }, 10n),
    claim('modifie une règle [prix du repas modifé par règle]', meal, [8n, 10n, 15n])({ a: true, b: true }, 8n),
    amount("remplacements [sans boucle infinie si il n'y a pas de dépendances cycliques]", contributions)(
      { ...asGeneral, base: 'replaced' },
      30n,
    ),
    amount('remplacements [contextuel par inclusion]', contributions)(
      { ...asGeneral, base: 'replaced-for-pension' },
      250n,
    ),
    amount('remplacements [contextuel par exclusion]', contributions)(
      { ...asGeneral, base: 'replaced-but-for-others' },
      210n,
    ),
    amount("remplacements [plusieurs variables d'un coup]", contributions)({ ...asGeneral, rates: 'fixed' }, 110n),
    amount('remplacements [variable avec "avec"]', contributions)({ ...asGeneral, rates: 'replaced' }, 400n),
    amount('remplacements [avec remplacement dans un remplacement]', contributions)(
      { base: 'replaced', rates: 'replaced' },
      40n,
    ),
    claim(
      'remplacement non applicable car branche desactivée',
      [ruleOf('general', claimed(1n)), insteadOf('y', claimed(20n), never)],
      [1n, 20n],
    )({}, 1n),
    claim(
      "remplacement d'un nom de variable identique",
      [ruleOf('general', claimed(5n)), insteadOf('agreement', claimed(6n), always)],
      [5n, 6n],
    )({}, 6n),
    claim(
      'ordre de remplacement consistant . alphabétique par défaut',
      [ruleOf('general', claimed(1n)), insteadOf('x', claimed(2n), always), insteadOf('x.y', claimed(3n), always)],
      [1n, 2n, 3n],
    )({}, 'conflict', {
      differs: {
        theirs: '3, by the order of the alphabet',
        why: 'Two exceptions at once without a priority are an error that names both.',
      },
    }),
    claim(
      'ordre de remplacement consistant . avec définition de priorité',
      [
        ruleOf('general', claimed(1n)),
        insteadOf('x', claimed(2n), always, ['x.y']),
        insteadOf('x.y', claimed(3n), always),
      ],
      [1n, 2n, 3n],
    )({}, 2n),
    claim(
      'ordre de remplacement consistant . avec définition de priorité et de priorité par défaut',
      [ruleOf('general', claimed(1n)), insteadOf('x', claimed(2n), always, ['y']), insteadOf('y', claimed(3n), always)],
      [1n, 2n, 3n],
    )({}, 2n),
  ],
  'rend-non-applicable': [
    applies('contribution [evasion fiscale]', isNot('a'))({ a: true }, 'not-applicable'),
    applies('contribution [bon citoyen]', isNot('a'))({ a: false }, 'applies'),
  ],
  somme: [
    amount('poids total [somme simple]', sum([x, y]))({ x: 29_000n, y: 200n }, 29_200n),
    amount('poids total [un nul dans la somme]', sum([x, y]))({ y: 200n }, 'unknown', { missing: ['x'] }),
    amount('poids total [une somme de nuls]', sum([x, y]))({}, 'unknown', { missing: ['x', 'y'] }),
    amount('poids total [un entier + un flotant]', sum([x, y]))({ x: 21n, y: 2000n }, 2021n, { scale: 10n }),
  ],
  'toutes-ces-conditions': [
    applies(`${refund} [A]`, refundUnlessBoth)({ a: true }, 'unknown', { missing: ['b'] }),
    applies(`${refund} [B]`, refundUnlessBoth)({ a: true, b: true }, 'not-applicable'),
    applies(`${refund} [C]`, refundUnlessBoth)({ a: false }, 'applies'),
  ],
  'une-de-ces-conditions': [
    applies(`${refund} [Est vraie -> non applicable -> 0]`, refundUnlessEither)({ a: true }, 'not-applicable'),
    applies(`${refund} [Est vraie (2) -> non applicable -> 0]`, refundUnlessEither)({ b: true }, 'not-applicable'),
    applies(`${refund} [Est fausse -> en attente de l'autre]`, refundUnlessEither)({ b: false }, 'unknown', {
      missing: ['a'],
    }),
    applies(`${refund} [Toutes fausses -> valeur de la formule]`, refundUnlessEither)(
      { a: false, b: false },
      'applies',
    ),
  ],
  variations: [
    amount('taux variable [variable manquante]', times(risingRate, whole(100n), half))({}, 'unknown', {
      missing: ['branch'],
    }),
    amount('variations renvoyant une valeur [Cadre]', byStatus)({ branch: 'then' }, 2300n),
    amount('variations renvoyant une valeur [Non cadre]', byStatus)({ branch: 'else' }, 2100n),
    amount('variations renvoyant une valeur [Information manquante]', byStatus)({}, 'unknown', { missing: ['branch'] }),
    amount('variations sans valeur retournée', match('branch', { then: whole(1n), else: param(repealed) }))(
      { branch: 'else' },
      'no-level',
    ),
    amount('variations avec cas défaut [proposition par défaut]', byStatus)({ branch: 'else' }, 2100n),
    amount('variations avec cas défaut [Information manquante]', byStatus)({}, 'unknown', { missing: ['branch'] }),
    amount('variations avec cas défaut calculé [Cas défaut à calculer]', orQuarter)({ branch: 'else' }, 'unknown', {
      missing: ['x'],
    }),
    amount('variations avec cas défaut calculé [Cas défaut ignoré si variation résolue]', orQuarter)(
      { branch: 'then' },
      2300n,
    ),
    claim('plusieurs variations et un cas défaut [1er cas]', rates, [1n, 2n, 4n, 5n])({ n: 300 }, 5n),
    claim('plusieurs variations et un cas défaut [2ème cas, non résolu]', rates, [1n, 2n, 4n, 5n])(
      { n: 40 },
      'unknown',
      { missing: ['cap'] },
    ),
    claim('plusieurs variations et un cas défaut [Cas par défaut]', rates, [1n, 2n, 4n, 5n])({ n: 20, cap: 60 }, 1n),
  ],
}
