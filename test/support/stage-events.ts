import type { Recipient } from '../../shared/domain/stage-event.ts';

/** A recipient whom nothing holds back. */
export const recipient = (changes: Partial<Recipient> = {}): Recipient => ({
  contactRef: 'p-1',
  role: 'parent',
  ageBand: '18+',
  language: 'fi',
  email: 'p1@example.org',
  flags: [],
  ...changes,
});

type Document = Record<string, unknown>;

/** The contract's own example of an event, as a document that has not been parsed. */
export const eventDocument = (changes: Document = {}, data: Document = {}): Document => ({
  specversion: '1.0',
  id: '8c1d2a44-6f0e-4c1b-9a51-0d6a3b7e9f10',
  source: 'urn:oid:1.2.246.10.12345678.10',
  type: 'fi.kuultu.plan-meeting.held.v1',
  time: '2026-03-02T10:15:00+02:00',
  datacontenttype: 'application/json',
  data: {
    caseRef: 'c-1',
    householdRef: 'h-1',
    unit: '1.2.246.10.12345678.10.7',
    serviceTask: '10',
    socialService: '31',
    placementType: '1',
    provision: 'own',
    municipality: '091',
    voluntary: true,
    occasionRef: 'm-2026-17',
    scheduledFor: '2026-03-02',
    expectedEnd: '2026-05-31',
    recipients: [recipient()],
    ...data,
  },
  ...changes,
});
