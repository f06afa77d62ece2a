/** What the tests use of Px.js, which comes without types. */
declare module 'px' {
  /** A PX file. Variables are those of the stub, and then those of the heading; a lone code comes as itself. */
  class Px {
    constructor(text: string);
    variables(): string[];
    codes(variable: number): string | string[];
    /** The number at so many values of each variable, or dots. */
    datum(values: readonly number[]): string;
    /** All numbers and dots. */
    readonly data: readonly string[];
  }
  export { Px as default };
}
