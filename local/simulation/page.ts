import { Parser } from 'htmlparser2';

/** What an old phone without JavaScript can do with a page: read which one it is, and fill in its forms. */
export type Page = {
  /** `data-page` of the main element, such as `questions` or `thanks`; empty when the page has none. */
  readonly kind: string;
  /** Language of the document, such as `fi`. */
  readonly language: string;
  readonly forms: readonly Form[];
};

export type Form = {
  /** Absolute address that the form is sent to. */
  readonly action: string;
  readonly method: 'get' | 'post';
  readonly fields: readonly Field[];
};

/** A control that sends something when it is filled in or chosen. */
type Field = { readonly name: string; readonly type: string; readonly value: string };

type FormInProgress = { action: string; method: 'get' | 'post'; fields: Field[] };

/** @param address of the page, which its forms' actions are relative to */
export function parsePage(html: string, address: string): Page {
  const forms: FormInProgress[] = [];
  let kind = '';
  let language = '';
  let open: FormInProgress | undefined;
  const parser = new Parser({
    onopentag(tag, attributes) {
      if (tag === 'html') language = attributes['lang'] ?? '';
      if (tag === 'main') kind = attributes['data-page'] ?? '';
      if (tag === 'form') {
        open = {
          action: new URL(attributes['action'] ?? '', address).href,
          method: attributes['method']?.toLowerCase() === 'post' ? 'post' : 'get',
          fields: [],
        };
        forms.push(open);
      }
      const field = fieldOf(tag, attributes);
      if (field !== undefined) open?.fields.push(field);
    },
    onclosetag(tag) {
      if (tag === 'form') open = undefined;
    },
  });
  parser.end(html);
  return { kind, language, forms };
}

function fieldOf(tag: string, attributes: Readonly<Record<string, string>>): Field | undefined {
  const name = attributes['name'];
  if (name === undefined || 'disabled' in attributes) return undefined;
  if (tag === 'textarea') return { name, type: 'textarea', value: '' };
  if (tag !== 'input') return undefined;
  const type = attributes['type']?.toLowerCase() ?? 'text';
  return { name, type, value: attributes['value'] ?? (type === 'radio' || type === 'checkbox' ? 'on' : '') };
}
