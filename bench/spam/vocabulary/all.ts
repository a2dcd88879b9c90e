import { EAST_ASIAN } from './east-asian.ts'
import { ENGLISH } from './english.ts'
import type { Family } from './family.ts'
import { LATIN } from './latin.ts'
import { OTHERS } from './others.ts'

export const FAMILIES: readonly Family[] = [...EAST_ASIAN, ...ENGLISH, ...LATIN, ...OTHERS]
