import { mailPreviewQuerySchema } from '../../../shared/api/mails.ts';
import { answer, inQuery, ofStaff, problem, text, type Paths } from '../operation.ts';

export const mails: Paths = {
  '/v1/mails/preview': {
    get: ofStaff(['admin'], {
      operationId: 'previewMail',
      tags: ['Mails'],
      summary: 'The mail that asks, as its recipient reads it',
      description:
        'Word for word what would be sent today. Its link, its code and its link to the preferences are made up: the ' +
        'survey refuses them. Nothing is sent.',
      parameters: inQuery(mailPreviewQuerySchema.shape),
      responses: {
        200: answer('The mail, or a part of it.', {
          ...text('text/html'),
          ...text('text/plain'),
          ...text('message/rfc822', 'The whole message, with its headers.'),
        }),
        400: problem('A parameter is missing or wrong: it is named.'),
      },
    }),
  },
};
