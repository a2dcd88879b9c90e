import { rule } from '../core/rule.ts'
import { lineReading } from './shapes/phrase-lines.ts'

export default rule({
  id: 'sign-in',
  role: 'interface',
  doc: 'Words of signing in and signing up.',
  weight: 3.4,
  evidence: 'proof',
  examples: [
    {
      name: 'accounts',
      page: `
        ✗ Log in
        ✗ Create an account
        ✗ 立即注册
        ✗ Passwort vergessen
        Visitors had to sign in at the gate, and the guard wrote every name into a book.`,
    },
  ],
  seeBlock: (block, fact) => lineReading(block, fact, 'login'),
})
