/** Thrown when code asks the light document for a part of the DOM it does not have. */
export class LightDocumentError extends Error {
  override readonly name = 'LightDocumentError'
}
