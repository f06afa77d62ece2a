import type * as z from 'zod';

/** What a schema describes, as a function hands it over: nobody changes it on the way. */
export type Told<Schema extends z.ZodType> = Unchanged<z.output<Schema>>;

type Unchanged<Value> = Value extends object
  ? { readonly [Key in keyof Value]: Unchanged<Value[Key]> }
  : Value;
