/** What is used of css-tree, which comes without types. */
declare module 'css-tree/parser' {
  export default function parse(css: string, options?: object): unknown
}
