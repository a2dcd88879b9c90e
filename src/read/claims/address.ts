/** The address as an absolute http(s) URL, or undefined where it is none and cannot be made one. */
export function absolute(href: string, base: string | undefined): string | undefined {
  const trimmed = href.trim()
  if (trimmed === '' || trimmed.length > 4096) return undefined
  try {
    const url = new URL(trimmed, base)
    return url.protocol === 'http:' || url.protocol === 'https:' ? url.href : undefined
  } catch {
    return undefined
  }
}

/** Host and path without a leading `www.` and a trailing slash: enough to say that two addresses name one page. */
export function samePageKey(href: string, base?: string): string | undefined {
  const url = absolute(href, base)
  if (url === undefined) return undefined
  const { host, pathname, search } = new URL(url)
  const query = /(?:^\?|&)(?:id|p|aid|docid|article)=[^&]{1,80}/i.exec(search)?.[0] ?? ''
  return `${host.replace(/^(?:www|m|amp|mobile)\./, '')}${pathname.replace(/\/$/, '')}${query}`.toLowerCase()
}
