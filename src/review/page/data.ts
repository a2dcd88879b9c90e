/** What stands in a data block of the page as it is. */
export function readData<T>(id: string): T {
  return JSON.parse(document.getElementById(id)?.textContent ?? '') as T
}

/** What stands in a data block packed, unpacked when it is asked for. */
export async function readPacked<T>(id: string): Promise<T> {
  const bytes = Uint8Array.from(atob(readData(id)), (character) => character.charCodeAt(0))
  const stream = new Blob([bytes]).stream().pipeThrough(new DecompressionStream('deflate-raw'))
  return JSON.parse(await new Response(stream).text()) as T
}
