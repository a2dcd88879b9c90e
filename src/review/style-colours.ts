import { METADATA_ROLES, type Role } from '../core/role.ts'

/** Hue of each family of roles, in degrees of OKLCH; lightness is set below so that text on its tint keeps 4.5 : 1. */
const HUES: Readonly<Record<string, readonly Role[]>> = {
  250: METADATA_ROLES,
  200: ['navigation', 'pagination', 'interface', 'widget'],
  305: ['related', 'author-box'],
  345: ['promo', 'newsletter'],
  150: ['share', 'comment'],
  85: ['consent', 'footer'],
  28: ['hidden', 'spam', 'foreign', 'duplicate'],
}

const hues = Object.entries(HUES)
  .map(([hue, roles]) => `${roles.map((role) => `[data-role=${role}]`).join(', ')} { --h: ${hue}; --c: 1 }`)
  .join('\n')

const LIGHT = `
  color-scheme: light;
  --paper: #fbfaf7; --surface: #fff; --hover: #f3f1ec; --ink: #1f1d1a; --muted: #615d56; --line: #e6e2da; --field: #8f897f;
  --accent: #0d5c6e; --on-accent: #fff; --good: #256b36; --warn: #855000; --bad: #ad2a1f;
  --chip-l: .43; --tint-l: .955; --tint-c: .022; --bar-l: .68; --for: #3d8a54; --against: #c0604d;
  --mark: #ffe08a; --on-mark: #1f1d1a; --here: #dcebee;`

const DARK = `
  color-scheme: dark;
  --paper: #161513; --surface: #1d1c19; --hover: #292722; --ink: #e9e5dd; --muted: #aba59a; --line: #34312b; --field: #7a7468;
  --accent: #7fc9d9; --on-accent: #0c2228; --good: #83cc93; --warn: #e3ae62; --bad: #f29a8c;
  --chip-l: .85; --tint-l: .28; --tint-c: .032; --bar-l: .6; --for: #5fae76; --against: #d98270;
  --mark: #e6c458; --on-mark: #161513; --here: #1f3a40;`

export const COLOURS = `
:root {${LIGHT} }
@media (prefers-color-scheme: dark) { :root:not([data-theme=light]) {${DARK} } }
:root[data-theme=dark] {${DARK} }
[data-role] { --h: 90; --c: .12 }
${hues}
`
