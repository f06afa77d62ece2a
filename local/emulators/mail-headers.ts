import * as z from 'zod';
import type { WireResponse } from '../wire/backend.ts';
import type { SentMail } from './sent-mail.ts';

/** What the emulator's store leaves out of a mail: its headers. */
export type MailHeaders = {
  /** Keeps the headers of a mail that the emulator has just taken. @param answer that it gave */
  keep: (answer: WireResponse, headers: SentMail['headers']) => void;
  /** The store's answer, with the headers of each mail. */
  shown: (answer: WireResponse) => WireResponse;
};

const storeSchema = z.looseObject({ emails: z.array(z.looseObject({ messageId: z.string() })) });

export const createMailHeaders = (): MailHeaders => {
  const byMessage = new Map<string, SentMail['headers']>();
  return {
    keep: ({ body }, headers) => {
      const messageId = /<MessageId>([^<]+)</.exec(body.toString())?.[1];
      if (messageId !== undefined) byMessage.set(messageId, headers);
    },
    shown: (answer) => {
      if (answer.status !== 200) return answer;
      const { emails, ...others } = storeSchema.parse(JSON.parse(answer.body.toString()));
      const complete = emails.map((email) => ({ ...email, headers: byMessage.get(email.messageId) ?? [] }));
      return { ...answer, body: Buffer.from(JSON.stringify({ ...others, emails: complete })) };
    },
  };
};
