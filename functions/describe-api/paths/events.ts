import { eventBatchSchema, oneEvent, receiptsSchema, severalEvents } from '../../../shared/api/events.ts';
import { stageEventSchema } from '../../../shared/domain/stage-event.ts';
import { answer, holds, ofAnybody, problem, sends, type Paths } from '../operation.ts';
import { begunHold, heldMeeting } from '../examples/events.ts';

export const events: Paths = {
  '/v1/events': {
    post: ofAnybody(
      {
        operationId: 'sendEvents',
        tags: ['Events'],
        summary: 'Report what has happened in cases',
        description:
          'CloudEvents 1.0 in structured mode, one or up to 500, at most 1 MB together. `source` and `id` make an event ' +
          'unique: an exact repeat is taken, and changes nothing. Unknown fields are dropped and never stored; what looks ' +
          'like a Finnish personal identity code is refused, wherever it stands.',
        requestBody: sends({
          ...holds(stageEventSchema, heldMeeting, oneEvent),
          ...holds(eventBatchSchema, [heldMeeting, begunHold], severalEvents),
        }),
        responses: {
          202: answer(
            'Taken. Of a batch, good events are taken where others are refused.',
            holds(receiptsSchema, { receipts: [{ index: 0, id: '8c1d-42', status: 'accepted' }] }),
          ),
          400: problem('No event is as expected: at most 1 000 places are named.'),
          401: problem('The signature is missing, wrong, or older than five minutes.'),
          415: problem('The content type is another one.'),
        },
      },
      [{ webhookId: [], webhookTimestamp: [], webhookSignature: [] }],
    ),
  },
};
