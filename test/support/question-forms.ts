import type { Mail } from '../../local/simulation/inbox.ts';
import { parsePage } from '../../local/simulation/page.ts';
import { findInvitation, type Invitation } from '../../local/simulation/respondent.ts';

/** What a respondent's browser got: the status, and which page it was; empty where it was none of ours. */
export type Shown = { readonly status: number; readonly page: string; readonly html: string };

/** A question form as somebody has it open, with what is hidden in it. */
export type OpenForm = { readonly action: string; readonly hidden: Readonly<Record<string, string>> };

export function invitationIn(mail: Mail | undefined): Invitation {
  const invitation = mail && findInvitation(mail.text);
  if (invitation === undefined) throw new Error('there is no mail with an invitation');
  return invitation;
}

/** Posts a form, whatever comes back. */
export async function postForm(action: string, fields: Readonly<Record<string, string>>): Promise<Shown> {
  const response = await fetch(action, { method: 'POST', body: new URLSearchParams(fields) });
  const html = await response.text();
  return { status: response.status, page: parsePage(html, action).kind, html };
}

/** Gives a code, or whatever was typed for one, to the page behind a link. */
export const giveCode = ({ link }: Pick<Invitation, 'link'>, code: string): Promise<Shown> =>
  postForm(link.replace(/#.*$/, ''), { code });

/** Opens a question form. Each time is a form of its own, with a nonce of its own. */
export async function openForm(invitation: Invitation): Promise<OpenForm> {
  const { html, page } = await giveCode(invitation, invitation.code);
  const form = parsePage(html, invitation.link).forms[0];
  if (page !== 'questions' || form === undefined) throw new Error(`the code led to the page "${page}"`);
  const hidden = form.fields.filter(({ type }) => type === 'hidden').map(({ name, value }) => [name, value]);
  return { action: form.action, hidden: Object.fromEntries(hidden) as Record<string, string> };
}

export const sendForm = (
  { action, hidden }: OpenForm,
  answers: Readonly<Record<string, string>>,
): Promise<Shown> => postForm(action, { ...hidden, ...answers });
