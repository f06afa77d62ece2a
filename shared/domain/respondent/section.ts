import { html, type Markup } from './markup.ts';

/** A line of a list, or one that begins with what it is about. */
export type Point = string | readonly [lead: string, text: string];

/** What a section says: paragraphs, then a list. Each fits the screen of a phone. */
export type SectionTexts = {
  readonly title: string;
  readonly paragraphs: readonly string[];
  readonly points: readonly Point[];
};

/** What a section says that is not the same on every installation. */
export type Told = { readonly before?: Markup; readonly after?: Markup };

/** A section of a page that explains something. @param id by which a link can lead to it */
export function section(id: string, texts: SectionTexts, { before, after }: Told = {}): Markup {
  const { title, paragraphs, points } = texts;
  return html`<section id="${id}">
    <h2>${title}</h2>
    ${before ?? ''} ${paragraphs.map((text) => html`<p>${text}</p>`)} ${points.length > 0 ? listOf(points) : ''}
    ${after ?? ''}
  </section>`;
}

const listOf = (points: readonly Point[]): Markup =>
  html`<ul>
    ${points.map((point) =>
      typeof point === 'string'
        ? html`<li>${point}</li>`
        : html`<li><strong>${point[0]}</strong> ${point[1]}</li>`,
    )}
  </ul>`;

export const mailTo = (address: string): Markup => html`<a href="mailto:${address}">${address}</a>`;

/** A link to somebody's pages, which are called as people call them. */
export const siteLink = (address: string): Markup =>
  html`<a href="${address}">${address.replace('https://', '')}</a>`;
