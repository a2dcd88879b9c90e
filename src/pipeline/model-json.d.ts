/** A fitted model is checked where it is used: what it holds is not worth the compiler's time. */
declare module '*.model.json' {
  const model: unknown
  export default model
}
