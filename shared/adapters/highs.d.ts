/** The package says what it exports as if it were CommonJS; what an ES module gets of it is this. */
declare module 'highs' {
  const loadHighs: typeof import('highs/legacy-types').default;
  export { loadHighs as default };
}
