/** What the tests use of the toolkit, which comes without types. */
declare module 'jsonstat-toolkit' {
  type Datum = { value: number | null; status: string | null };
  type Category = {
    label: string;
    index: number;
    unit: { label: string; decimals: number } | null;
  };
  type Dimension = {
    class: 'dimension';
    id: string[];
    label: string;
    role: string | null;
    length: number;
    Category(id: string): Category | null;
  };
  type Dataset = {
    class: 'dataset' | null;
    n: number;
    id: string[];
    size: number[];
    label: string;
    updated: string;
    source: string;
    note: string[];
    role: Record<string, string[] | null>;
    extension: Record<string, unknown>;
    Dimension(id: string): Dimension | null;
    Data(place: Readonly<Record<string, string>>): Datum | null;
    Data(): Datum[];
  };
  function JSONstat(response: object): Dataset;
  export { JSONstat as default };
}
