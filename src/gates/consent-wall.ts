import { bodyMass, gate } from './gate.ts'

export default gate({
  id: 'consent-wall',
  doc: 'Rejects a page that is a request for consent to cookies and next to nothing else.',
  options: {
    maxMass: { default: 200, min: 0, doc: 'Most kept text, in Latin-equivalent characters.' },
    minShare: { default: 0.6, min: 0, max: 1, doc: 'Least share of the page that was dropped as consent.' },
  },
  judge(view, { maxMass, minShare }) {
    const { verdicts, facts, whole } = view
    let consent = 0
    for (const verdict of verdicts) if (verdict.role === 'consent') consent += facts[verdict.at]?.mass ?? 0
    if (consent === 0 || consent < whole.mass * minShare || bodyMass(view) > maxMass) return undefined
    return `${Math.round((consent / whole.mass) * 100)} % of the page asks for consent to cookies, and no article stands beside it`
  },
})
