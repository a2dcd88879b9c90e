/** Writes to standard error, where everything goes that is not a result. */
export const say = (text: string): void => {
  process.stderr.write(text)
}

const SYSTEM: Readonly<Record<string, string>> = {
  ENOSPC: 'the disk is full; make room, and the same command goes on',
  EDQUOT: 'the disk quota is used up; make room, and the same command goes on',
  EROFS: 'the output is on a file system that cannot be written',
  EACCES: 'the output folder may not be written',
  EPERM: 'the output folder may not be written',
  ENOTDIR: 'the output folder, or a folder above it, is a file',
  EEXIST: 'the output folder is a file',
}

/** One line for whoever runs the batch: what happened, where, and what to do. */
export function messageOf(error: unknown): string {
  const { code, path, message } = error as { code?: string; path?: string; message?: string }
  const known = code === undefined ? undefined : SYSTEM[code]
  return known ? `${path ? `${path}: ` : ''}${known}` : String(message ?? error)
}
