import MailComposer from 'nodemailer/lib/mail-composer';
import type { NamedSender } from '../domain/respondent/mail-sender.ts';
import type { RequestMail } from '../domain/respondent/mail.ts';

/** From whom a mail comes, and for whom it is: one address. */
export type Correspondents = { readonly sender: NamedSender; readonly to: string };

/**
 * A mail as it travels: MIME with a text and an HTML part. It is ASCII from end to end; names and subjects with other
 * letters are encoded (RFC 2047), so that nothing on the way has to understand them.
 */
export const mimeMessage = (
  { sender: { name, address, replyTo }, to }: Correspondents,
  { preferences, ...parts }: RequestMail,
): Promise<Buffer> =>
  new MailComposer({
    // As parts, and not as one text, which a comma or a bracket in the name would divide.
    from: { name, address },
    replyTo: { name, address: replyTo },
    to,
    ...parts,
    // A line feed alone ends no line in a mail (RFC 5322), and some that carry it refuse it.
    newline: 'windows',
    headers: {
      'Auto-Submitted': 'auto-generated',
      // RFC 8058: the mail program's own button posts to this address. Unfolded, since some that read it do not unfold.
      'List-Unsubscribe': { prepared: true, foldLines: false, value: `<${preferences}>` },
      'List-Unsubscribe-Post': 'List-Unsubscribe=One-Click',
    },
  })
    .compile()
    .build();
