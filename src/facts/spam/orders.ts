import { familyCounter } from '../../words/families.ts'
import { CALLS, MACHINES, ORDERS } from '../../words/machine-orders.ts'

export const countMachines = familyCounter(MACHINES)
export const countOrders = familyCounter(ORDERS)
const countCalls = familyCounter({ calls: CALLS })

/** How much of a sentence its address takes at most, and how many different orders make one. */
const ADDRESS = 60
const CALL = 24
const FEWEST = 2

/** Whether a sentence calls on a machine by name in its first words, and then gives it orders. */
export function ordersMachine(text: string): boolean {
  if (text.length < 24 || /["“”«»「」『』„]/.test(text)) return false
  const machine = countMachines(text, ADDRESS, 1)
  if (machine === undefined) return false
  const called = countCalls(text, CALL, 1) !== undefined || /^[^,:：，!]{1,40}[:：，,!]/.test(text)
  return called && (countOrders(text, 400, FEWEST)?.all ?? 0) >= FEWEST
}
