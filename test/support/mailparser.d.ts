/** What the tests use of the parser, which comes without types. */
declare module 'mailparser' {
  type Addresses = { value: { name: string; address: string }[] };
  type ParsedMail = {
    headers: Map<string, unknown>;
    headerLines: { key: string; line: string }[];
    subject: string;
    from: Addresses;
    replyTo: Addresses;
    to: Addresses;
    text: string;
    html: string;
    attachments: unknown[];
  };
  type ParserOptions = { skipHtmlToText?: boolean; skipTextToHtml?: boolean; skipImageLinks?: boolean };
  export const simpleParser: (message: Buffer, options?: ParserOptions) => Promise<ParsedMail>;
}
