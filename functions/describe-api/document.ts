import { components } from './components.ts';
import type { Paths } from './operation.ts';
import { comments } from './paths/comments.ts';
import { decisions } from './paths/decisions.ts';
import { description } from './paths/description.ts';
import { digests } from './paths/digests.ts';
import { events } from './paths/events.ts';
import { mails } from './paths/mails.ts';
import { publication } from './paths/publication.ts';
import { reports } from './paths/reports.ts';
import { respondent } from './paths/respondent.ts';
import { rules } from './paths/rules.ts';
import { surveys } from './paths/surveys.ts';
import { units } from './paths/units.ts';

const paths: Paths = {
  ...events,
  ...respondent,
  ...rules,
  ...surveys,
  ...decisions,
  ...mails,
  ...units,
  ...reports,
  ...publication,
  ...comments,
  ...digests,
  ...description,
};

const info = {
  title: 'Kuultu',
  version: '1',
  summary: 'Anonymous, rate-limited feedback in child welfare and family services',
  description:
    'Events of a case process come in; few and short requests for feedback go out; answers are anonymous, and come out ' +
    'as figures of no fewer than five.\n\n' +
    'Errors are `application/problem+json` (RFC 9457), with a JSON Pointer for every place that is wrong. What the ' +
    'gateway refuses by itself (routes, tokens, throttling) looks as Amazon API Gateway makes it. Answers may get more ' +
    'fields: ignore those that you do not know. Texts are UTF-8, instants UTC; days, months and quarters are those of ' +
    'Helsinki.',
  license: { name: 'European Union Public Licence 1.2', identifier: 'EUPL-1.2' },
};

const tags = [
  { name: 'Events', description: 'What the client information system reports.' },
  {
    name: 'Respondents',
    description: 'What those who are asked meet. Their answers are sealed and anonymous.',
  },
  { name: 'Rules', description: 'Which stage asks whom, what, when, and how seldom.' },
  { name: 'Surveys', description: 'The forms with which people are asked.' },
  { name: 'Decisions', description: 'Why somebody was asked, or was not.' },
  { name: 'Mails', description: 'What those who are asked read first.' },
  { name: 'Units', description: 'Where units belong.' },
  { name: 'Reports', description: 'Figures of periods that have closed, frozen and audited.' },
  { name: 'Publication', description: 'How many answers a published cell must have, and corrections.' },
  { name: 'Comments', description: 'What people wrote in their own words, and its review by a person.' },
  { name: 'Digests', description: 'What a unit heard in a quarter, and what it answers.' },
  { name: 'Audit', description: 'Who has changed what.' },
  { name: 'Description', description: 'This document.' },
];

/** The OpenAPI document of the whole API, put together from the schemas with which the functions parse and type. */
export const apiDocument = () => ({
  openapi: '3.1.1',
  info,
  servers: [{ url: '/', description: 'Where this document comes from.' }],
  tags,
  paths,
  components: components(),
});
