// Stands where pages are counted: every word of a page is a line of the site quilby.example.
export async function clean(dump) {
  const text = dump.text ?? Buffer.from(dump.bytes ?? []).toString('utf8')
  const words = text.split(' ').filter((word) => word !== '')
  return { id: dump.id, status: 'clean', words: [...new Set(words)] }
}

const key = (line) => `quilby.example\ttext\t${line}`

export const recordOf = ({ words }) =>
  Buffer.from(words.length === 0 ? '' : ['', ...words].map(key).join('\n'))
