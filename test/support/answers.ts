import type { Context } from '../../shared/domain/context.ts';

/** Where a parent's answer after a meeting belongs. */
export const context = (changes: Partial<Context> = {}): Context => ({
  questionSet: 'meeting',
  questionSetVersion: 1,
  unit: '1.2.246.10.12345678.10.7',
  stage: 'plan-meeting.held',
  role: 'parent',
  ageBand: '18+',
  language: 'fi',
  channel: 'mail',
  voluntary: true,
  serviceTask: '10',
  socialService: '31',
  provision: 'own',
  ...changes,
});
