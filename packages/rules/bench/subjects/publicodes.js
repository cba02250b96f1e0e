import Engine from 'publicodes'
import { policy as p, conditionIds } from '../policy.js'

const oneOf = (ref, list) => ({ 'une de ces conditions': list.map((x) => `${ref} = '${x}'`) })
const choice = (list) => ({ 'une possibilité': list.map((x) => `'${x}'`), 'par défaut': `'${list[0]}'` })

const source = {
  entreprise: null,
  'entreprise . type': choice([...p.enterpriseTypes, 'foreign']),
  'entreprise . zone': choice([...p.locationClasses, 'urban']),
  'entreprise . filiere': choice([...p.industries, 'g47']),
  'entreprise . effectif': { 'par défaut': 1 },
  'entreprise . revenu': { 'par défaut': '1 VND', unité: 'VND' },
  'entreprise . prioritaire': { 'par défaut': 'non' },
  projet: null,
  'projet . ligne': choice([...Object.keys(p.capMultiplier), 'unknown']),
  'projet . machine neuve': { 'par défaut': 'oui' },
  'projet . annee': { 'par défaut': p.year },
  'projet . cout': { 'par défaut': '0 VND', unité: 'VND' },
  'projet . contrepartie': { 'par défaut': '0 VND', unité: 'VND' },
  'dernier soutien': { 'par défaut': 0 },
  dossier: null,
  ...Object.fromEntries(p.documents.map((d) => [`dossier . ${d}`, { 'par défaut': 'oui' }])),

  test: null,
  'test . type': oneOf('entreprise . type', p.enterpriseTypes),
  'test . location': oneOf('entreprise . zone', p.locationClasses),
  'test . industry': oneOf('entreprise . filiere', p.industries),
  'test . employees': `entreprise . effectif <= ${p.maxEmployees}`,
  'test . revenue': `entreprise . revenu <= ${p.maxRevenue} VND`,
  'test . machineNew': 'projet . machine neuve',
  'test . investedYear': {
    'toutes ces conditions': [`projet . annee >= ${p.year - 1}`, `projet . annee <= ${p.year}`],
  },
  'test . cooldown': `dernier soutien < ${p.year - p.cooldownYears}`,
  'test . documents': { 'toutes ces conditions': p.documents.map((d) => `dossier . ${d}`) },
  'test . cost': 'projet . cout > 0 VND',
  'test . counterpart': `projet . contrepartie >= ${p.minCounterpart} * projet . cout`,
  'test . line': oneOf('projet . ligne', Object.keys(p.capMultiplier)),

  eligible: { 'toutes ces conditions': conditionIds.map((c) => `test . ${c}`) },
  plafond: {
    variations: [
      ...Object.entries(p.capMultiplier).map(([line, m]) => ({
        si: `projet . ligne = '${line}'`,
        alors: `${p.cap * m} VND`,
      })),
      { sinon: '0 VND' },
    ],
  },
  base: { valeur: `${p.supportRate} * projet . cout`, plafond: 'plafond' },
  montant: {
    'applicable si': 'eligible',
    variations: [{ si: 'entreprise . prioritaire', alors: `${1 + p.priorityBonus} * base` }, { sinon: 'base' }],
  },
}

const ignore = () => undefined
const silent = { log: ignore, warn: ignore, error: ignore }
const engine = new Engine(source, { logger: silent, strict: { situation: true, noOrphanRule: true } })
const yesNo = (x) => (x ? 'oui' : 'non')

function situationOf({ enterprise: e, project: j, history: h, documents: d }) {
  return {
    'entreprise . type': `'${e.type}'`,
    'entreprise . zone': `'${e.locationClass}'`,
    'entreprise . filiere': `'${e.industry}'`,
    'entreprise . effectif': e.employees,
    'entreprise . revenu': `${e.revenue} VND`,
    'entreprise . prioritaire': yesNo(e.priorityArea),
    'projet . ligne': `'${j.line}'`,
    'projet . machine neuve': yesNo(j.machineNew),
    'projet . annee': j.investedYear,
    'projet . cout': `${j.totalCost} VND`,
    'projet . contrepartie': `${j.counterpart} VND`,
    'dernier soutien': h.lastSupportedYear,
    ...Object.fromEntries(p.documents.map((doc) => [`dossier . ${doc}`, yesNo(d[doc])])),
  }
}

export const publicodes = {
  name: 'publicodes, with reasons',
  peer: true,
  decide(application) {
    engine.setSituation(situationOf(application))
    const failed = conditionIds.filter((id) => engine.evaluate(`test . ${id}`).nodeValue !== true)
    const eligible = failed.length === 0
    return { eligible, failed, amount: eligible ? engine.evaluate('montant').nodeValue : 0 }
  },
}
