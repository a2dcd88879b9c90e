export { type Media, sniffBytes } from './sniff-bytes.ts'
export { type DoorHint, sniffDoor } from './sniff-door.ts'
export { sniffText } from './sniff-text.ts'
