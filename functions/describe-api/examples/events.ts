/** A meeting about the client plan was held. */
export const heldMeeting = {
  specversion: '1.0',
  id: '8c1d-42',
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
    recipients: [
      {
        contactRef: 'p-1',
        role: 'parent',
        ageBand: '18+',
        language: 'fi',
        email: 'p1@example.org',
        flags: [],
      },
    ],
  },
};

/** A hard moment has begun in a case: nobody of it is asked for a while. */
export const begunHold = {
  specversion: '1.0',
  id: '8c1d-43',
  source: 'urn:oid:1.2.246.10.12345678.10',
  type: 'fi.kuultu.hold.started.v1',
  time: '2026-03-04T08:00:00+02:00',
  data: { caseRef: 'c-2', reason: 'emergency-placement' },
};
